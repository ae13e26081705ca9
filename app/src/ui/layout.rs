//! The frame of a page: the office's name above, the page, the office's telephone below.

use crate::ui::{
    elder::{Elder, ElderSwitch},
    lang::{Lang, t},
};
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

/// What every page says about the office. The server takes it from the settings.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct OfficeCard {
    pub name_zh: String,
    pub name_en: String,
    /// As people dial it, e.g. `0531-80000126`.
    pub phone: String,
    pub address: String,
}

impl OfficeCard {
    /// The office's name in the language of the page.
    pub fn name(&self) -> String {
        use_context::<Lang>().unwrap_or_default().pick(&self.name_zh, &self.name_en).clone()
    }
}

/// The office that this page belongs to.
pub fn office() -> OfficeCard {
    use_context::<OfficeCard>().unwrap_or_default()
}

/// Hands language and text size to everything inside; each root starts with it.
#[component]
pub fn Provide(children: Children) -> impl IntoView {
    provide_context(Lang::here());
    provide_context(Elder::here());
    children()
}

/// Header, main part and footer of a page that the public sees.
#[component]
pub fn Page(children: Children) -> impl IntoView {
    let office = office();
    let other = use_context::<Lang>()
        .unwrap_or_default()
        .pick(("?lang=en", "en", "EN"), ("?lang=zh", "zh-CN", "中文"));
    view! {
        <header class="top">
            // Both leave the page that is there: the server writes the new one whole.
            <a class="top-name" href="/" rel="external">{office.name()}</a>
            <a class="top-link" href=other.0 hreflang=other.1 lang=other.1 rel="external">{other.2}</a>
            <ElderSwitch />
        </header>
        <main>{children()}</main>
        <footer>
            <p>
                {t("打电话问：", "Call us: ")} <a href=format!("tel:{}", office.phone)>{office.phone.clone()}</a>
                {t("（工作日 8:30–17:00）", " (working days 8:30–17:00)")}
            </p>
        </footer>
    }
}

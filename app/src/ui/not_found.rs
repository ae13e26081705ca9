//! The page for an address that leads nowhere.

use crate::ui::{lang::t, layout::Page};
use leptos::prelude::*;
use leptos_meta::Title;

/// Ends with what would work, as every refusal does.
#[component]
pub fn NotFound() -> impl IntoView {
    view! {
        <Title text=t("没有这个页面", "No such page") />
        <Page>
            <h1>{t("没有这个页面", "No such page")}</h1>
            <p>{t("地址可能抄错了，或者页面已经撤下。", "The address may be mistyped, or the page was taken down.")}</p>
            <p>
                <a href="/" rel="external">{t("回首页", "To the first page")}</a>
            </p>
        </Page>
    }
}

//! The call display in the waiting room.

use crate::ui::{
    lang::t,
    layout::{Page, office},
};
use leptos::prelude::*;
use leptos_meta::Title;

/// Names no person and no service: a bystander learns nothing here (UX §1, promise 4).
#[component]
pub fn Hall() -> impl IntoView {
    let office = office();
    view! {
        <Title text=t("叫号", "Now serving") />
        <Page>
            <h1>{t("请留意屏幕和广播", "Watch the screen and listen")}</h1>
            <p>{office.name()}</p>
        </Page>
    }
}

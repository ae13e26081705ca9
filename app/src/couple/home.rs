//! The first page: what people can come for.

use crate::ui::{
    lang::t,
    layout::{Page, office},
};
use leptos::prelude::*;
use leptos_meta::Title;

#[component]
pub fn Home() -> impl IntoView {
    let office = office();
    view! {
        <Title text=t("约个时间来登记", "Book a visit") />
        <Page>
            <h1>{t("约个时间来登记", "Book a visit")}</h1>
            <p>{t("不会用手机？打电话或直接来，都能办。", "No phone? Call or just come.")}</p>
            <p>{office.address}</p>
        </Page>
    }
}

//! The page for an address that leads nowhere, and for a booking that isn't there.

use crate::{
    couple::frame::tab_title,
    ui::{lang::t, phone::Phone},
};
use leptos::prelude::*;

/// Ends with what would work, as every refusal does.
#[component]
pub fn NotFound() -> impl IntoView {
    // A page that leads elsewhere has said so already.
    if let Some(response) = use_context::<leptos_axum::ResponseOptions>()
        && response.0.read().is_ok_and(|known| known.status.is_none())
    {
        response.set_status(http::StatusCode::NOT_FOUND);
    }
    let heading = t("没有这个页面", "No such page");
    view! {
        <Phone title=tab_title(heading, false)>
            <h1>{heading}</h1>
            <p>
                {t(
                    "地址可能抄错了，或者预约已经过期。可以从首页重新开始，也可以用预约号查预约。",
                    "The address may be mistyped, or the booking has ended. Start again from the first page, or find your booking by its code.",
                )}
            </p>
            <a class="button is-outline" href="/" rel="external">{t("回首页", "To the first page")}</a>
            <p>
                <a href="/b" rel="external">{t("查看、改期或取消预约", "See, move or cancel a booking")}</a>
            </p>
        </Phone>
    }
}

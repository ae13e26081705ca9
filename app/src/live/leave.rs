//! 「离开此页」: with script the entry in the history is replaced; without, it is an ordinary link.

use crate::ui::{
    icon::{Draw, Icon},
    lang::t,
};
use leptos::prelude::*;

const WEATHER: &str = "https://www.weather.com.cn/";

#[island]
pub fn Leave(over_bar: bool) -> impl IntoView {
    let leave = |event: leptos::ev::MouseEvent| {
        event.prevent_default();
        // A browser that refuses stays on the page; the link itself still works on the next try.
        let _ = window().location().replace(WEATHER);
    };
    view! {
        <nav class=if over_bar { "leave is-over-bar" } else { "leave" } aria-label=t("离开", "Leave")>
            <a href=WEATHER rel="external noreferrer" on:click=leave>
                <Draw icon=Icon::Leave />
                {t("离开此页", "Leave this page")}
            </a>
        </nav>
    }
}

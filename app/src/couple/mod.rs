//! The couple's pages, on a phone: the root of the `couple` part and its routes.

mod home;

use crate::ui::{layout::Provide, mood::Surroundings, not_found::NotFound};
use leptos::prelude::*;
use leptos_meta::provide_meta_context;
use leptos_router::{
    SsrMode,
    components::{Route, Router, Routes},
    path,
};

/// Everything that a couple sees. Answers every address that nobody else knows with a page that says so.
#[component]
pub fn Couple() -> impl IntoView {
    provide_meta_context();
    view! {
        <Provide>
            <Router>
                <Surroundings />
                <Routes fallback=NotFound>
                    <Route path=path!("/") view=home::Home ssr=SsrMode::Async />
                </Routes>
            </Router>
        </Provide>
    }
}

//! The root of the `house` part: touch screen, call display, counter and office, and their routes.

use crate::{
    counter, hall, office,
    ui::{layout::Provide, mood::Surroundings, not_found::NotFound},
};
use leptos::prelude::*;
use leptos_meta::provide_meta_context;
use leptos_router::{
    SsrMode,
    components::{Route, Router, Routes},
    path,
};

/// Everything that stands in the hall or on a desk.
#[component]
pub fn House() -> impl IntoView {
    provide_meta_context();
    view! {
        <Provide>
            <Router>
                <Surroundings />
                <Routes fallback=NotFound>
                    <Route path=path!("/hall") view=hall::Hall ssr=SsrMode::Async />
                    <Route path=path!("/counter") view=counter::Counter ssr=SsrMode::Async />
                    <Route path=path!("/counter/case/:id") view=counter::Case ssr=SsrMode::Async />
                    <Route path=path!("/counter/board") view=counter::divorce::Board ssr=SsrMode::Async />
                    <Route path=path!("/counter/records/:id") view=counter::records::Records ssr=SsrMode::Async />
                    <Route path=path!("/office") view=office::Today ssr=SsrMode::Async />
                    <Route path=path!("/office/figures") view=office::Figures ssr=SsrMode::Async />
                    <Route path=path!("/office/numbers") view=office::Numbers ssr=SsrMode::Async />
                    <Route path=path!("/office/revocation") view=office::Revocation ssr=SsrMode::Async />
                    <Route path=path!("/office/calendar") view=office::Calendar ssr=SsrMode::Async />
                    <Route path=path!("/office/booking") view=office::Rules ssr=SsrMode::Async />
                    <Route path=path!("/office/staff") view=office::Staff ssr=SsrMode::Async />
                    <Route path=path!("/office/audit") view=office::Audit ssr=SsrMode::Async />
                    <Route path=path!("/office/settings") view=office::Settings ssr=SsrMode::Async />
                    <Route path=path!("/counter/reception") view=counter::reception::Reception ssr=SsrMode::Async />
                </Routes>
            </Router>
        </Provide>
    }
}

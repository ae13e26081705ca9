//! The couple's pages, on a phone: the root of the `couple` part and its routes.

mod before;
mod booked;
mod ceremonies;
mod check;
mod day;
mod divorce;
mod find;
mod frame;
mod home;
mod moving;
mod not_found;
mod others;
mod person;
mod privacy;
mod reissue;
mod time;
mod verify;
mod wait;

use crate::ui::layout::Provide;
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
                <Routes fallback=not_found::NotFound>
                    <Route path=path!("/") view=home::Home ssr=SsrMode::Async />
                    <Route path=path!("/reissue") view=reissue::Reissue ssr=SsrMode::Async />
                    <Route path=path!("/divorce") view=divorce::Divorce ssr=SsrMode::Async />
                    <Route path=path!("/divorce/dates") view=divorce::Dates ssr=SsrMode::Async />
                    <Route path=path!("/ceremonies") view=ceremonies::Ceremonies ssr=SsrMode::Async />
                    <Route path=path!("/book/:service") view=before::Before ssr=SsrMode::Async />
                    <Route path=path!("/book/:service/day") view=day::Day ssr=SsrMode::Async />
                    <Route path=path!("/book/:service/time") view=time::Time ssr=SsrMode::Async />
                    <Route path=path!("/book/:service/first") view=person::First ssr=SsrMode::Async />
                    <Route path=path!("/book/:service/second") view=person::Second ssr=SsrMode::Async />
                    <Route path=path!("/book/:service/check") view=check::Check ssr=SsrMode::Async />
                    <Route path=path!("/book/:service/wait") view=wait::Wait ssr=SsrMode::Async />
                    <Route path=path!("/book/:service/waiting") view=wait::Waiting ssr=SsrMode::Async />
                    <Route path=path!("/b") view=find::Find ssr=SsrMode::Async />
                    <Route path=path!("/b/:code") view=booked::Booked ssr=SsrMode::Async />
                    <Route path=path!("/b/:code/cancel") view=booked::Cancelling ssr=SsrMode::Async />
                    <Route path=path!("/b/:code/move") view=moving::Moving ssr=SsrMode::Async />
                    <Route path=path!("/v/:token") view=verify::Verify ssr=SsrMode::Async />
                    <Route path=path!("/privacy") view=privacy::Privacy ssr=SsrMode::Async />
                </Routes>
            </Router>
        </Provide>
    }
}

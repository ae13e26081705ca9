//! The registrar's workspace: lists at the left, the case in the middle, papers and copying beside it.
//!
//! Every act is a form that posts without script too and answers with a redirect. The script adds what saves typing:
//! the function keys, copying, a full number in its place for 30 seconds, the lock over the page as it stands.

mod ask;
mod beside;
mod booking;
mod case;
mod copying;
pub mod divorce;
mod enter;
mod fill;
mod foot;
pub mod frame;
mod holder;
mod menu;
mod nothing;
mod person;
mod queue;
pub mod reception;
pub mod records;
pub mod reissue;
mod stages;

use crate::fns::counter::{CounterView, Middle, counter};
use frame::{asked, gated};
use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::hooks::use_params_map;

/// `/counter`: nothing chosen yet, or a booking.
#[component]
pub fn Counter() -> impl IntoView {
    let booking = asked("booking");
    gated(
        "/counter",
        move || counter(None, booking.clone()),
        |view| view.map(|view| view! { <Workspace view /> }),
    )
}

/// `/counter/case/{id}`.
#[component]
pub fn Case() -> impl IntoView {
    let id = use_params_map().with_untracked(|params| params.get("id")).unwrap_or_default();
    let page = format!("/counter/case/{id}");
    gated(
        &page,
        move || counter(Some(id.clone()), None),
        |view| view.map(|view| view! { <Workspace view /> }),
    )
}

#[component]
fn Workspace(view: CounterView) -> impl IntoView {
    let CounterView { me, lists, middle } = view;
    let (here, title) = match &middle {
        Middle::Nothing(_) => ("/counter".to_owned(), "柜台".to_owned()),
        Middle::Booking(booking) => (format!("/counter?booking={}", booking.id), "预约 · 柜台".to_owned()),
        Middle::Case(case) => {
            (format!("/counter/case/{}", case.grip.case), format!("{} · 柜台", case.number))
        }
        Middle::Divorce(case) => {
            (format!("/counter/case/{}", case.grip.case), format!("{} · 柜台", case.number))
        }
        Middle::Reissue(case) => {
            (format!("/counter/case/{}", case.grip.case), format!("{} · 柜台", case.number))
        }
    };
    let waits = format!("等候 {}", lists.waiting.len());
    let longest = lists.longest.map(|minutes| format!("最长 {minutes} 分"));
    let foot = match &middle {
        Middle::Case(case) => view! { <foot::CaseFoot case=(**case).clone() may=me.may /> }.into_any(),
        Middle::Divorce(case) => {
            view! { <divorce::DivorceFoot case=(**case).clone() may=me.may /> }.into_any()
        }
        Middle::Reissue(case) => {
            view! { <reissue::ReissueFoot case=(**case).clone() may=me.may /> }.into_any()
        }
        Middle::Nothing(_) | Middle::Booking(_) => view! { <foot::Foot may=me.may /> }.into_any(),
    };
    let beside = match &middle {
        Middle::Case(case) => view! { <beside::Beside case=(**case).clone() /> }.into_any(),
        Middle::Divorce(case) => view! { <divorce::DivorceBeside case=(**case).clone() /> }.into_any(),
        Middle::Reissue(case) => view! { <reissue::ReissueBeside case=(**case).clone() /> }.into_any(),
        Middle::Nothing(_) | Middle::Booking(_) => view! { <beside::Empty /> }.into_any(),
    };
    let today = me.today;
    let may = me.may;
    view! {
        <Title text=title />
        <frame::Desk me=me.clone() here=here.clone()>
            <frame::Top me=me.clone() here=here.clone()>
                <li>
                    <span>{waits}</span>
                    {longest.map(|longest| view! { <span>{longest}</span> })}
                </li>
            </frame::Top>
            <queue::Queue lists here=here.clone() />
            <main class="desk-case" id="case" tabindex="-1">
                {match middle {
                    Middle::Nothing(kept) => view! { <nothing::Nothing kept may today /> }.into_any(),
                    Middle::Booking(booking) => view! { <booking::Booking booking may today /> }.into_any(),
                    Middle::Case(case) => view! { <case::CaseShown case=*case me /> }.into_any(),
                    Middle::Divorce(case) => view! { <divorce::DivorceShown case=*case me /> }.into_any(),
                    Middle::Reissue(case) => view! { <reissue::ReissueShown case=*case me /> }.into_any(),
                }}
            </main>
            {beside}
            {foot}
        </frame::Desk>
    }
}

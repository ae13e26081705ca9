//! Reception: at the left finding a booking and what can be done with it, at the right booking for a caller.

mod find;
mod found;
mod take;

use crate::{
    counter::frame::{self, asked, gated},
    fns::{
        reception::{ReceptionView, reception},
        staff::Kept,
    },
    office::side::Side,
};
use law::service::Service;
use leptos::prelude::*;
use leptos_meta::Title;

#[component]
pub fn Reception() -> impl IntoView {
    let code = asked("code");
    let (found, moving) = (asked("found").is_some(), asked("move").is_some());
    let service = asked("service").and_then(|name| Service::parse(&name));
    let date = asked("date").and_then(|date| date.parse().ok());
    let slot = asked("slot");
    gated(
        "/counter/reception",
        move || reception(code.clone(), found, moving, service, date, slot.clone()),
        |view| view! { <Room view /> },
    )
}

#[component]
fn Room(view: ReceptionView) -> impl IntoView {
    let ReceptionView { me, kept, sought, found, offer } = view;
    let here = "/counter/reception".to_owned();
    let today = me.today;
    let may_book = me.may.book;
    view! {
        <Title text="接待" />
        <frame::Desk me=me.clone() here=here.clone() class="desk is-office">
            <frame::Top me=me.clone() here=here.clone() />
            <Side me=me.clone() here />
            <main class="desk-main" id="case" tabindex="-1">
                <header class="main-head">
                    <h1>"接待"</h1>
                </header>
                <Told kept=kept.clone() />
                <div class="halves">
                    <div class="stack">
                        <find::Find kept=kept.clone() />
                        {(sought && found.is_empty())
                            .then(|| {
                                view! {
                                    <p class="notice is-plain" role="status">
                                        "没有找到预约。请核对号码；没有预约也可以今天直接办，或在右边约一个时间。"
                                    </p>
                                }
                            })}
                        {found
                            .into_iter()
                            .map(|found| view! { <found::Found found may_book today /> })
                            .collect_view()}
                    </div>
                    {may_book.then(|| view! { <take::Take offer kept today /> })}
                </div>
                <footer class="hint">"预约只是留好时间，能不能登记以窗口当面审查为准。"</footer>
            </main>
        </frame::Desk>
    }
}

/// What was done, or why not.
#[component]
fn Told(kept: Kept) -> impl IntoView {
    let done = kept.form == "taken";
    let words =
        kept.said.clone().or_else(|| (!kept.faults.is_empty()).then(|| "有要改的，填的都还在。".to_owned()));
    words.map(|words| {
        if done {
            view! { <p class="notice is-done" role="status" id="said">{words}</p> }.into_any()
        } else {
            view! { <p class="faults" role="alert" id="said"><b>"✕ "{words}</b></p> }.into_any()
        }
    })
}

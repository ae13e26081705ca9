//! The bar of keys: whom to serve next at the left, the next step at the right.

use crate::{
    counter::{
        ask::{self, form::Grip},
        case::filling,
    },
    fns::{
        counter::{CaseView, GripField, HoldView, LetGo, OpenNext},
        staff::May,
    },
};
use law::{Lang, eligibility::Party};
use leptos::{prelude::*, server_fn::ServerFn};

#[component]
pub fn Foot(may: May) -> impl IntoView {
    view! {
        <footer class="desk-foot">
            <div>{may.handle.then(|| view! { <Next /> })}</div>
            <div></div>
        </footer>
    }
}

#[component]
pub fn CaseFoot(case: CaseView, may: May) -> impl IntoView {
    let differs = case.persons.iter().find(|person| !person.differences.is_empty());
    let hint = differs.map(|person| settle_first(person.seat, &person.differences[0].label));
    let main = main_words(&case.hold, may, filling(&case), ask::words(&case));
    view! { <CaseBar grip=case.grip.clone() mine=case.mine() may hint main /> }
}

/// What stands before the next step: 「先定第一位的姓名」.
pub fn settle_first(seat: Party, label: &str) -> String {
    format!("先定{}的{label}", seat.title(Lang::Zh))
}

/// What F9 does, whatever the kind of case; none where nothing is to be done here.
pub fn main_words(
    hold: &HoldView,
    may: May,
    filling: Option<Party>,
    asked: Option<&'static str>,
) -> Option<String> {
    match hold {
        HoldView::Free if may.handle => Some("接着办".to_owned()),
        HoldView::Free | HoldView::Other(_) | HoldView::Ended => None,
        HoldView::Mine => match filling {
            Some(seat) => Some(format!("记下{}的证件", seat.title(Lang::Zh))),
            None => asked.map(str::to_owned),
        },
    }
}

/// The bar under a case: whom to serve next and letting go at the left, the next step at the right. While a difference
/// is open its own button is the filled one.
#[component]
pub fn CaseBar(
    grip: GripField,
    mine: bool,
    may: May,
    hint: Option<String>,
    main: Option<String>,
) -> impl IntoView {
    let outlined = hint.is_some();
    view! {
        <footer class="desk-foot">
            <div>
                {may.handle.then(|| view! { <Next /> })}
                {mine
                    .then(|| {
                        view! {
                            <form method="post" action=LetGo::url()>
                                <Grip grip />
                                <button class="button is-text" id="let-go">"挂起"</button>
                            </form>
                        }
                    })}
            </div>
            <div>
                {hint.map(|hint| view! { <span class="hint">{hint}</span> })}
                {main
                    .map(|words| {
                        view! {
                            <button
                                class=if outlined { "button is-outline" } else { "button" }
                                id="main"
                                form="ask"
                                data-key="F9"
                            >
                                {words}
                                " "
                                <kbd class="key">"F9"</kbd>
                            </button>
                        }
                    })}
            </div>
        </footer>
    }
}

/// F2.
#[component]
pub fn Next() -> impl IntoView {
    view! {
        <form method="post" action=OpenNext::url()>
            <button class="button is-outline" id="next" data-key="F2">
                <kbd class="key">"F2"</kbd>
                "叫下一位"
            </button>
        </form>
    }
}

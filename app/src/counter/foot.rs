//! The bar of keys: whom to serve next at the left, the next step at the right.

use crate::{
    counter::{
        ask::{self, form::Grip},
        case::filling,
    },
    fns::{
        counter::{CaseView, HoldView, LetGo, OpenNext},
        staff::May,
    },
};
use law::Lang;
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
    let hint =
        differs.map(|person| format!("先定{}的{}", person.seat.title(Lang::Zh), person.differences[0].label));
    let main = main_words(&case, may);
    let outlined = hint.is_some();
    let grip = case.grip.clone();
    view! {
        <footer class="desk-foot">
            <div>
                {may.handle.then(|| view! { <Next /> })}
                {case
                    .mine()
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

/// What F9 does; none where nothing is to be done here.
fn main_words(case: &CaseView, may: May) -> Option<String> {
    match case.hold {
        HoldView::Free if may.handle => Some("接着办".to_owned()),
        HoldView::Free | HoldView::Other(_) | HoldView::Ended => None,
        HoldView::Mine => match filling(case) {
            Some(seat) => Some(format!("记下{}的证件", seat.title(Lang::Zh))),
            None => ask::words(case).map(str::to_owned),
        },
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

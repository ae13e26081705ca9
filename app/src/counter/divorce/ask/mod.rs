//! The one question in the middle of a divorce case, and what F9 does with the answer.

mod accept;
mod accepted;
mod apply;
mod ended;
mod register;
mod review;
mod withdraw;

use crate::fns::{
    counter::divorce::{DivorceAsk, DivorceView},
    staff::Me,
};
use law::{Lang, divorce_case::DivorceMove};
use leptos::prelude::*;

/// What the main button says: what it does.
pub fn words(case: &DivorceView) -> Option<&'static str> {
    let kind = match case.ask {
        DivorceAsk::Fill(_) | DivorceAsk::Wait | DivorceAsk::Ended => return None,
        DivorceAsk::Accepted => return Some("今天办到这里，叫下一位"),
        DivorceAsk::Lapsed => return Some("记好了，叫下一位"),
        DivorceAsk::Documents => return Some("记下结婚证和协议"),
        DivorceAsk::Sign => return Some("记为已当面签名"),
        DivorceAsk::Question if review::opened(case).is_some() => DivorceMove::CloseQuestioning,
        DivorceAsk::Question => DivorceMove::OpenQuestioning,
        DivorceAsk::Network => DivorceMove::CheckNetwork,
        DivorceAsk::PreCheck => DivorceMove::PassPreCheck,
        DivorceAsk::Accept => DivorceMove::Accept,
        DivorceAsk::Withdraw => DivorceMove::Withdraw,
        DivorceAsk::BeginReview => match case.refused(DivorceMove::BeginReview) {
            Some(not) if !not.after_closing => return None,
            _ => DivorceMove::BeginReview,
        },
        DivorceAsk::Review => DivorceMove::PassReview,
        DivorceAsk::Register => DivorceMove::Register,
        DivorceAsk::Issue => return Some("手续办完，发证"),
        DivorceAsk::Paused => DivorceMove::Resume,
    };
    Some(kind.title(Lang::Zh))
}

#[component]
pub fn Question(case: DivorceView, me: Me) -> impl IntoView {
    let today = me.today;
    if case.ask == DivorceAsk::Ended {
        return view! { <ended::Ended case today /> }.into_any();
    }
    if !case.mine() {
        return view! { <ended::Standing case today /> }.into_any();
    }
    match case.ask {
        DivorceAsk::Fill(_) | DivorceAsk::Ended => ().into_any(),
        DivorceAsk::Documents => view! { <apply::Documents case /> }.into_any(),
        DivorceAsk::Network => view! { <apply::Network case now=me.now /> }.into_any(),
        DivorceAsk::PreCheck => view! { <apply::PreCheck case now=me.now /> }.into_any(),
        DivorceAsk::Accept => view! { <accept::Accepting case today /> }.into_any(),
        DivorceAsk::Accepted => view! { <accepted::Accepted case today /> }.into_any(),
        DivorceAsk::Withdraw => view! { <withdraw::Withdrawing case main=true /> }.into_any(),
        DivorceAsk::BeginReview => view! { <review::Begin case today /> }.into_any(),
        DivorceAsk::Question => view! { <review::Asking case /> }.into_any(),
        DivorceAsk::Sign => view! { <review::Signing case /> }.into_any(),
        DivorceAsk::Review => view! { <review::Passing case /> }.into_any(),
        DivorceAsk::Register => view! { <register::Registering case /> }.into_any(),
        DivorceAsk::Issue => view! { <register::Issuing case today /> }.into_any(),
        DivorceAsk::Paused => view! { <ended::Paused case /> }.into_any(),
        DivorceAsk::Wait => view! { <ended::Standing case today /> }.into_any(),
        DivorceAsk::Lapsed => view! { <ended::Lapsed case today /> }.into_any(),
    }
}

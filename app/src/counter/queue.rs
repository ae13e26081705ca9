//! The lists at the left: who is here, today's bookings, who has not come.

use crate::{
    counter::frame::asked,
    fns::counter::{Line, Lists},
};
use leptos::prelude::*;

/// The list that is shown, by its name in the address.
#[derive(Clone, Copy, PartialEq, Eq)]
enum List {
    Waiting,
    Bookings,
    Late,
}

impl List {
    const ALL: [Self; 3] = [Self::Waiting, Self::Bookings, Self::Late];

    fn name(self) -> &'static str {
        match self {
            Self::Waiting => "waiting",
            Self::Bookings => "today",
            Self::Late => "late",
        }
    }

    fn title(self) -> &'static str {
        match self {
            Self::Waiting => "等候",
            Self::Bookings => "今日预约",
            Self::Late => "过时未到",
        }
    }

    fn of(self, lists: &Lists) -> &[Line] {
        match self {
            Self::Waiting => &lists.waiting,
            Self::Bookings => &lists.bookings,
            Self::Late => &lists.late,
        }
    }

    fn empty(self) -> &'static str {
        match self {
            Self::Waiting => "现在没有人等。",
            Self::Bookings => "今天没有预约。",
            Self::Late => "约了的都到了。",
        }
    }
}

#[component]
pub fn Queue(lists: Lists, here: String) -> impl IntoView {
    let shown = asked("list");
    let shown =
        List::ALL.into_iter().find(|list| Some(list.name()) == shown.as_deref()).unwrap_or(List::Waiting);
    let lines = shown.of(&lists).to_vec();
    let tabs = List::ALL.map(|list| {
        let current = (list == shown).then_some("page");
        let count = list.of(&lists).len();
        view! {
            <a href=with_list(&here, list) rel="external" aria-current=current>
                {list.title()}
                " "
                {count}
            </a>
        }
    });
    view! {
        <nav class="desk-queue" aria-label="名单">
            <div class="tabs">{tabs.into_iter().collect_view()}</div>
            {lines.is_empty().then(|| view! { <p class="queue-empty">{shown.empty()}</p> })}
            <ol class="queue">
                {lines.into_iter().map(|line| view! { <Row line here=here.clone() list=shown /> }).collect_view()}
            </ol>
            <p class="queue-empty hint">"触摸屏取号和叫号显示屏还没接上：现场来的直接开始办理，请当面叫人。"</p>
        </nav>
    }
}

#[component]
fn Row(line: Line, here: String, list: List) -> impl IntoView {
    let now = line.href.as_deref() == Some(here.as_str());
    let number = if line.number.is_empty() { "约".to_owned() } else { line.number.clone() };
    let number_class = if line.number.is_empty() { "queue-number is-none" } else { "queue-number" };
    let inside = view! {
        <b class=number_class>{number}</b>
        <span class="queue-kind">{line.kind}</span>
        <span class="queue-when">
            <time>{line.when}</time>
            <small>{line.state}</small>
        </span>
        <span class="queue-wait">{line.wait}</span>
    };
    let class = if now { "queue-row is-now" } else { "queue-row" };
    match line.href {
        Some(href) => view! {
            <li>
                <a class=class href=with_list(&href, list) rel="external" aria-current=now.then_some("true")>
                    {inside}
                </a>
            </li>
        }
        .into_any(),
        None => view! { <li><div class=class>{inside}</div></li> }.into_any(),
    }
}

/// The same page with another list beside it; the first list needs no word.
fn with_list(page: &str, list: List) -> String {
    if list == List::Waiting {
        return page.to_owned();
    }
    let sign = if page.contains('?') { '&' } else { '?' };
    format!("{page}{sign}list={}", list.name())
}

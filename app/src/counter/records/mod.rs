//! 查档案、开证明: who asks and by what right, then what the archive gave. One question at a time.

mod answer;
mod ask;
mod begin;
mod shown;

pub use begin::{FromBooking, WalkIn};

use crate::{
    counter::{
        ask::{form::Grip, said::Said},
        foot::Next,
        frame::{self, asked, gated},
        holder::Holder,
        queue::Queue,
    },
    fns::{
        counter::{
            HoldView, LetGo,
            records::{EndView, RecordsPage, RecordsView, records},
        },
        staff::{May, Me},
    },
    ui::when::WholeDate,
};
use law::records_case::Asker;
use leptos::{prelude::*, server_fn::ServerFn};
use leptos_meta::Title;
use leptos_router::hooks::use_params_map;

/// `/counter/records/{id}`.
#[component]
pub fn Records() -> impl IntoView {
    let id = use_params_map().with_untracked(|params| params.get("id")).unwrap_or_default();
    let page = format!("/counter/records/{id}");
    gated(
        &page,
        move || records(id.clone()),
        |page| page.map(|page: RecordsPage| view! { <Workspace page /> }),
    )
}

#[component]
fn Workspace(page: RecordsPage) -> impl IntoView {
    let RecordsPage { me, lists, request } = page;
    let here = format!("/counter/records/{}", request.grip.case);
    let waits = format!("等候 {}", lists.waiting.len());
    view! {
        <Title text=format!("{} · 柜台", request.number) />
        <frame::Desk me=me.clone() here=here.clone()>
            <frame::Top me=me.clone() here=here.clone()>
                <li>
                    <span>{waits}</span>
                </li>
            </frame::Top>
            // The list knows it by the address that every case has.
            <Queue lists here=format!("/counter/case/{}", request.grip.case) />
            <main class="desk-case" id="case" tabindex="-1">
                <Middle request=request.clone() me=me.clone() />
            </main>
            <shown::Beside request=request.clone() />
            <Foot request may=me.may />
        </frame::Desk>
    }
}

/// What is asked now.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Question {
    /// Who asks?
    Who,
    Identify(Asker),
    Answer,
    /// Somebody else writes, or nobody does, or it has ended.
    Nothing,
}

fn question(request: &RecordsView) -> Question {
    if !request.mine() {
        return Question::Nothing;
    }
    let pressed = asked("asker");
    if pressed.as_deref() == Some("other") {
        return Question::Who;
    }
    let pressed = pressed.and_then(|asker| Asker::parse(&asker));
    let refused = request.kept.typed("identify", "asker").and_then(|asker| Asker::parse(&asker));
    match (pressed.or(refused), &request.asker) {
        (Some(asker), _) => Question::Identify(asker),
        (None, None) => Question::Who,
        (None, Some(_)) => Question::Answer,
    }
}

#[component]
fn Middle(request: RecordsView, me: Me) -> impl IntoView {
    let today = me.today;
    let another_day = request.on != today;
    let on = request.on;
    let asks = match question(&request) {
        Question::Who => view! { <ask::Who request=request.clone() /> }.into_any(),
        Question::Identify(asker) => view! { <ask::Identify request=request.clone() asker /> }.into_any(),
        Question::Answer => view! { <answer::Answering request=request.clone() /> }.into_any(),
        Question::Nothing => ().into_any(),
    };
    view! {
        <header class="case-head">
            <b class="case-number">{request.number}</b>
            <h1>"查档案、开证明"</h1>
            {request.appointed.map(|at| view! { <span>{format!("约 {}", law::words::time(at))}</span> })}
            <span>{format!("{} 开始", law::words::time(request.opened))}</span>
            {another_day
                .then(|| {
                    view! {
                        <span>
                            {if request.late.is_some() { "补录 " } else { "办理日期 " }} <WholeDate date=on today />
                        </span>
                    }
                })}
            <answer::Leaving request=request.clone() />
        </header>
        {request.late.clone().map(|why| view! { <p class="notice is-plain">"补录原因："{why}</p> })}
        <shown::Steps request=request.clone() />
        <Said kept=request.kept.clone() />
        <Holder case=request.grip.case.clone() hold=request.hold.clone() kept=request.kept.clone() may=me.may />
        <shown::Asked request=request.clone() />
        {asks}
        {request.end.clone().map(|end| view! { <Ended end /> })}
    }
}

#[component]
fn Ended(end: EndView) -> impl IntoView {
    match end {
        EndView::Left(why) => {
            view! { <p class="done-line">"没有查："{why.title(law::Lang::Zh)}</p> }.into_any()
        }
        EndView::Answered { files, copies, statements } => {
            let given = match (copies, statements) {
                (0, 0) => "没有给纸质材料".to_owned(),
                (copies, 0) => format!("档案复印件 {copies} 份，加盖查档专用章"),
                (0, statements) => format!("无登记记录证明 {statements} 份"),
                (copies, statements) => format!("复印件 {copies} 份，证明 {statements} 份"),
            };
            let found = match files.is_empty() {
                true => "没有查到登记记录".to_owned(),
                false => format!("查到：{}", files.join("、")),
            };
            view! {
                <p class="done-line">{found}</p>
                <p>{given}</p>
            }
            .into_any()
        }
    }
}

#[component]
fn Foot(request: RecordsView, may: May) -> impl IntoView {
    let main = match (&request.hold, question(&request)) {
        (HoldView::Free, _) if may.handle => Some("接着办"),
        (HoldView::Mine, Question::Identify(_)) => Some("证件和依据核对过了"),
        (HoldView::Mine, Question::Answer) => Some("记下查档结果"),
        _ => None,
    };
    let grip = request.grip.clone();
    view! {
        <footer class="desk-foot">
            <div>
                {may.handle.then(|| view! { <Next /> })}
                {request
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
                {main
                    .map(|words| {
                        view! {
                            <button class="button" id="main" form="ask" data-key="F9">
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

//! A divorce case in the middle: number, the five steps, both persons, the four dates, one question.
//!
//! Either of the two may see this screen, so it says nothing of what somebody said alone, and no telephone.

mod ask;
mod beside;
mod board;
mod booklets;
mod care;
mod dates;
mod door;
mod foot;
mod menu;
mod moment;

pub use beside::DivorceBeside;
pub use board::Board;
pub use door::Door;
pub use foot::DivorceFoot;

use crate::{
    counter::{
        ask::said::Said,
        case::asked_for,
        fill::Fill,
        holder::Holder,
        person::{Person, Uncovered},
        stages::{LookBack, Stages},
    },
    fns::{
        counter::divorce::{DivorceAsk, DivorceView},
        staff::Me,
    },
    ui::when::WholeDate,
};
use chrono::NaiveDate;
use law::eligibility::Party;
use leptos::prelude::*;

#[component]
pub fn DivorceShown(case: DivorceView, me: Me) -> impl IntoView {
    let filling = filling(&case);
    let today = me.today;
    view! {
        <Head case=case.clone() today />
        <Stages stages=case.stages.clone() case=case.grip.case.clone() />
        <LookBack past=case.past.clone() stages=case.stages.clone() />
        {filling.map(|_| view! { <Said kept=case.kept.clone() /> })}
        <Holder case=case.grip.case.clone() hold=case.hold.clone() kept=case.kept.clone() may=me.may />
        <Uncovered characters=case.uncovered.clone() />
        {match filling {
            Some(seat) => {
                view! {
                    <Fill
                        person=case.persons[seat.index()].clone()
                        kept=case.kept.clone()
                        grip=case.grip.clone()
                        today
                        asks_prior=false
                    />
                }
                    .into_any()
            }
            None => {
                view! {
                    <Persons case=case.clone() handles=me.may.handle />
                    {dates_are_known(&case).then(|| view! { <dates::FourDates dates=case.dates.clone() today /> })}
                    <Said kept=case.kept.clone() />
                    <dates::Confirmations case=case.clone() today />
                    <ask::Question case=case.clone() me=me.clone() />
                }
                    .into_any()
            }
        }}
    }
}

#[component]
fn Persons(case: DivorceView, handles: bool) -> impl IntoView {
    let open = case.registration.is_none() && case.end.is_none();
    let (grip, mine) = (case.grip.clone(), case.mine());
    // What follows asks for room: the rest of the document stays one click away.
    let rows = if case.dates.is_accepted { 2 } else { 4 };
    view! {
        <div class="pair-of">
            {case
                .persons
                .into_iter()
                .map(|person| view! { <Person person grip=grip.clone() mine open handles rows /> })
                .collect_view()}
        </div>
    }
}

/// Dates are shown once it is clear that there is something to date.
fn dates_are_known(case: &DivorceView) -> bool {
    let refused = matches!(case.ask, DivorceAsk::Ended) && !case.dates.is_accepted;
    !refused
        && !matches!(case.ask, DivorceAsk::Documents | DivorceAsk::Network | DivorceAsk::Fill(_))
        && (case.dates.is_accepted || !matches!(case.ask, DivorceAsk::Paused))
}

/// Whose document is being written down: the one that is asked for, or the one whose 「改」 was pressed.
pub fn filling(case: &DivorceView) -> Option<Party> {
    if !case.mine() || case.registration.is_some() {
        return None;
    }
    asked_for(&case.kept).or(match case.ask {
        DivorceAsk::Fill(seat) => Some(seat),
        _ => None,
    })
}

#[component]
fn Head(case: DivorceView, today: NaiveDate) -> impl IntoView {
    let clock = |at: chrono::NaiveTime, words: &str| format!("{} {words}", law::words::time(at));
    let another_day = case.on != today;
    let on = case.on;
    view! {
        <header class="case-head">
            <b class="case-number">{case.number}</b>
            <h1>"离婚登记"</h1>
            {case.appointed.map(|at| view! { <span>{format!("约 {}", law::words::time(at))}</span> })}
            {case.arrived.map(|at| view! { <span>{clock(at, "到")}</span> })}
            {(!another_day).then(|| view! { <span>{clock(case.opened, "开始")}</span> })}
            {case.minutes.map(|minutes| view! { <span>{format!("办理 {minutes} 分")}</span> })}
            {another_day
                .then(|| {
                    view! {
                        <span>
                            {if case.late.is_some() { "补录 " } else { "最近来 " }}
                            <WholeDate date=on today />
                        </span>
                    }
                })}
            <div class="case-acts">
                <care::Care case=case.clone() />
                <menu::Menu case=case.clone() />
            </div>
        </header>
        {case.late.clone().map(|why| view! { <p class="notice is-plain">"补录原因："{why}</p> })}
    }
}

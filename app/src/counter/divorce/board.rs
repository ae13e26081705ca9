//! `/counter/board`: what is due and what ends, dates that differ or moved, and days on which nothing lapses. Receipt
//! numbers and dates; no name of anybody.

use crate::{
    counter::frame::{self, asked, gated},
    fns::counter::divorce::{
        self as act, BoardRow, BoardView, ConfirmRow, MovedRow, SuspendLapse, TakeUp, Tell, ToldPhone,
    },
    office::{Told, side::Side},
    ui::{
        field::TextField,
        when::{Day, WholeDate},
    },
};
use chrono::NaiveDate;
use law::{Lang, eligibility::Party};
use leptos::{prelude::*, server_fn::ServerFn};
use leptos_meta::Title;

/// How somebody was told, by the name in the form.
const HOW: [(&str, &str); 4] =
    [("phone", "电话"), ("sms", "短信"), ("in_person", "当面"), ("not_reached", "没有联系上")];

#[component]
pub fn Board() -> impl IntoView {
    let (from, until) = (asked("from"), asked("until"));
    gated("/counter/board", move || act::board(from.clone(), until.clone()), |view| view! { <Room view /> })
}

#[component]
fn Room(view: BoardView) -> impl IntoView {
    let here = "/counter/board".to_owned();
    let me = view.me.clone();
    let today = me.today;
    let (may, handles) = (me.may.take_over, me.may.handle);
    let list = move |title: &'static str, empty: &'static str, rows: Vec<BoardRow>| {
        view! { <Lines title empty rows today handles /> }
    };
    view! {
        <Title text="期限看板" />
        <frame::Desk me=me.clone() here=here.clone() class="desk is-office">
            <frame::Top me=me.clone() here=here.clone() />
            <Side me=me.clone() here />
            <main class="desk-main" id="case" tabindex="-1">
                <header class="main-head">
                    <h1>"期限看板"</h1>
                    <WholeDate date=today today />
                </header>
                <Told kept=view.kept.clone() />
                <ToConfirm rows=view.to_confirm today />
                <Moved title="日期变了，两位要分别告知" rows=view.moved today tells=true />
                <Moved title="日期要和回执再对一遍" rows=view.to_check today tells=false />
                <div class="halves">
                    {list("今天约了来办的", "今天没有约了来撤回、领证的。", view.due_today)}
                    {list("今天是最后一天", "今天没有到最后一天的。", view.last_days)}
                    {list("七天内到期自动终止", "七天内没有到期的。", view.lapsing)}
                    <Differ rows=view.differ today />
                    {list("近三十天撤回的", "近三十天没有撤回的。", view.withdrawn)}
                    <Suspended days=view.suspended looked_at=view.looked_at kept=view.kept may today />
                </div>
                <footer class="hint">"只列回执编号和日期；是谁，到窗口打开那一件再看。"</footer>
            </main>
        </frame::Desk>
    }
}

/// The receipt's number, leading to its case; one that was imported is taken up first.
#[component]
fn Receipt(row: BoardRow, handles: bool) -> impl IntoView {
    match row.case {
        Some(case) => {
            let href = format!("/counter/case/{case}");
            view! { <a href=href rel="external">{row.receipt_no}</a> }.into_any()
        }
        None if handles => view! {
            <form class="inline" method="post" action=TakeUp::url()>
                <input type="hidden" name="receipt_no" value=row.receipt_no.clone() />
                <span>{row.receipt_no}</span>
                <button class="button is-text">"调出"</button>
            </form>
        }
        .into_any(),
        None => view! { <span>{row.receipt_no}</span> }.into_any(),
    }
}

#[component]
fn Lines(
    title: &'static str,
    empty: &'static str,
    rows: Vec<BoardRow>,
    today: NaiveDate,
    handles: bool,
) -> impl IntoView {
    let (count, none) = (rows.len(), rows.is_empty());
    let ended = rows.iter().any(|row| row.ended_on.is_some());
    view! {
        <section class="sheet">
            <h2>{title}" "<small class="hint">{count}</small></h2>
            {none.then(|| view! { <p class="hint">{empty}</p> })}
            {(!none)
                .then(|| {
                    view! {
                        <div class="table-scroll">
                            <table class="table">
                                <thead>
                                    <tr>
                                        <th>"回执编号"</th>
                                        <th>"受理"</th>
                                        <th>"三十日最后一天"</th>
                                        <th>{if ended { "撤回" } else { "登记最后一天" }}</th>
                                    </tr>
                                </thead>
                                <tbody>
                                    {rows
                                        .into_iter()
                                        .map(|row| {
                                            let last = row.ended_on.unwrap_or(row.window_last);
                                            view! {
                                                <tr>
                                                    <td>
                                                        <Receipt row=row.clone() handles />
                                                    </td>
                                                    <td><Day date=row.accepted today /></td>
                                                    <td><Day date=row.thirty_last today /></td>
                                                    <td><Day date=last today /></td>
                                                </tr>
                                            }
                                        })
                                        .collect_view()}
                                </tbody>
                            </table>
                        </div>
                    }
                })}
        </section>
    }
}

#[component]
fn Differ(rows: Vec<(BoardRow, i64, i64)>, today: NaiveDate) -> impl IntoView {
    let (count, none) = (rows.len(), rows.is_empty());
    view! {
        <section class="sheet">
            <h2>"回执日期和算的不一样 "<small class="hint">{count}</small></h2>
            {none.then(|| view! { <p class="hint">"都一样。"</p> })}
            <ul class="board-list">
                {rows
                    .into_iter()
                    .map(|(row, thirty, window)| {
                        view! {
                            <li>
                                <Receipt row=row.clone() handles=false />
                                <span>"三十日到 "<Day date=row.thirty_last today />" "<Far days=thirty /></span>
                                <span>"登记到 "<Day date=row.window_last today />" "<Far days=window /></span>
                            </li>
                        }
                    })
                    .collect_view()}
            </ul>
        </section>
    }
}

#[component]
fn Far(days: i64) -> impl IntoView {
    (days != 0).then(|| {
        let way = if days > 0 { "晚" } else { "早" };
        view! { <span class="state is-fault">{format!("{way} {} 天", days.abs())}</span> }
    })
}

#[component]
fn ToConfirm(rows: Vec<ConfirmRow>, today: NaiveDate) -> impl IntoView {
    (!rows.is_empty()).then(|| {
        view! {
            <section class="sheet">
                <h2>"回执日期差得多，等负责人确认"</h2>
                <ul class="board-list">
                    {rows
                        .into_iter()
                        .map(|row| {
                            let href = format!("/counter/case/{}", row.case);
                            view! {
                                <li>
                                    <span>
                                        "三十日到 "
                                        <Day date=row.thirty_last today />
                                        "，登记到 "
                                        <Day date=row.window_last today />
                                    </span>
                                    <span class="hint">{row.asked_by}" "{row.asked_at}</span>
                                    <a href=href rel="external">"打开核对"</a>
                                </li>
                            }
                        })
                        .collect_view()}
                </ul>
            </section>
        }
    })
}

#[component]
fn Moved(title: &'static str, rows: Vec<MovedRow>, today: NaiveDate, tells: bool) -> impl IntoView {
    (!rows.is_empty()).then(|| {
        view! {
            <section class="sheet">
                <h2>{title}" "<small class="hint">{rows.len()}</small></h2>
                <ul class="board-list is-moved">
                    {rows.into_iter().map(|row| view! { <MovedLine row today tells /> }).collect_view()}
                </ul>
            </section>
        }
    })
}

#[component]
fn MovedLine(row: MovedRow, today: NaiveDate, tells: bool) -> impl IntoView {
    let changed = |what: &'static str, old: NaiveDate, new: NaiveDate| {
        (old != new).then(|| {
            view! {
                <span>{what}" "<Day date=old today />" → "<b><Day date=new today /></b></span>
            }
        })
    };
    let told = row.told.clone();
    let id = row.id.clone();
    view! {
        <li>
            <Receipt row=row.row.clone() handles=false />
            <span class="hint">{row.why}</span>
            {changed("三十日最后一天", row.old[0], row.new[0])}
            {changed("登记最后一天", row.old[1], row.new[1])}
            {tells
                .then(|| {
                    Party::ALL
                        .iter()
                        .map(|seat| view! { <Telling id=id.clone() seat=*seat told=told.contains(seat) /> })
                        .collect_view()
                })}
        </li>
    }
}

/// One of the two: told by whom the office could reach them, never through the other.
#[component]
fn Telling(id: String, seat: Party, told: bool) -> impl IntoView {
    if told {
        return view! { <span class="state is-ok">"✓ "{seat.title(Lang::Zh)}"已告知"</span> }.into_any();
    }
    view! {
        <details class="menu">
            <summary class="button is-outline is-small">"告知"{seat.title(Lang::Zh)}</summary>
            <div class="menu-in sheet">
                <form method="post" action=ToldPhone::url()>
                    <input type="hidden" name="id" value=id.clone() />
                    <input type="hidden" name="seat" value=seat.as_str() />
                    <button class="button is-text">"看电话（看一次记一次）"</button>
                </form>
                <form method="post" action=Tell::url()>
                    <input type="hidden" name="id" value=id />
                    <input type="hidden" name="seat" value=seat.as_str() />
                    <fieldset class="choices is-row">
                        <legend>"怎么告知的"</legend>
                        {HOW
                            .into_iter()
                            .map(|(own, words)| {
                                view! {
                                    <label class="choice">
                                        <input type="radio" name="how" value=own />
                                        <span>{words}</span>
                                    </label>
                                }
                            })
                            .collect_view()}
                    </fieldset>
                    <p class="form-end">
                        <button class="button is-outline is-small">"记为已告知"{seat.title(Lang::Zh)}</button>
                    </p>
                </form>
            </div>
        </details>
    }
    .into_any()
}

/// Outage, disaster: first the days are looked at with whose end they are, then a supervisor names them.
#[component]
fn Suspended(
    days: Vec<(NaiveDate, String)>,
    looked_at: Option<(NaiveDate, NaiveDate, Vec<BoardRow>)>,
    kept: crate::fns::staff::Kept,
    may: bool,
    today: NaiveDate,
) -> impl IntoView {
    let fault = ["dates", "reason"].into_iter().find_map(|field| kept.fault("suspend", field));
    let asked_from = looked_at.as_ref().map(|(from, ..)| from.to_string()).unwrap_or_default();
    let asked_until = looked_at.as_ref().map(|(_, until, _)| until.to_string()).unwrap_or_default();
    let none = days.is_empty();
    view! {
        <section class="sheet" id="suspend">
            <h2>"暂缓到期自动终止"</h2>
            <p class="hint">"停电、断网、灾害那几天不终止；最后一天在那几天的，顺延到下一个工作日。"</p>
            {none.then(|| view! { <p class="hint">"没有暂缓的日子。"</p> })}
            <ul class="board-list">
                {days
                    .into_iter()
                    .map(|(day, reason)| view! { <li><WholeDate date=day today /><span class="hint">{reason}</span></li> })
                    .collect_view()}
            </ul>
            {may
                .then(|| {
                    view! {
                        <form class="form line" method="get" action="/counter/board#suspend">
                            <TextField id="suspend-from" name="from" kind="date" label="从哪天" value=asked_from />
                            <TextField id="suspend-until" name="until" kind="date" label="到哪天" value=asked_until optional=true />
                            <button class="button is-outline" id="look-at">"看看涉及哪些"</button>
                        </form>
                    }
                })}
            {fault.map(|words| view! { <p class="field-fault" role="alert">"✕ "{words}</p> })}
            {looked_at
                .filter(|_| may)
                .map(|(from, until, rows)| {
                    let count = rows.len();
                    view! {
                        <Lines title="最后一天在这几天的" empty="没有涉及的申请；仍可以记下。" rows today handles=false />
                        <form class="form line" method="post" action=SuspendLapse::url()>
                            <input type="hidden" name="from" value=from.to_string() />
                            <input type="hidden" name="until" value=until.to_string() />
                            <TextField
                                id="suspend-reason"
                                name="reason"
                                label="原因"
                                value=kept.typed("suspend", "reason").unwrap_or_default()
                                longest=200
                            />
                            <button class="button is-outline" id="suspend-it">{format!("暂缓这几天的到期终止（{count} 件）")}</button>
                        </form>
                    }
                })}
        </section>
    }
}

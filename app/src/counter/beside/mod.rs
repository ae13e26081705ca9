//! Beside the case: what was brought, papers, copying, booklets, what happened.

pub mod booklets;

use crate::{
    counter::{
        ask::form::Grip,
        copying::{CopyAll, items},
    },
    fns::{
        counter::{Ask, AskForPapers, CaseView, CorrectNumbers, GripField, PaperLine, PastLine, VoidBooklet},
        staff::Kept,
    },
    ui::icon::{Draw, Icon},
};
use law::{
    Lang,
    checklist::Item,
    eligibility::Party,
    marriage_case::{MarriageMove, NetworkResult},
};
use leptos::{prelude::*, server_fn::ServerFn};

/// Before a case is chosen.
#[component]
pub fn Empty() -> impl IntoView {
    view! {
        <aside class="desk-beside" aria-label="材料、纸张、抄录">
            <section>
                <h2>"材料、纸张、抄录"</h2>
                <p class="hint">"开始办理以后，这里是带来的材料、要打的纸、抄到国家系统的一项项和经过。"</p>
            </section>
        </aside>
    }
}

#[component]
pub fn Beside(case: CaseView) -> impl IntoView {
    let copies = case.mine();
    view! {
        <aside class="desk-beside" aria-label="材料、纸张、抄录、经过">
            <Brought case=case.clone() />
            <Papers case=case.clone() />
            {copies.then(|| view! { <CopyAll case=case.grip.case.clone() items=items(&case) /> })}
            {case
                .registration
                .clone()
                .map(|known| view! { <booklets::Booklets known=known.into() offer=offer(&case) /> })}
            <Past lines=case.past.clone() />
        </aside>
    }
}

fn offer(case: &CaseView) -> booklets::Offer {
    booklets::Offer {
        grip: case.grip.clone(),
        kept: case.kept.clone(),
        own: case.own_numbers,
        label: "结婚证字号",
        which: "seat",
        void: case.offers(MarriageMove::VoidBooklet).then(VoidBooklet::url),
        correct: case.offers(MarriageMove::CorrectNumbers).then(CorrectNumbers::url),
    }
}

/// The latest on top; what is older is folded, so that this column need not scroll.
#[component]
pub fn Past(lines: Vec<PastLine>) -> impl IntoView {
    const SHOWN: usize = 5;
    let line =
        |line: PastLine| view! { <li><time>{line.at}</time><span>{line.words}"　"{line.who}</span></li> };
    let mut lines = lines;
    let older = lines.split_off(lines.len().min(SHOWN));
    let count = older.len();
    view! {
        <section aria-labelledby="past">
            <h2 id="past">"经过"</h2>
            <ol class="log">{lines.into_iter().map(line).collect_view()}</ol>
            {(count > 0)
                .then(|| {
                    view! {
                        <details class="aside-fold">
                            <summary class="hint">{format!("更早的 {count} 条")}</summary>
                            <ol class="log">{older.into_iter().map(line).collect_view()}</ol>
                        </details>
                    }
                })}
        </section>
    }
}

/// What has been seen so far, read off the case itself.
#[component]
fn Brought(case: CaseView) -> impl IntoView {
    let prior = |seat: Party| {
        let row = case.persons[seat.index()].rows.iter().find(|row| row.label == "婚前状况");
        row.filter(|row| row.value != "未婚").map(|row| row.value.clone())
    };
    let passed = !matches!(case.ask, Ask::Fill(_) | Ask::PreCheck);
    let mut lines = vec![
        ("第一位证件原件".to_owned(), case.persons[0].read.is_some()),
        ("第二位证件原件".to_owned(), case.persons[1].read.is_some()),
        (
            "2 寸红底合影 3 张".to_owned(),
            passed
                && case
                    .stages
                    .first()
                    .is_some_and(|stage| matches!(stage.look, crate::fns::counter::StageLook::Done(_))),
        ),
    ];
    for seat in Party::ALL {
        if let Some(prior) = prior(*seat) {
            let proof = if prior == "丧偶" { "死亡证明" } else { "离婚证或法院文书" };
            let seen = case.network.as_ref().is_some_and(|check| check.result == NetworkResult::Consistent)
                || !case.evidence.is_empty();
            lines.push((format!("{}{proof}", seat.title(Lang::Zh)), seen));
        }
    }
    let declared = case.declared.len() == 2;
    lines.push(("声明书，两位当面签名按指纹".to_owned(), declared));
    view! { <Seen lines /> }
}

/// Everything that is asked for, and what of it has been seen.
#[component]
pub fn Seen(lines: Vec<(String, bool)>) -> impl IntoView {
    if lines.iter().all(|(_, seen)| *seen) {
        return view! {
            <section aria-labelledby="brought">
                <h2 id="brought">"带来的材料 "<span class="state is-ok">{format!("✓ {} 样都看过了", lines.len())}</span></h2>
            </section>
        }
            .into_any();
    }
    view! {
        <section aria-labelledby="brought">
            <h2 id="brought">"带来的材料"</h2>
            <ul class="brought">
                {lines
                    .into_iter()
                    .map(|(words, seen)| {
                        let said = if seen { "已看过：" } else { "还没有：" };
                        view! {
                            <li class=if seen { "is-seen" } else { "" }>
                                <span class="brought-mark">{seen.then(|| view! { <Draw icon=Icon::Tick /> })}</span>
                                <span><span class="heard">{said}</span>{words}</span>
                            </li>
                        }
                    })
                    .collect_view()}
            </ul>
        </section>
    }
        .into_any()
}

#[component]
fn Papers(case: CaseView) -> impl IntoView {
    let asks = case.offers(MarriageMove::AskForPapers);
    let id = case.grip.case.clone();
    let none = case.papers.is_empty() && !asks;
    view! {
        <section aria-labelledby="papers">
            <h2 id="papers">"纸张"</h2>
            {none.then(|| view! { <p class="hint">"现在没有要打的。"</p> })}
            {case.papers.clone().into_iter().map(|paper| view! { <Print case=id.clone() paper /> }).collect_view()}
            {asks
                .then(|| {
                    view! {
                        <Missing
                            items=case.items.clone()
                            kept=case.kept.clone()
                            grip=case.grip.clone()
                            action=AskForPapers::url()
                        />
                    }
                })}
        </section>
    }
}

/// Opens the paper beside the page; every print is counted.
#[component]
pub fn Print(case: String, paper: PaperLine) -> impl IntoView {
    let action = format!("/counter/case/{case}/paper/{}.pdf", paper.kind);
    view! {
        <form class="beside-row" method="post" action=action target="_blank">
            <span>{paper.title.clone()}</span>
            <button class="button is-outline is-small" aria-label=format!("打印{}", paper.title)>"打印"</button>
        </form>
    }
}

/// 一次性告知单: everything that is still missing, told once.
#[component]
pub fn Missing(items: Vec<Item>, kept: Kept, grip: GripField, action: &'static str) -> impl IntoView {
    let open = kept.form == "missing";
    view! {
        <details class="aside-fold" open=open>
            <summary class="beside-row">
                <span>"缺材料"</span>
                <span class="button is-outline is-small">"打告知单"</span>
            </summary>
            <form method="post" action=action>
                <Grip grip />
                <fieldset>
                    <legend class="hint">"缺哪样勾哪样，一次说全。这不是不予办理。"</legend>
                    {items
                        .into_iter()
                        .map(|item| {
                            let ticked = kept.ticked("missing", "items", item.as_str());
                            view! {
                                <label class="choice">
                                    <input type="checkbox" name="items[]" value=item.as_str() checked=ticked />
                                    <span>{item.title(Lang::Zh)}</span>
                                </label>
                            }
                        })
                        .collect_view()}
                </fieldset>
                <p class="form-end">
                    <button class="button is-outline is-small" id="missing">"记下缺的，打告知单"</button>
                </p>
            </form>
        </details>
    }
}

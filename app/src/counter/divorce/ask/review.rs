//! 审查: both are back; papers, each questioned alone, declarations and agreement signed, the registrar's word.

use super::{
    super::{menu::Fault, moment::Moment},
    apply::{Checked, MissingMarriage},
    withdraw::Withdrawing,
};
use crate::{
    counter::{ask::form::Grip, beside::Print},
    fns::counter::{
        PaperLine,
        divorce::{BeginReview, DivorceView, EndQuestioning, PassReview, Question, Sign},
    },
    ui::when::Dated,
};
use chrono::NaiveDate;
use law::{
    Lang,
    divorce_case::{DivorceMove, ReviewPoint},
    eligibility::Party,
};
use leptos::{prelude::*, server_fn::ServerFn};

#[component]
pub fn Begin(case: DivorceView, today: NaiveDate) -> impl IntoView {
    let not = case.refused(DivorceMove::BeginReview).cloned();
    let offered = not.as_ref().is_none_or(|not| not.after_closing);
    let late = case.refused(DivorceMove::Withdraw).map(|not| not.words.clone());
    let past = case.refusals.iter().map(|(ground, on)| {
        let day = law::words::day(*on, chrono::Datelike::year(&today), Lang::Zh);
        format!("{day}不予办理：{}", ground.words(Lang::Zh))
    });
    let past: Vec<_> = past.collect();
    let opens = case.kept.form == "withdraw";
    view! {
        <section class="sheet ask">
            <h2>"两位来领证：这几样都看过了吗？"</h2>
            {not.clone().map(|not| view! { <p class="field-fault">"✕ "<Dated words=not.words /></p> })}
            {past.into_iter().map(|words| view! { <p class="hint">{words}</p> }).collect_view()}
            {offered
                .then(|| {
                    view! {
                        <form id="ask" class="form" method="post" action=BeginReview::url() novalidate=true>
                            <Grip grip=case.grip.clone() />
                            <div class="ticks-row">
                                {ReviewPoint::ALL
                                    .iter()
                                    .map(|point| {
                                        let ticked = case.kept.ticked("begin-review", "points", point.as_str());
                                        view! {
                                            <label class="choice">
                                                <input type="checkbox" name="points[]" value=point.as_str() checked=ticked />
                                                <span>{point.title(Lang::Zh)}</span>
                                            </label>
                                        }
                                    })
                                    .collect_view()}
                            </div>
                            <Moment
                                kept=case.kept.clone()
                                form="begin-review"
                                open=not.is_some_and(|not| not.after_closing)
                            />
                        </form>
                    }
                })}
        </section>
        <MissingMarriage case=case.clone() />
        <details class="sheet fold-sheet" open=opens>
            <summary>"补录以前的撤回"</summary>
            {late.map(|words| view! { <p class="hint">{words}</p> })}
            <Withdrawing case main=false />
        </details>
    }
}

/// Who is in the room alone just now.
pub fn opened(case: &DivorceView) -> Option<Party> {
    case.review.as_ref().and_then(|review| review.questioning)
}

/// 「分开询问」: two parts, each closed before the other opens.
#[component]
pub fn Asking(case: DivorceView) -> impl IntoView {
    let Some(review) = case.review.clone() else { return ().into_any() };
    let opened = opened(&case);
    let left: Vec<_> = Party::ALL.iter().copied().filter(|seat| !review.questioned.contains(seat)).collect();
    let only = left.len() == 1;
    let grip = case.grip.clone();
    let fault = case.kept.fault("question", "seat");
    let sheet = case.papers.iter().find(|paper| paper.kind == "blank-2").cloned();
    let id = case.grip.case.clone();
    let part = |seat: Party| {
        let (class, words) = if review.questioned.contains(&seat) {
            ("state is-ok", "✓ 问完了")
        } else if opened == Some(seat) {
            ("state is-now", "正在单独问")
        } else {
            ("state", "还没问")
        };
        view! { <p class="part"><b>{seat.title(Lang::Zh)}</b><span class=class>{words}</span></p> }
    };
    view! {
        <section class="sheet ask">
            <h2>"分开询问"</h2>
            <div class="pair-of is-parts">{Party::ALL.iter().map(|seat| part(*seat)).collect_view()}</div>
            {match opened {
                Some(seat) => {
                    view! {
                        <form id="ask" method="post" action=EndQuestioning::url()>
                            <Grip grip />
                            <input type="hidden" name="seat" value=seat.as_str() />
                            <p class="hint">"问的时候另一位在外面等。这里只记问过了，不记说了什么。"</p>
                        </form>
                    }
                        .into_any()
                }
                None => {
                    view! {
                        <form id="ask" method="post" action=Question::url()>
                            <Grip grip />
                            <Fault words=fault />
                            <div class="answers">
                                {left
                                    .into_iter()
                                    .map(|seat| {
                                        view! {
                                            <label class="answer">
                                                <input type="radio" name="seat" value=seat.as_str() checked=only />
                                                <span>"请"{seat.title(Lang::Zh)}"进来，单独问"</span>
                                            </label>
                                        }
                                    })
                                    .collect_view()}
                            </div>
                        </form>
                    }
                        .into_any()
                }
            }}
            {sheet.map(|paper| view! { <div class="answers"><Print case=id paper /></div> })}
        </section>
    }
    .into_any()
}

#[component]
pub fn Signing(case: DivorceView) -> impl IntoView {
    let Some(review) = case.review.clone() else { return ().into_any() };
    let kept = case.kept.clone();
    let id = case.grip.case.clone();
    let papers: Vec<PaperLine> =
        case.papers.iter().filter(|paper| paper.kind.starts_with("form-4")).cloned().collect();
    let agreed = kept.typed("sign", "agreement").is_some_and(|ticked| !ticked.is_empty());
    view! {
        <section class="sheet ask">
            <h2>"哪几样当面签了名、按了指纹？"</h2>
            <form id="ask" method="post" action=Sign::url()>
                <Grip grip=case.grip />
                <div class="answers">
                    {Party::ALL
                        .iter()
                        .map(|seat| {
                            let words = format!("{}的声明书", seat.title(Lang::Zh));
                            if review.declared.contains(seat) {
                                view! { <span class="state is-ok">"✓ "{words}</span> }.into_any()
                            } else {
                                let ticked = kept.ticked("sign", "seats", seat.as_str());
                                view! {
                                    <label class="answer">
                                        <input type="checkbox" name="seats[]" value=seat.as_str() checked=ticked />
                                        <span>{words}</span>
                                    </label>
                                }
                                    .into_any()
                            }
                        })
                        .collect_view()}
                    {if review.agreement_signed {
                        view! { <span class="state is-ok">"✓ 离婚协议，三份"</span> }.into_any()
                    } else {
                        view! {
                            <label class="answer">
                                <input type="checkbox" name="agreement" value="yes" checked=agreed />
                                <span>"离婚协议，三份"</span>
                            </label>
                        }
                            .into_any()
                    }}
                </div>
                <p class="hint">"协议只记当面签了名，内容不录入、不留存。"</p>
            </form>
            <div class="answers">
                {papers.into_iter().map(|paper| view! { <Print case=id.clone() paper /> }).collect_view()}
            </div>
        </section>
    }
    .into_any()
}

/// 审查: everything on which the registrar puts their name, in one sight.
#[component]
pub fn Passing(case: DivorceView) -> impl IntoView {
    let now = case.network.as_ref().map_or_else(Default::default, |check| check.at);
    view! {
        <section class="sheet ask">
            <h2>"审查：符合离婚条件，准予登记吗？"</h2>
            <form id="ask" method="post" action=PassReview::url()>
                <Grip grip=case.grip.clone() />
                <ul class="facts">
                    <li>"两位亲自到场，已分开问过"</li>
                    <li>"声明书已当面签名按指纹，离婚协议已当面签名"</li>
                    <li>"在可以登记的日子里，本处受理的申请"</li>
                </ul>
                <p class="hint">"是否自愿、协议是否谈妥，由您当面审查。"</p>
            </form>
            <Checked case now />
        </section>
    }
}

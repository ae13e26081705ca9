//! A refusal on a page, and what would work instead.

use crate::{
    fns::booking::{Refused, SlotView},
    ui::{faults::Refusal, lang::t, when::Dated},
};
use chrono::NaiveDate;
use leptos::prelude::*;

/// Nothing where nothing was refused. `nothing` is the sentence for a form that was sent empty.
#[component]
pub fn Why(refused: Option<Refused>, nothing: &'static str) -> impl IntoView {
    refused.map(|refused| {
        let (title, words) = match refused {
            Refused::Nothing => (t("还差一步", "One thing is missing"), nothing.to_owned()),
            Refused::Day(words) | Refused::Lawful(words) => (t("这天约不了", "Not that day"), words),
            Refused::Full(_) => (
                t("刚刚约满了", "That time has just been taken"),
                t(
                    "您填的都还在。请选下面的时间，也可以当天直接来取现场号。",
                    "What you typed is kept. Choose a time below, or come that day and take a number.",
                )
                .to_owned(),
            ),
            // One sentence for every cause: it names no person, service or date.
            Refused::NotBookable => (
                t("没有约上", "Not booked"),
                t(
                    "这次没有约上。请打电话或直接来窗口，当天可办。",
                    "This could not be booked. Call us or come to the counter.",
                )
                .to_owned(),
            ),
            Refused::TooLate => (
                t("这个时间约不了了", "That time can't be booked any more"),
                t(
                    "请选别的时间，或当天直接来取现场号。",
                    "Choose another time, or come that day and take a number.",
                )
                .to_owned(),
            ),
            Refused::Gone => (
                t("没有改成", "Nothing was changed"),
                t(
                    "预约刚刚变过，请看看现在的情况再选。",
                    "The booking has just changed; please look at it and choose again.",
                )
                .to_owned(),
            ),
        };
        view! {
            <Refusal title=title.to_owned()>
                <p><Dated words /></p>
            </Refusal>
        }
    })
}

/// The nearest places that are left, as radio rows with whole dates.
#[component]
pub fn Others(others: Vec<SlotView>, today: NaiveDate) -> impl IntoView {
    use crate::ui::{lang::law_lang, when::Hours};
    use chrono::Datelike;
    (!others.is_empty()).then(|| {
        view! {
            <fieldset class="slots">
                <legend>{t("离得最近的", "Nearest times")}</legend>
                {others
                    .into_iter()
                    .map(|slot| {
                        let date = law::words::date(slot.date, today.year(), law_lang());
                        view! {
                            <label class="slot">
                                <input type="radio" name="slot" value=slot.id />
                                <span class="slot-face">
                                    <b>
                                        <time datetime=slot.date.to_string()>{date}</time>
                                        " "
                                        <Hours starts=slot.starts ends=slot.ends />
                                    </b>
                                    <span>{places(slot.left)}</span>
                                </span>
                            </label>
                        }
                    })
                    .collect_view()}
            </fieldset>
        }
    })
}

/// 「余 2」, "2 left".
pub fn places(left: u32) -> String {
    if crate::ui::lang::english() { format!("{left} left") } else { format!("余 {left}") }
}

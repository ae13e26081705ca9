//! 「算一算日期」: the two times of thirty days on one line of time, each date with its reason and article.

use crate::{
    couple::frame::{asked, tab_title},
    fns::booking::{ClockStep, DatesView, divorce_dates},
    ui::{
        faults::Refusal,
        icon::{Draw, Icon},
        lang::{english, t},
        loaded::loaded,
        mood::Mood,
        phone::{Back, Phone},
        when::{Dated, WholeDate},
    },
};
use chrono::{Datelike, NaiveDate};
use law::divorce_clock::StepKind;
use leptos::prelude::*;

#[component]
pub fn Dates() -> impl IntoView {
    // One date, or its three parts from the lists.
    let parts = || Some(format!("{}-{:0>2}-{:0>2}", asked("year")?, asked("month")?, asked("day")?));
    let accepted = asked("accepted").or_else(parts);
    loaded(move || divorce_dates(accepted.clone()), |view| view! { <Worked view /> })
}

#[component]
fn Worked(view: DatesView) -> impl IntoView {
    let DatesView { today, asked, steps, provisional, fault } = view;
    let worked = !steps.is_empty();
    let bar = if worked {
        view! {
            <a class="button" href="/book/divorce-registration" rel="external">
                {t("约领取离婚证的时间", "Book a time to complete it")}
            </a>
        }
        .into_any()
    } else {
        view! { <button class="button" form="dates">{t("算日期", "Work out the dates")}</button> }.into_any()
    };
    view! {
        <Phone
            title=tab_title("", true)
            mood=Mood::Calm
            back=Some(Back::step("/divorce"))
            bar=Some(bar)
            discreet=true
        >
            <h1>{t("算一算日期", "Work out the dates")}</h1>
            <p class="lead">
                <span class="clause">
                    {t("申请那天不算，从第二天起数三十天；", "The day you apply isn't counted: thirty days run from the day after. ")}
                </span>
                <span class="clause">
                    {t("最后一天放假就顺延。", "If the last day is a holiday, it moves on.")}
                </span>
            </p>
            {fault
                .map(|fault| {
                    view! {
                        <Refusal title=t("算不了这个日期", "No dates for this day").to_owned()>
                            <p>
                                <Dated words=fault />
                            </p>
                        </Refusal>
                    }
                })}
            <form id="dates" class="stack" method="get" action="/divorce/dates">
                <AcceptedOn asked=asked today />
                {worked
                    .then(|| {
                        view! { <button class="button is-outline">{t("换个日期再算", "Work out again")}</button> }
                    })}
            </form>
            {provisional
                .then(|| {
                    view! {
                        <p class="notice is-plain">
                            {t(
                                "明年的放假安排还没公布，日期可能变动，公布后请再算一次。以受理回执单上的日期为准。",
                                "Next year's holidays aren't published yet, so dates may move. The receipt's dates count.",
                            )}
                        </p>
                    }
                })}
            {worked.then(|| view! { <Line steps today /> })}
            {worked
                .then(|| {
                    view! {
                        <p class="hint">
                            {t("以受理回执单上的日期为准。", "The dates on the acceptance receipt are the ones that count.")}
                        </p>
                        <p>
                            <a href="/book/counselling" rel="external">
                                {t(
                                    "想找人聊聊（免费、自愿，不影响办理）",
                                    "Talk to someone (free, voluntary, no effect on your matter)",
                                )}
                            </a>
                        </p>
                    }
                })}
        </Phone>
    }
}

/// The day as three lists: a browser's own date field may write 01/16.
#[component]
fn AcceptedOn(asked: String, today: NaiveDate) -> impl IntoView {
    let chosen = asked.parse::<NaiveDate>().unwrap_or(today);
    let (year, month, day) = (t("年", ""), t("月", ""), t("日", ""));
    let years = (today.year() - 1)..=(today.year() + 1);
    let years = years.map(|value| (value.to_string(), format!("{value}{year}"))).collect();
    let months = (1..=12).map(|value: u32| {
        let name = if english() { month_name(value) } else { format!("{value}{month}") };
        (value.to_string(), name)
    });
    let days = (1..=31).map(|value: u32| (value.to_string(), format!("{value}{day}"))).collect();
    view! {
        <fieldset>
            <legend class="field-label">{t("申请被受理的日期", "Day on which the application was accepted")}</legend>
            <p class="field-hint">{t("写在受理回执单上", "It stands on the acceptance receipt")}</p>
            <div class="field-parts">
                <Part name="year" label=t("年", "Year") options=years chosen=chosen.year().to_string() />
                <Part name="month" label=t("月", "Month") options=months.collect() chosen=chosen.month().to_string() />
                <Part name="day" label=t("日", "Day") options=days chosen=chosen.day().to_string() />
            </div>
        </fieldset>
    }
}

#[component]
fn Part(
    name: &'static str,
    label: &'static str,
    options: Vec<(String, String)>,
    chosen: String,
) -> impl IntoView {
    view! {
        <div class="field-select">
            <select class="field-box" name=name aria-label=label autocomplete="off">
                {options
                    .into_iter()
                    .map(|(value, words)| {
                        let selected = value == chosen;
                        view! { <option value=value selected=selected>{words}</option> }
                    })
                    .collect_view()}
            </select>
            <Draw icon=Icon::Down />
        </div>
    }
}

/// "January", from the law's own words for a date.
fn month_name(month: u32) -> String {
    let first = NaiveDate::from_ymd_opt(2026, month, 1).unwrap_or_default();
    let day = law::words::day(first, 2026, law::Lang::En);
    day.split_once(' ').map_or(day.clone(), |(_, name)| name.to_owned())
}

/// The three bars, vertical; their textures also work in black and white.
#[component]
fn Line(steps: Vec<ClockStep>, today: NaiveDate) -> impl IntoView {
    let at = move |kind: StepKind| {
        let step = steps.iter().find(|step| step.kind == kind).cloned();
        step.map(|step| view! { <Date step today /> })
    };
    view! {
        <ol class="timeline">
            <li class="is-point">{at(StepKind::Accepted)}</li>
            <li class="is-hatched">
                {at(StepKind::CoolingOffFirst)} <h2>{t("三十日（冷静期）", "Thirty days (cooling-off)")}</h2>
                <p class="hint">
                    {t("这段时间里，任何一位都可以单独来撤回申请。", "In this time either of you alone can withdraw the application.")}
                </p>
                {at(StepKind::CoolingOffLast)}
                <p class="hint">
                    {t("这天还可以撤回，还不能领证。", "On this day one can still withdraw, and not yet complete it.")}
                </p>
            </li>
            <li class="is-solid">
                {at(StepKind::IssuanceFirst)} <h2>{t("可以领证的日子", "Days on which you can complete it")}</h2>
                <p class="hint">
                    {t(
                        "两个人一起来，工作日办公时间，带身份证、结婚证、离婚协议书和受理回执单。",
                        "Both of you together, in office hours on working days, with ID cards, marriage certificates, agreement and receipt.",
                    )}
                </p>
                {at(StepKind::IssuanceLast)}
            </li>
            <li class="is-fading">
                {at(StepKind::Lapses)} <h2>{t("到期自动终止", "Ends by itself")}</h2>
                <p class="hint">
                    {t("没有一起来领证，申请到这天自动终止，可以重新申请。", "If you haven't completed it together, the application ends; you can apply again.")}
                </p>
            </li>
        </ol>
    }
}

/// A date with its weekday and role, and why it is this day.
#[component]
fn Date(step: ClockStep, today: NaiveDate) -> impl IntoView {
    let lang = crate::ui::lang::law_lang();
    let explained =
        matches!(step.kind, StepKind::CoolingOffLast | StepKind::IssuanceFirst | StepKind::IssuanceLast);
    view! {
        <p class="timeline-date">
            <WholeDate date=step.date today />
            " "
            <small>{step.kind.role(lang)}</small>
        </p>
        {explained
            .then(|| {
                view! {
                    <details class="fold is-bare">
                        <summary>
                            <Draw icon=Icon::Down />
                            <span>{t("为什么是这一天", "Why this day")}</span>
                        </summary>
                        <div class="fold-in">
                            <p>
                                <Dated words=step.why />
                            </p>
                            <p class="hint">{step.kind.article(lang)}</p>
                        </div>
                    </details>
                }
            })}
    }
}

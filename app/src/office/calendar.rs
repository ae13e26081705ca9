//! 放假安排: the national schedule that the law counts by. A file is looked at first, then imported.

use crate::{
    counter::frame::gated,
    fns::office::{
        CalendarView, ChangedView, DropSchedule, ImportSchedule, LookAtSchedule, MovedView, PlanView,
        YearView, calendar,
    },
    fns::staff::Kept,
    office::{Room, Told},
    ui::{
        field::field_class,
        when::{Day, WholeDate},
    },
};
use chrono::NaiveDate;
use leptos::{prelude::*, server_fn::ServerFn};

#[component]
pub fn Calendar() -> impl IntoView {
    gated("/office/calendar", calendar, |view| view! { <Shown view /> })
}

#[component]
fn Shown(view: CalendarView) -> impl IntoView {
    let CalendarView { me, kept, years, unknown, text, plan, sees_cases, moved, to_check } = view;
    let today = me.today;
    let after = plan.is_none() && sees_cases;
    view! {
        <Room me path="/office/calendar" title="放假安排">
            <header class="main-head">
                <h1>"放假安排"</h1>
                <span>"离婚的三十天、预约能选的日子都照它算"</span>
            </header>
            <Told kept=kept.clone() />
            <div class="halves">
                <Known years unknown />
                <Import kept text=text.clone() planned=plan.is_some() unknown />
            </div>
            {plan.map(|plan| view! { <Plan plan text today sees_cases /> })}
            {after
                .then(|| {
                    view! {
                        <div class="halves" id="moved">
                            <Moves
                                title="日期变了，还要告诉当事人"
                                none="现在没有。"
                                hint="两位分开告诉，各照各自同意的方式；在件里记下。"
                                lines=moved
                                today
                                told=true
                            />
                            <Moves
                                title="回执日期要核对"
                                none="现在没有。"
                                hint="回执上的日期不变。请照回执再看一遍，是不是按新安排打的。"
                                lines=to_check
                                today
                                told=false
                            />
                        </div>
                    }
                })}
        </Room>
    }
}

#[component]
fn Known(years: Vec<YearView>, unknown: i32) -> impl IntoView {
    view! {
        <section class="sheet">
            <h2>"已经有的年份"</h2>
            <table class="table">
                <thead>
                    <tr>
                        <th scope="col">"年份"</th>
                        <th scope="col" class="is-figure">"放假"</th>
                        <th scope="col" class="is-figure">"调休上班"</th>
                    </tr>
                </thead>
                <tbody>
                    {years
                        .into_iter()
                        .map(|year| {
                            view! {
                                <tr>
                                    <th scope="row">{format!("{}年", year.year)}</th>
                                    <td class="is-figure">{format!("{} 天", year.days_off)}</td>
                                    <td class="is-figure">{format!("{} 天", year.make_up_days)}</td>
                                </tr>
                            }
                        })
                        .collect_view()}
                </tbody>
            </table>
            <p class="hint">
                {format!("{unknown}年还没有导入：先按周末和法定节日推算，日期都标“暂定”。国务院办公厅一般在10月底到11月发通知。")}
            </p>
        </section>
    }
}

#[component]
fn Import(kept: Kept, text: String, planned: bool, unknown: i32) -> impl IntoView {
    let fault = kept.fault("schedule", "schedule");
    let invalid = fault.is_some().then_some("true");
    let class = field_class(fault.is_some());
    view! {
        <form class="sheet form" method="post" action=LookAtSchedule::url() novalidate=true>
            <h2>"导入一年的安排"</h2>
            <div class=class>
                <label class="field-label" for="text">{format!("把 {unknown}.json 整份粘贴在这里")}</label>
                <p class="field-hint" id="text-hint">"holiday-cn 的格式：year、days，每天有 name、date、isOffDay。也可以用命令 calendar import。"</p>
                {fault.map(|words| view! { <p class="field-fault" id="text-fault" role="alert">"✕ "{words}</p> })}
                <textarea
                    class="field-box"
                    id="text"
                    name="text"
                    rows="6"
                    autocomplete="off"
                    spellcheck="false"
                    aria-describedby="text-hint text-fault"
                    aria-invalid=invalid
                >
                    {text}
                </textarea>
            </div>
            <p class="form-end">
                <button class=if planned { "button is-outline" } else { "button" } id="look">"先看会动哪些"</button>
                <span class="hint">"这一步什么也不改。"</span>
            </p>
        </form>
    }
}

#[component]
fn Plan(plan: PlanView, text: String, today: NaiveDate, sees_cases: bool) -> impl IntoView {
    let PlanView {
        year,
        is_new,
        days_off,
        make_up_days,
        changed,
        moved,
        to_check,
        many_moved,
        many_to_check,
    } = plan;
    let nothing = changed.is_empty();
    let head = if is_new { "新的一年" } else { "换掉现在的" };
    let cases = match (many_moved, many_to_check) {
        (0, 0) => "没有在办的离婚申请变动。".to_owned(),
        (moved, 0) => format!("{moved}件在办的离婚申请日期会变。"),
        (moved, check) => format!("{moved}件在办的离婚申请日期会变，{check}件要照回执核对。"),
    };
    view! {
        <section class="sheet" id="plan" aria-labelledby="plan-head">
            <h2 id="plan-head">
                {format!("{year}年：放假 {days_off} 天，调休上班 {} 天 ", make_up_days.len())} <small class="hint">{head}</small>
            </h2>
            {nothing.then(|| view! { <p>"和现在的一样，导入也不会变动什么。"</p> })}
            <div class="halves">
                <div>{(!nothing).then(|| view! { <Changed changed today /> })}</div>
                <div class="stack">
                    <p>
                        <b>{cases}</b>
                    </p>
                    {(!sees_cases && many_moved + many_to_check > 0)
                        .then(|| view! { <p class="hint">"哪几件，请负责人来看。"</p> })}
                    {(!moved.is_empty()).then(|| view! { <Lines lines=moved today told=false /> })}
                    {(!to_check.is_empty())
                        .then(|| {
                            view! {
                                <p class="hint">"下面的照回执核对，日期不变（右边是按新安排算的）："</p>
                                <Lines lines=to_check today told=false />
                            }
                        })}
                    <div class="answers">
                        <form method="post" action=ImportSchedule::url()>
                            <textarea hidden name="text" aria-hidden="true">
                                {text}
                            </textarea>
                            <button class="button" id="import">{format!("导入{year}年的安排")}</button>
                        </form>
                        <form method="post" action=DropSchedule::url()>
                            <button class="button is-text" id="drop">"不导入"</button>
                        </form>
                    </div>
                </div>
            </div>
        </section>
    }
}

#[component]
fn Changed(changed: Vec<ChangedView>, today: NaiveDate) -> impl IntoView {
    view! {
        <table class="table">
            <caption>"会变的日子"</caption>
            <tbody>
                {changed
                    .into_iter()
                    .map(|line| {
                        let ends = (line.first != line.last).then_some(line.last);
                        view! {
                            <tr>
                                <th scope="row">
                                    <WholeDate date=line.first today />
                                    {ends.map(|last| view! { " 至 " <Day date=last today=line.first /> })}
                                </th>
                                <td>{line.before}" → "<b>{line.after}</b></td>
                                <td>
                                    {(line.bookings > 0)
                                        .then(|| {
                                            view! {
                                                <span class="state is-fault">{format!("✕ 已约 {} 个，导入后请打电话", line.bookings)}</span>
                                            }
                                        })}
                                </td>
                            </tr>
                        }
                    })
                    .collect_view()}
            </tbody>
        </table>
    }
}

#[component]
fn Moves(
    title: &'static str,
    none: &'static str,
    hint: &'static str,
    lines: Vec<MovedView>,
    today: NaiveDate,
    told: bool,
) -> impl IntoView {
    let empty = lines.is_empty();
    view! {
        <section class="sheet">
            <h2>{title}</h2>
            <p class="hint">{if empty { none } else { hint }}</p>
            {(!empty).then(|| view! { <Lines lines today told /> })}
        </section>
    }
}

#[component]
fn Lines(lines: Vec<MovedView>, today: NaiveDate, told: bool) -> impl IntoView {
    let pair = move |[cooling_off, last]: [NaiveDate; 2]| {
        view! {
            <Day date=cooling_off today />
            "、"
            <Day date=last today />
        }
    };
    view! {
        <div class="table-scroll">
            <table class="table">
                <thead>
                    <tr>
                        <th scope="col">"回执号"</th>
                        <th scope="col">"三十日到、领证到"</th>
                        <th scope="col">"按新安排"</th>
                        {told.then(|| view! { <th scope="col">"已告诉"</th> })}
                    </tr>
                </thead>
                <tbody>
                    {lines
                        .into_iter()
                        .map(|line| {
                            let number = line.receipt_no.clone();
                            let href = line.case.map(|case| format!("/counter/case/{case}"));
                            view! {
                                <tr>
                                    <th scope="row">
                                        {match href {
                                            Some(href) => view! { <a href=href rel="external">{number}</a> }.into_any(),
                                            None => number.into_any(),
                                        }}
                                    </th>
                                    <td>{pair(line.old)}</td>
                                    <td>{pair(line.new)}</td>
                                    {told.then(|| view! { <td>{format!("{}/2", line.told)}</td> })}
                                </tr>
                            }
                        })
                        .collect_view()}
                </tbody>
            </table>
        </div>
    }
}

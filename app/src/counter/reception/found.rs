//! A booking that was found: arrival, another time, an end with a reason.

use crate::{
    counter::reception::take::TimeList,
    fns::{
        counter::Arrive,
        reception::{CancelFor, FoundView, MoveFor},
    },
    ui::when::{Hours, WholeDate},
};
use chrono::NaiveDate;
use law::Lang;
use leptos::{prelude::*, server_fn::ServerFn};

/// Why reception ends a booking; the words are kept with it.
const REASONS: [&str; 3] = ["本人来电取消", "看过本人证件，不是本人约的，放出名额", "填错了，重新约"];

#[component]
pub fn Found(found: FoundView, may_book: bool, today: NaiveDate) -> impl IntoView {
    let FoundView {
        id,
        code,
        service,
        date,
        starts,
        ends,
        persons,
        state,
        may_arrive,
        may_move,
        may_cancel,
        moving,
    } = found;
    let two = persons.len() > 1;
    let own = format!("/counter/reception?code={code}");
    view! {
        <section class="sheet" aria-label=format!("预约 {code}")>
            <header class="case-head">
                <h2>{service.title(Lang::Zh)}</h2>
                <span>"预约号 "{code.clone()}</span>
                <span class="state">{state}</span>
            </header>
            <p class="found-when">
                <WholeDate date today />
                " "
                <Hours starts ends />
            </p>
            <dl>
                {persons
                    .into_iter()
                    .map(|(name, number)| {
                        view! {
                            <div class="person-row">
                                <dt>
                                    <b>{name}</b>
                                </dt>
                                <dd>{number}</dd>
                            </div>
                        }
                    })
                    .collect_view()}
            </dl>
            {may_arrive.then(|| view! { <Here id=id.clone() code=code.clone() two /> })}
            {(may_book && may_move && moving.is_none())
                .then(|| view! { <p><a href=format!("{own}&move=1") rel="external" id="move">"改到别的时间"</a></p> })}
            {moving
                .map(|times| {
                    let date = times.date;
                    let base = format!("{own}&move=1");
                    view! {
                        <section aria-label="改期">
                            <h3>"改到什么时间？"</h3>
                            <TimeList times=times.clone() base today />
                            {date
                                .map(|_| {
                                    view! {
                                        <form method="post" action=MoveFor::url()>
                                            <input type="hidden" name="code" value=code.clone() />
                                            <super::take::Choices times=times.times.clone() chosen=None />
                                            <p class="form-end">
                                                <button class="button is-outline" id="move-to">"改到这个时间"</button>
                                            </p>
                                        </form>
                                    }
                                })}
                        </section>
                    }
                })}
            {(may_book && may_cancel).then(|| view! { <Cancelling code=code.clone() /> })}
        </section>
    }
}

/// Who is here.
#[component]
fn Here(id: String, code: String, two: bool) -> impl IntoView {
    let form = |both: bool, words: &'static str| {
        view! {
            <form method="post" action=Arrive::url()>
                <input type="hidden" name="booking" value=id.clone() />
                <input type="hidden" name="code" value=code.clone() />
                <input type="hidden" name="back" value="reception" />
                {both.then(|| view! { <input type="hidden" name="both" value="yes" /> })}
                <button class="button is-outline" id=if both { "arrive-both" } else { "arrive-one" }>{words}</button>
            </form>
        }
    };
    view! {
        <div class="answers">
            {form(true, if two { "两位都到了" } else { "到了" })}
            {two.then(|| form(false, "先到一位"))}
        </div>
    }
}

/// An end with a reason, which is kept.
#[component]
fn Cancelling(code: String) -> impl IntoView {
    view! {
        <details class="aside-fold">
            <summary>"取消这个预约"</summary>
            <form method="post" action=CancelFor::url()>
                <input type="hidden" name="code" value=code />
                <fieldset class="choices">
                    <legend class="hint">"为什么取消？会记下来。"</legend>
                    {REASONS
                        .into_iter()
                        .map(|reason| {
                            view! {
                                <label class="choice">
                                    <input type="radio" name="reason" value=reason />
                                    <span>{reason}</span>
                                </label>
                            }
                        })
                        .collect_view()}
                </fieldset>
                <p class="form-end">
                    <button class="button is-outline is-small" id="cancel">"取消预约，放出时间"</button>
                </p>
            </form>
        </details>
    }
}

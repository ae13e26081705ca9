//! A booking in the middle: who is here, and then the case begins.

use crate::{
    counter::{ask::said::Said, records::FromBooking},
    fns::{
        counter::{
            Arrive, BookingView, OpenBooking, divorce::OpenDivorceBooking, reissue::OpenReissueBooking,
        },
        staff::May,
    },
    ui::when::{Hours, WholeDate},
};
use chrono::NaiveDate;
use leptos::{prelude::*, server_fn::ServerFn};

#[component]
pub fn Booking(booking: BookingView, may: May, today: NaiveDate) -> impl IntoView {
    let BookingView {
        id,
        service,
        is_marriage,
        is_divorce,
        is_reissue,
        is_records,
        code,
        date,
        starts,
        ends,
        persons,
        arrived,
        both_here,
        is_today,
        kept,
    } = booking;
    let here = match arrived {
        None => "还没到".to_owned(),
        Some(at) if persons.len() > 1 && both_here => format!("两位 {} 到", law::words::time(at)),
        Some(at) if persons.len() > 1 => format!("一位 {} 到", law::words::time(at)),
        Some(at) => format!("{} 到", law::words::time(at)),
    };
    let two = persons.len() > 1;
    let grouped = grouped(&code);
    view! {
        <header class="case-head">
            <h1>{service}</h1>
            <span><WholeDate date today />" "<Hours starts ends /></span>
            <span>"预约号 "{grouped}</span>
            <span>{here}</span>
        </header>
        <Said kept />
        <div class="pair-of">
            {persons
                .into_iter()
                .zip(["第一位", "第二位"])
                .map(|((name, number), title)| {
                    view! {
                        <section class="person">
                            <header>
                                <h2>{title}</h2>
                                <span class="state">"预约时填的"</span>
                            </header>
                            <dl>
                                <div class="person-row">
                                    <dt>"姓名"</dt>
                                    <dd>
                                        <b>{name}</b>
                                    </dd>
                                </div>
                                <div class="person-row">
                                    <dt>"证件号码"</dt>
                                    <dd>{number}</dd>
                                </div>
                            </dl>
                        </section>
                    }
                })
                .collect_view()}
        </div>
        <section class="sheet">
            <h2>{if is_today { "到了几位？" } else { "不是今天的预约" }}</h2>
            {(is_today && may.receive)
                .then(|| {
                    view! {
                        <form class="answers" method="post" action=Arrive::url()>
                            <input type="hidden" name="booking" value=id.clone() />
                            <input type="hidden" name="code" value=code.clone() />
                            <button class="button is-outline" name="both" value="yes">
                                {if two { "两位都到了" } else { "到了" }}
                            </button>
                        </form>
                        {two
                            .then(|| {
                                view! {
                                    <form class="answers" method="post" action=Arrive::url()>
                                        <input type="hidden" name="booking" value=id.clone() />
                                        <input type="hidden" name="code" value=code.clone() />
                                        <button class="button is-outline">"先到一位"</button>
                                    </form>
                                }
                            })}
                    }
                })}
            {(is_today && is_marriage && may.handle)
                .then(|| {
                    view! {
                        <form class="form-end" method="post" action=OpenBooking::url()>
                            <input type="hidden" name="booking" value=id.clone() />
                            <button class="button" id="open">"开始办理"</button>
                        </form>
                    }
                })}
            {(is_today && is_divorce && may.handle)
                .then(|| {
                    view! {
                        <form class="form-end" method="post" action=OpenDivorceBooking::url()>
                            <input type="hidden" name="booking" value=id.clone() />
                            <button class="button" id="open">"开始办理"</button>
                        </form>
                    }
                })}
            {(is_today && is_reissue && may.handle)
                .then(|| {
                    view! {
                        <form class="form-end" method="post" action=OpenReissueBooking::url()>
                            <input type="hidden" name="booking" value=id.clone() />
                            <button class="button" id="open">"开始办理"</button>
                        </form>
                    }
                })}
            {(is_today && is_records && may.handle).then(|| view! { <FromBooking booking=id.clone() /> })}
            {(!is_marriage && !is_divorce && !is_reissue && !is_records).then(|| view! { <p class="hint">"这一项柜台还没接进来，请按原来的办法办理；到场可以在这里记。"</p> })}
        </section>
    }
}

/// 「1234 5674」, as it stands on the slip.
fn grouped(code: &str) -> String {
    match code.split_at_checked(4) {
        Some((head, tail)) => format!("{head} {tail}"),
        None => code.to_owned(),
    }
}

//! 登记发证: number and two booklets, the stamp on the marriage certificates, two papers, the end.

use crate::{
    counter::ask::form::Grip,
    fns::counter::divorce::{DivorceView, Issue, Register},
    ui::{field::TextField, when::Day},
};
use chrono::NaiveDate;
use law::{
    Lang,
    divorce_case::{CertificatesSeen, STAMP, SignedPaper},
};
use leptos::{prelude::*, server_fn::ServerFn};

#[component]
pub fn Registering(case: DivorceView) -> impl IntoView {
    let kept = case.kept.clone();
    let value = |field: &str| kept.typed("register", field).unwrap_or_default();
    let fault = |field: &str| kept.fault("register", field);
    let own = case.own_numbers;
    view! {
        <section class="sheet ask">
            <h2>{if own { "登记：两本离婚证的印制号？" } else { "登记：照国家系统填字号和印制号" }}</h2>
            <form id="ask" class="form" method="post" action=Register::url() novalidate=true>
                <Grip grip=case.grip.clone() />
                <div class="form-row">
                    {if own {
                        view! {
                            <div class="field">
                                <p class="field-label">"离婚证字号"</p>
                                <p>"登记时由系统依次给号（演示）"</p>
                            </div>
                        }
                            .into_any()
                    } else {
                        view! {
                            <TextField
                                id="certificate-no"
                                name="certificate_no"
                                label="离婚证字号"
                                hint=Some("L370126-2026-000123")
                                value=value("certificate_no")
                                fault=fault("certificate_no")
                                longest=40
                            />
                        }
                            .into_any()
                    }}
                    <TextField
                        id="booklet-a"
                        name="booklet_a"
                        label="第一位的印制号"
                        hint=Some("证本上印的号码")
                        value=value("booklet_a")
                        fault=fault("booklet_a")
                        longest=40
                    />
                    <TextField
                        id="booklet-b"
                        name="booklet_b"
                        label="第二位的印制号"
                        hint=Some("证本上印的号码")
                        value=value("booklet_b")
                        fault=fault("booklet_b")
                        longest=40
                    />
                </div>
            </form>
        </section>
    }
}

#[component]
pub fn Issuing(case: DivorceView, today: NaiveDate) -> impl IntoView {
    let (signed, kept) = (case.signed.clone(), case.kept.clone());
    let none_to_stamp = case.marriage.seen == Some(CertificatesSeen::BothLost);
    let stamped = case.stamped || kept.typed("issue", "stamped").is_some_and(|ticked| !ticked.is_empty());
    view! {
        <section class="sheet ask">
            <Done case=case.clone() today />
            <form id="ask" method="post" action=Issue::url()>
                <Grip grip=case.grip />
                <fieldset>
                    <legend class="hint">"这几样做好，再把证交到本人手里。"</legend>
                    <div class="ticks-row">
                        {(!none_to_stamp)
                            .then(|| {
                                view! {
                                    <label class="choice">
                                        <input type="checkbox" name="stamped" value="yes" checked=stamped />
                                        <span>"结婚证盖了“"{STAMP}"”章，退还本人"</span>
                                    </label>
                                }
                            })}
                        {SignedPaper::ALL
                            .iter()
                            .map(|paper| {
                                let ticked = signed.contains(paper) || kept.ticked("issue", "papers", paper.as_str());
                                view! {
                                    <label class="choice">
                                        <input type="checkbox" name="papers[]" value=paper.as_str() checked=ticked />
                                        <span>{paper.title(Lang::Zh)}</span>
                                    </label>
                                }
                            })
                            .collect_view()}
                    </div>
                </fieldset>
            </form>
        </section>
    }
}

/// 「已登记：L370126-2026-000123　2月25日」
#[component]
pub fn Done(case: DivorceView, today: NaiveDate) -> impl IntoView {
    case.registration.map(|known| {
        view! {
            <p class="done-line" role="status">
                "已登记："
                {known.certificate}
                "　"
                <Day date=known.on today />
            </p>
        }
    })
}

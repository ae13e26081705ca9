//! 补发: the new number and its booklets; then what must be signed, and the end.

use crate::{
    counter::ask::form::Grip,
    fns::counter::reissue::{Issue, Reissue, ReissueView},
    ui::{field::TextField, when::WholeDate},
};
use chrono::NaiveDate;
use law::{Lang, marriage_case::SignedPaper, reissue_case::Matter, words};
use leptos::{prelude::*, server_fn::ServerFn};

#[component]
pub fn Numbering(case: ReissueView) -> impl IntoView {
    let kept = case.kept.clone();
    let value = |field: &str| kept.typed("reissue", field).unwrap_or_default();
    let fault = |field: &str| kept.fault("reissue", field);
    let own = case.own_numbers;
    let couple = case.matter == Matter::Marriage;
    let (label, example) = match case.matter {
        Matter::Marriage => ("补领结婚证字号", "BJ370126-2026-000123"),
        Matter::Divorce => ("补领离婚证字号", "BL370126-2026-000123"),
    };
    let heading = match (own, couple) {
        (true, true) => "补发：两本的印制号？",
        (true, false) => "补发：这本的印制号？",
        (false, _) => "补发：照国家系统填字号和印制号",
    };
    view! {
        <section class="sheet ask">
            <h2>{heading}</h2>
            <form id="ask" class="form" method="post" action=Reissue::url() novalidate=true>
                <Grip grip=case.grip.clone() />
                <div class="form-row">
                    {if own {
                        view! {
                            <div class="field">
                                <p class="field-label">{label}</p>
                                <p>"补发时由系统依次给号（演示）"</p>
                            </div>
                        }
                            .into_any()
                    } else {
                        view! {
                            <TextField
                                id="certificate-no"
                                name="certificate_no"
                                label=label
                                hint=Some(example)
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
                        label=if couple { "第一位的印制号" } else { "印制号" }
                        hint=Some("证本上印的号码")
                        value=value("booklet_a")
                        fault=fault("booklet_a")
                        longest=40
                    />
                    {couple
                        .then(|| {
                            view! {
                                <TextField
                                    id="booklet-b"
                                    name="booklet_b"
                                    label="第二位的印制号"
                                    hint=Some("证本上印的号码")
                                    value=value("booklet_b")
                                    fault=fault("booklet_b")
                                    longest=40
                                />
                            }
                        })}
                </div>
                <p class="hint">"证上的登记日期填原来的那一天；备注写补发原因。"</p>
            </form>
        </section>
    }
}

#[component]
pub fn Issuing(case: ReissueView, today: NaiveDate) -> impl IntoView {
    let (signed, kept) = (case.signed.clone(), case.kept.clone());
    let old = case.old_certificate;
    let both = case.asking.as_ref().is_some_and(|asking| asking.applicants.len() > 1);
    let handed = match (case.matter, both) {
        (Matter::Marriage, true) => "签好这几样，再把证交到两位手里，一人一本。",
        (Matter::Marriage, false) => "签好这几样，再把两本证都交给申请的这一位。",
        (Matter::Divorce, _) => "签好这几样，再把证交到本人手里。",
    };
    view! {
        <section class="sheet ask">
            <Done case=case.clone() today />
            <form id="ask" method="post" action=Issue::url()>
                <Grip grip=case.grip />
                <fieldset>
                    <legend class="hint">{handed}</legend>
                    <div class="ticks-row">
                        {old
                            .map(|voided| {
                                let ticked = voided || kept.ticked("issue", "old_voided", "yes");
                                view! {
                                    <label class="choice">
                                        <input type="checkbox" name="old_voided" value="yes" checked=ticked />
                                        <span>"旧证注销，退还持证人"</span>
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

/// 「已补发：BJ370126-2026-000007　1月16日」, with the day that the certificate bears.
#[component]
pub fn Done(case: ReissueView, today: NaiveDate) -> impl IntoView {
    use chrono::Datelike;
    case.reissue.map(|known| {
        let day = words::day(known.on, today.year(), Lang::Zh);
        view! {
            <p class="done-line" role="status">
                "已补发："
                {known.certificate}
                "　"
                <time datetime=known.on.to_string()>{day}</time>
            </p>
            <p class="hint">"证上的登记日期："<WholeDate date=known.registered_on today /></p>
        }
    })
}

//! One person's document, written down. Filled from the booking, except the number: that is read off the document,
//! or confirmed after comparing.

use crate::{
    counter::ask::form::Grip,
    fns::{
        counter::{GripField, PersonView, RecordPerson},
        staff::Kept,
    },
    live::document::{DeskDocument, DeskUntold, DocumentTyped},
    ui::field::{Choice, SelectField, TextField},
};
use chrono::NaiveDate;
use law::{Lang, identity::IdType};
use leptos::{prelude::*, server_fn::ServerFn};

const PRIOR: [(&str, &str); 3] = [("never", "未婚"), ("divorced", "离婚"), ("widowed", "丧偶")];
const EDUCATION: [(&str, &str); 9] = [
    ("", "没有问"),
    ("研究生", "研究生"),
    ("大学本科", "大学本科"),
    ("大学专科", "大学专科"),
    ("中专", "中专"),
    ("高中", "高中"),
    ("初中", "初中"),
    ("小学", "小学"),
    ("文盲或半文盲", "文盲或半文盲"),
];

#[component]
pub fn Fill(
    person: PersonView,
    kept: Kept,
    grip: GripField,
    today: NaiveDate,
    /// Where the matter itself tells the marital status, nobody is asked.
    asks_prior: bool,
) -> impl IntoView {
    let seat = person.seat;
    let form = person.form();
    let value = {
        let (kept, person) = (kept.clone(), person.clone());
        move |field: &str| kept.typed(form, field).unwrap_or_else(|| person.value(field))
    };
    let fault = {
        let kept = kept.clone();
        move |field: &str| kept.fault(form, field)
    };
    let document = DocumentTyped {
        kind: IdType::parse(&value("id_type")).unwrap_or(IdType::MainlandId),
        number: kept.typed(form, "id_number").unwrap_or_default(),
        sex: value("sex"),
        birth: value("birth"),
        nationality: value("nationality"),
        faults: kept.faults_of(form),
        today,
    };
    let same = kept.typed(form, "same_number").is_some_and(|ticked| !ticked.is_empty());
    let back = format!("/counter/case/{}", grip.case);
    let may_leave = person.known;
    let prior = value("prior");
    view! {
        <section class="sheet" aria-labelledby="fill">
            <h2 id="fill">
                {seat.title(Lang::Zh)} "：照证件填" " "
                <small class="hint">"读卡器还没接上，请照证件录入；和预约不一样的会并排显示，由您定。"</small>
            </h2>
            <form id="ask" class="form" method="post" action=RecordPerson::url() novalidate=true>
                <Grip grip />
                <input type="hidden" name="seat" value=seat.as_str() />
                <div class="form-row">
                    <TextField id="name" name="typed[name]" label="姓名" value=value("name") fault=fault("name") longest=200 />
                    <DeskDocument typed=document.clone() />
                    <TextField
                        id="valid-until"
                        name="typed[valid_until]"
                        label="证件有效期至"
                        hint=Some("2038-06-02，或长期")
                        value=value("valid_until")
                        fault=fault("valid_until")
                        longest=20
                    />
                </div>
                {person
                    .id_before
                    .clone()
                    .map(|number| {
                        view! {
                            <label class="choice">
                                <input type="checkbox" name="same_number" value="yes" checked=same />
                                <span>"和证件核对过，就是原来的 "{number}"，不用再输"</span>
                            </label>
                        }
                    })}
                <DeskUntold typed=document />
                <Circumstances person=person.clone() kept=kept.clone() />
                {asks_prior
                    .then(|| {
                        view! {
                            <fieldset class=if fault("prior").is_some() { "choices is-row is-fault" } else { "choices is-row" } id="prior">
                                <legend>"婚前状况"</legend>
                                {fault("prior").map(|words| view! { <p class="field-fault">"✕ "{words}</p> })}
                                {PRIOR
                                    .into_iter()
                                    .map(|(own, words)| view! { <Choice name="typed[prior]" value=own checked=prior == own words /> })
                                    .collect_view()}
                            </fieldset>
                        }
                    })}
                {may_leave.then(|| view! { <p class="hint"><a href=back rel="external">"不改了"</a></p> })}
            </form>
        </section>
    }
}

/// What the national form asks beside the document.
#[component]
fn Circumstances(person: PersonView, kept: Kept) -> impl IntoView {
    let form = person.form();
    let value = |field: &str| kept.typed(form, field).unwrap_or_else(|| person.value(field));
    let fault = |field: &str| kept.fault(form, field);
    let phone_hint = person.phone_before.clone().map(|phone| format!("空着就用原来的 {phone}"));
    view! {
        <div class="form-row">
            <TextField id="ethnicity" name="typed[ethnicity]" label="民族" value=value("ethnicity") fault=fault("ethnicity") />
            <TextField
                id="occupation"
                name="typed[occupation]"
                label="职业"
                value=value("occupation")
                fault=fault("occupation")
                optional=true
            />
            <SelectField
                id="education"
                name="typed[education]"
                label="文化程度"
                options=EDUCATION.to_vec()
                value=value("education")
            />
            <div class="field">
                <label class="field-label" for="phone">"手机号 "<small>"可以不填"</small></label>
                {phone_hint.map(|hint| view! { <p class="field-hint" id="phone-hint">{hint}</p> })}
                {fault("phone").map(|words| view! { <p class="field-fault" id="phone-fault">"✕ "{words}</p> })}
                <input
                    class="field-box"
                    id="phone"
                    name="typed[phone]"
                    type="tel"
                    autocomplete="off"
                    maxlength="40"
                    aria-describedby="phone-hint phone-fault"
                    value=kept.typed(form, "phone").unwrap_or_default()
                />
            </div>
        </div>
        <TextField
            id="address"
            name="typed[address]"
            label="家庭住址"
            value=value("address")
            fault=fault("address")
            optional=true
        />
    }
}

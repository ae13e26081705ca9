//! Who asks, by what right, and whose records. The form asks each only what they must show.

use crate::{
    counter::ask::form::Grip,
    fns::counter::records::{IdentifyAsker, RecordsView},
    ui::field::{Choice, SelectField, TextField},
};
use law::{
    Lang,
    identity::{IdType, Sex},
    records_case::{Asker, Sought},
};
use leptos::{prelude::*, server_fn::ServerFn};

/// Six answers, each an address of its own, so that the form after it can be right without script.
#[component]
pub fn Who(request: RecordsView) -> impl IntoView {
    let page = format!("/counter/records/{}", request.grip.case);
    view! {
        <section class="sheet ask">
            <h2>"谁来查？"</h2>
            <p class="answers">
                {Asker::ALL
                    .iter()
                    .map(|asker| {
                        let href = format!("{page}?asker={}", asker.as_str());
                        view! {
                            <a class="button is-outline" href=href rel="external" id=format!("asker-{}", asker.as_str())>
                                {asker.title(Lang::Zh)}
                            </a>
                        }
                    })
                    .collect_view()}
            </p>
            <p class="hint">"婚姻登记档案不公开。其他人来问，请告诉他们由当事人本人或受委托人来查。"</p>
        </section>
    }
}

#[component]
pub fn Identify(request: RecordsView, asker: Asker) -> impl IntoView {
    let other = format!("/counter/records/{}?asker=other", request.grip.case);
    view! {
        <section class="sheet" aria-labelledby="identify">
            <h2 id="identify">
                {asker.title(Lang::Zh)}"来查 " <small class="hint"><a href=other rel="external">"换一种人"</a></small>
            </h2>
            <form id="ask" class="form" method="post" action=IdentifyAsker::url() novalidate=true>
                <Grip grip=request.grip.clone() />
                <input type="hidden" name="typed[asker]" value=asker.as_str() />
                <ShownPapers request=request.clone() asker />
                <Whoever request=request.clone() asker />
                <Whose request=request.clone() asker />
                <What request />
            </form>
        </section>
    }
}

/// Everything that must lie on the desk before anything is searched.
#[component]
fn ShownPapers(request: RecordsView, asker: Asker) -> impl IntoView {
    let known = request.asker.as_ref().filter(|known| known.asker == asker);
    let ticked = |paper: law::records_case::Shown| {
        request.kept.ticked("identify", "shown", paper.as_str())
            || known.is_some_and(|known| known.shown.contains(&paper))
    };
    let ticks = asker
        .must_show()
        .iter()
        .map(|paper| {
            view! {
                <label class="answer">
                    <input type="checkbox" name="typed[shown][]" value=paper.as_str() checked=ticked(*paper) />
                    <span>{paper.title(Lang::Zh)}</span>
                </label>
            }
        })
        .collect_view();
    view! {
        <fieldset>
            <legend>"看过的证件和依据"</legend>
            <div class="answers">{ticks}</div>
        </fieldset>
    }
}

/// Whoever stands at the counter.
#[component]
fn Whoever(request: RecordsView, asker: Asker) -> impl IntoView {
    let fault = |field: &str| request.kept.fault("identify", field);
    let paper = match asker {
        Asker::Party => None,
        Asker::Proxy => Some("公证书编号"),
        Asker::Lawyer => Some("执业证号"),
        Asker::Court | Asker::Procuratorate | Asker::Police => Some("介绍信或公函的文号"),
    };
    let kinds = IdType::ALL.iter().map(|kind| (kind.as_str(), kind.title(Lang::Zh))).collect::<Vec<_>>();
    let kind = Some(request.value("id_type")).filter(|kind| !kind.is_empty());
    let kind = kind.unwrap_or_else(|| IdType::MainlandId.as_str().to_owned());
    let same = request.kept.typed("identify", "same_number").is_some_and(|ticked| !ticked.is_empty());
    let typed_number = request.kept.typed("identify", "id_number").unwrap_or_default();
    view! {
        <div class="form-row">
            <TextField id="name" name="typed[name]" label="来人姓名" value=request.value("name") fault=fault("name") longest=200 />
            {(!asker.is_organ())
                .then(|| {
                    view! {
                        <SelectField id="id-type" name="typed[id_type]" label="证件" options=kinds value=kind fault=fault("id_type") />
                        <TextField id="id-number" name="typed[id_number]" label="证件号码" value=typed_number fault=fault("id_number") longest=40 />
                    }
                })}
            {paper
                .map(|label| {
                    view! {
                        <TextField id="paper-no" name="typed[paper_no]" label value=request.value("paper_no") fault=fault("paper_no") longest=60 />
                    }
                })}
            {asker.is_organ().then(|| view! { <Organisation request=request.clone() label="单位" /> })}
        </div>
        {(asker == Asker::Lawyer).then(|| view! { <Organisation request=request.clone() label="律师事务所" /> })}
        {request
            .id_before
            .clone()
            .filter(|_| !asker.is_organ())
            .map(|number| {
                view! {
                    <label class="choice">
                        <input type="checkbox" name="typed[same_number]" value="yes" checked=same />
                        <span>"和证件核对过，就是原来的 "{number}"，不用再输"</span>
                    </label>
                }
            })}
        {(!asker.is_organ()).then(|| view! { <Untold request=request.clone() /> })}
    }
}

/// Court, procuratorate, police station, or law firm.
#[component]
fn Organisation(request: RecordsView, label: &'static str) -> impl IntoView {
    view! {
        <TextField
            id="organisation"
            name="typed[organisation]"
            label
            value=request.value("organisation")
            fault=request.kept.fault("identify", "organisation")
            longest=60
        />
    }
}

/// What the number of some documents does not tell.
#[component]
fn Untold(request: RecordsView) -> impl IntoView {
    let fault = |field: &str| request.kept.fault("identify", field);
    let open = ["sex", "birth", "nationality"].iter().any(|field| fault(field).is_some());
    let sex = request.value("sex");
    view! {
        <details class="aside-fold" open=open>
            <summary class="hint">"不是身份证、居住证的，还要填"</summary>
            <div class="form-row">
                <fieldset class="choices is-row" id="sex">
                    <legend>"性别"</legend>
                    {fault("sex").map(|words| view! { <p class="field-fault">"✕ "{words}</p> })}
                    <Choice name="typed[sex]" value="F" checked=sex == "F" words=Sex::F.title(Lang::Zh) />
                    <Choice name="typed[sex]" value="M" checked=sex == "M" words=Sex::M.title(Lang::Zh) />
                </fieldset>
                <TextField id="birth" name="typed[birth]" kind="date" label="出生日期" value=request.value("birth") fault=fault("birth") />
                <TextField
                    id="nationality"
                    name="typed[nationality]"
                    label="国籍"
                    hint=Some("护照上的三个字母，例如 KOR")
                    value=request.value("nationality")
                    fault=fault("nationality")
                    longest=3
                />
            </div>
        </details>
    }
}

/// Whose records: their own, or those of the one they come for.
#[component]
fn Whose(request: RecordsView, asker: Asker) -> impl IntoView {
    let fault = |field: &str| request.kept.fault("identify", field);
    let typed = |field: &str| request.kept.typed("identify", field).unwrap_or_default();
    view! {
        <div class="form-row">
            {asker
                .asks_for_another()
                .then(|| {
                    view! {
                        <TextField id="one-name" name="typed[one_name]" label="查谁的" value=request.value("one_name") fault=fault("one_name") longest=200 />
                        <TextField
                            id="one-number"
                            name="typed[one_number]"
                            label="身份证号码"
                            value=typed("one_number")
                            fault=fault("one_number")
                            optional=true
                            longest=40
                        />
                    }
                })}
            <TextField id="other-name" name="typed[other_name]" label="另一方姓名" value=request.value("other_name") fault=fault("other_name") optional=true longest=200 />
            <TextField
                id="other-number"
                name="typed[other_number]"
                label="另一方号码"
                value=typed("other_number")
                fault=fault("other_number")
                optional=true
                longest=40
            />
        </div>
        <p class="hint">"号码18位，或旧证上的15位；不知道可以只填姓名。"</p>
    }
}

/// What is looked for.
#[component]
fn What(request: RecordsView) -> impl IntoView {
    let fault = |field: &str| request.kept.fault("identify", field);
    let sought = request.value("sought");
    view! {
        <fieldset id="sought">
            <legend>"查什么"</legend>
            {fault("sought").map(|words| view! { <p class="field-fault">"✕ "{words}</p> })}
            <div class="answers">
                {Sought::ALL
                    .iter()
                    .map(|own| {
                        view! {
                            <label class="answer">
                                <input type="radio" name="typed[sought]" value=own.as_str() checked=sought == own.as_str() />
                                <span>{own.title(Lang::Zh)}</span>
                            </label>
                        }
                    })
                    .collect_view()}
            </div>
        </fieldset>
        <div class="form-row">
            <TextField
                id="period"
                name="typed[period]"
                label="大约什么时候登记的"
                value=request.value("period")
                fault=fault("period")
                optional=true
                longest=60
            />
            <TextField id="purpose" name="typed[purpose]" label="做什么用" value=request.value("purpose") fault=fault("purpose") optional=true longest=100 />
        </div>
    }
}

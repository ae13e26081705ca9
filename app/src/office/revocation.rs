//! 撤销与法院备注: one form, the entry first. Nobody in it is named in full.

use crate::{
    counter::frame::{asked, gated},
    fns::office::{
        FoundView, LatestView, LookUpRegistration, NoteRegistration, NoteView, RevocationView, revocation,
    },
    fns::staff::Kept,
    office::{Room, Told},
    ui::{field::TextField, when::WholeDate},
};
use chrono::NaiveDate;
use law::Lang;
use leptos::{prelude::*, server_fn::ServerFn};

#[component]
pub fn Revocation() -> impl IntoView {
    let registration = asked("registration");
    gated("/office/revocation", move || revocation(registration.clone()), |view| view! { <Shown view /> })
}

#[component]
fn Shown(view: RevocationView) -> impl IntoView {
    let RevocationView { me, kept, found, latest } = view;
    let today = me.today;
    let looked_up = found.is_some();
    view! {
        <Room me path="/office/revocation" title="撤销与法院备注">
            <header class="main-head">
                <h1>"撤销与法院备注"</h1>
                <span>"先查到登记，再记；原登记一字不动"</span>
            </header>
            <Told kept=kept.clone() />
            <LookUp kept=kept.clone() looked_up />
            {found.map(|found| view! { <Found found kept today /> })}
            {(!looked_up).then(|| view! { <Latest latest today /> })}
        </Room>
    }
}

#[component]
fn LookUp(kept: Kept, looked_up: bool) -> impl IntoView {
    view! {
        <form class="sheet form line" method="post" action=LookUpRegistration::url()>
            <TextField
                id="number"
                name="number"
                label="证件字号"
                hint=Some("J370126-2026-000123；导入的旧登记可以用编号")
                value=kept.typed("find", "number").unwrap_or_default()
                fault=kept.fault("find", "number")
                longest=60
            />
            <button class=if looked_up { "button is-outline" } else { "button" } id="find">"查这件登记"</button>
        </form>
    }
}

#[component]
fn Found(found: FoundView, kept: Kept, today: NaiveDate) -> impl IntoView {
    let FoundView { id, registered, tells_the_public, on, number, persons, kinds, note } = found;
    let noted = note.is_some();
    view! {
        <div class="halves">
            <section class="sheet" aria-labelledby="entry">
                <h2 id="entry">
                    {registered} " "
                    {if noted {
                        view! { <span class="state is-fault">"✕ 已备注"</span> }.into_any()
                    } else {
                        view! { <span class="state is-ok">"✓ 有效"</span> }.into_any()
                    }}
                </h2>
                <dl>
                    <div class="person-row">
                        <dt>"字号"</dt>
                        <dd>
                            <b>{number}</b>
                        </dd>
                    </div>
                    <div class="person-row">
                        <dt>"登记日期"</dt>
                        <dd>
                            <WholeDate date=on today />
                        </dd>
                    </div>
                    {persons
                        .into_iter()
                        .map(|(name, number)| {
                            view! {
                                <div class="person-row">
                                    <dt>"当事人"</dt>
                                    <dd>{name}"　"<span class="number">{number}</span></dd>
                                </div>
                            }
                        })
                        .collect_view()}
                </dl>
                <p class="hint">
                    {if tells_the_public && noted {
                        "扫我们发证凭条上的二维码，现在答的是已经撤回。"
                    } else if tells_the_public {
                        "记下以后，扫我们发证凭条上的二维码，会答已经撤回。"
                    } else {
                        "离婚的纸张，扫码的回答前后一样，谁也看不出来。"
                    }}
                </p>
            </section>
            {match note {
                Some(note) => view! { <Noted note today /> }.into_any(),
                None => view! { <NoteForm id kinds kept /> }.into_any(),
            }}
        </div>
    }
}

#[component]
fn Noted(note: NoteView, today: NaiveDate) -> impl IntoView {
    let row = |label: &'static str, value: String| {
        (!value.is_empty()).then(|| {
            view! {
                <div class="person-row">
                    <dt>{label}</dt>
                    <dd>{value}</dd>
                </div>
            }
        })
    };
    view! {
        <section class="sheet" aria-labelledby="noted">
            <h2 id="noted">{note.kind}</h2>
            <dl>
                <div class="person-row">
                    <dt>"日期"</dt>
                    <dd>
                        <WholeDate date=note.decided_on today />
                    </dd>
                </div>
                {row("法院", note.court)}
                {row("文号、案号", note.document_no)}
                {row("依据", note.basis)}
                {row("档号", note.archive_no)}
                {row("原因", note.reason)}
                <div class="person-row">
                    <dt>"记下"</dt>
                    <dd>
                        <WholeDate date=note.noted_on today />
                        "　"
                        {note.officer}
                    </dd>
                </div>
            </dl>
            <p>"审查处理表备注："<b id="remark">{note.remark}</b></p>
        </section>
    }
}

#[component]
fn NoteForm(id: String, kinds: Vec<law::registration_note::NoteKind>, kept: Kept) -> impl IntoView {
    let fault = |field: &str| kept.fault("note", field);
    let typed = |field: &str| kept.typed("note", field).unwrap_or_default();
    let chosen = typed("kind");
    view! {
        <form class="sheet form" method="post" action=NoteRegistration::url() novalidate=true>
            <h2>"记什么"</h2>
            <input type="hidden" name="registration" value=id />
            <fieldset class="choices" id="kind">
                <legend class="heard">"记什么"</legend>
                {fault("kind").map(|words| view! { <p class="field-fault" role="alert">"✕ "{words}</p> })}
                {kinds
                    .into_iter()
                    .map(|kind| {
                        view! {
                            <label class="choice">
                                <input type="radio" name="kind" value=kind.as_str() checked=chosen == kind.as_str() />
                                <span>{kind.title(Lang::Zh)}</span>
                            </label>
                        }
                    })
                    .collect_view()}
            </fieldset>
            <div class="form-row">
                <TextField
                    id="decided-on"
                    name="decided_on"
                    kind="date"
                    label="决定或判决的日期"
                    value=typed("decided_on")
                    fault=fault("decided_on")
                />
                <TextField
                    id="document-no"
                    name="document_no"
                    label="决定书文号，或判决案号"
                    hint=Some("照文书写，如商民婚撤〔2026〕1号")
                    value=typed("document_no")
                    fault=fault("document_no")
                    longest=60
                />
            </div>
            <div class="form-row">
                <TextField
                    id="court"
                    name="court"
                    label="哪个法院"
                    hint=Some("民政部门自己决定的不填")
                    value=typed("court")
                    fault=fault("court")
                    optional=true
                    longest=60
                />
                <TextField
                    id="archive-no"
                    name="archive_no"
                    label="撤销婚姻类档号"
                    hint=Some("全宗号-年度-类别-卷号")
                    value=typed("archive_no")
                    fault=fault("archive_no")
                    longest=40
                />
            </div>
            <TextField
                id="basis"
                name="basis"
                label="依据的文书"
                hint=Some("司法建议书、检察建议书、生效证明等")
                value=typed("basis")
                fault=fault("basis")
                optional=true
                longest=200
            />
            <TextField id="reason" name="reason" label="原因" value=typed("reason") fault=fault("reason") longest=200 />
            <p class="form-end">
                <button class="button" id="note">"记到这件登记上"</button>
                <span class="hint">"记下就不能改，请照文书再看一遍。"</span>
            </p>
        </form>
    }
}

#[component]
fn Latest(latest: Vec<LatestView>, today: NaiveDate) -> impl IntoView {
    let none = latest.is_empty();
    view! {
        <section class="sheet table-scroll">
            <h2>"最近记的"</h2>
            {none.then(|| view! { <p class="hint">"还没有。"</p> })}
            {(!none)
                .then(|| {
                    view! {
                        <table class="table">
                            <thead>
                                <tr>
                                    <th scope="col">"字号"</th>
                                    <th scope="col">"登记"</th>
                                    <th scope="col">"记的是"</th>
                                    <th scope="col">"决定、判决"</th>
                                    <th scope="col">"记下"</th>
                                    <th scope="col">"谁"</th>
                                </tr>
                            </thead>
                            <tbody>
                                {latest
                                    .into_iter()
                                    .map(|line| {
                                        let href = format!("/office/revocation?registration={}", line.id);
                                        view! {
                                            <tr>
                                                <th scope="row">
                                                    <a href=href rel="external">{line.number}</a>
                                                </th>
                                                <td>{line.registered}</td>
                                                <td>{line.kind}</td>
                                                <td>
                                                    <WholeDate date=line.decided_on today />
                                                </td>
                                                <td>
                                                    <WholeDate date=line.noted_on today />
                                                </td>
                                                <td>{line.officer}</td>
                                            </tr>
                                        }
                                    })
                                    .collect_view()}
                            </tbody>
                        </table>
                    }
                })}
        </section>
    }
}

//! 人员: who works here, the registrars' assessments, who leaves.

use crate::{
    counter::frame::gated,
    fns::{
        office::{AddColleague, Assess, ColleagueView, PartWith, ResetPassword, StaffView, staff},
        staff::Kept,
    },
    office::{Room, Told},
    ui::{field::TextField, when::Day},
};
use chrono::NaiveDate;
use leptos::{prelude::*, server_fn::ServerFn};

/// The roles by the names that the office knows them under.
const ROLES: [(&str, &str, &str); 5] = [
    ("reception", "导办员", "预约、到场"),
    ("registrar", "登记员", "受理、审查、登记（要考核合格）"),
    ("supervisor", "负责人", "看全部、接手、办公日、记录"),
    ("administrator", "系统管理员", "人员、设置，看不到群众信息"),
    ("auditor", "审计员", "记录、报表，看不到群众信息"),
];

#[component]
pub fn Staff() -> impl IntoView {
    gated("/office/staff", staff, |view| view! { <Shown view /> })
}

#[component]
fn Shown(view: StaffView) -> impl IntoView {
    let StaffView { me, kept, colleagues } = view;
    let today = me.today;
    view! {
        <Room me path="/office/staff" title="人员">
            <header class="main-head">
                <h1>"人员"</h1>
            </header>
            <Told kept=kept.clone() />
            <section class="sheet table-scroll">
                <table class="table">
                    <thead>
                        <tr>
                            <th scope="col">"姓名"</th>
                            <th scope="col">"账号"</th>
                            <th scope="col">"岗位"</th>
                            <th scope="col">"考核"</th>
                            <th scope="col">
                                <span class="heard">"改动"</span>
                            </th>
                        </tr>
                    </thead>
                    <tbody>
                        {colleagues
                            .into_iter()
                            .map(|known| view! { <Row known kept=kept.clone() today /> })
                            .collect_view()}
                    </tbody>
                </table>
            </section>
            <Add kept />
        </Room>
    }
}

#[component]
fn Row(known: ColleagueView, kept: Kept, today: NaiveDate) -> impl IntoView {
    let concerns = |form: &str| {
        let own = kept.typed(form, "staff").is_some_and(|id| id == known.id)
            || kept.typed(form, "login").is_some_and(|login| login == known.login);
        own && matches!(form, "assess" | "part" | "reset")
    };
    let open = ["assess", "part", "reset"].into_iter().any(concerns);
    let fault = |form: &str, field: &str| if concerns(form) { kept.fault(form, field) } else { None };
    let faults = [
        fault("assess", "passed"),
        fault("part", "reason"),
        fault("part", "staff"),
        fault("reset", "password"),
    ];
    let assessed = match (known.is_registrar, known.assessed_until) {
        (false, _) => ().into_any(),
        (true, None) => view! { <span class="state is-fault">"✕ 还没有，不能办理"</span> }.into_any(),
        (true, Some(until)) if known.assessed => {
            view! { <span class="state is-ok">"✓ 到 "<Day date=until today /></span> }.into_any()
        }
        (true, Some(until)) => {
            view! { <span class="state is-fault">"✕ "<Day date=until today />" 过期"</span> }.into_any()
        }
    };
    let left = known.left;
    view! {
        <tr class=if left { "is-left" } else { "" }>
            <th scope="row">{known.name.clone()}</th>
            <td>{known.login.clone()}</td>
            <td>{known.roles.clone()}</td>
            <td>{if left { view! { <span class="state">"已离岗"</span> }.into_any() } else { assessed }}</td>
            <td>
                {(!left)
                    .then(|| {
                        view! {
                            <details class="aside-fold" open=open>
                                <summary>"改"</summary>
                                {faults
                                    .into_iter()
                                    .flatten()
                                    .map(|words| view! { <p class="field-fault" role="alert">"✕ "{words}</p> })
                                    .collect_view()}
                                {known
                                    .is_registrar
                                    .then(|| {
                                        view! {
                                            <form class="answers" method="post" action=Assess::url()>
                                                <input type="hidden" name="staff" value=known.id.clone() />
                                                <label class="answer-side is-wide">
                                                    "考核合格日期 "
                                                    <input class="field-box" type="date" name="passed" />
                                                </label>
                                                <button class="button is-outline is-small">"记下考核"</button>
                                            </form>
                                        }
                                    })}
                                <form class="answers" method="post" action=ResetPassword::url()>
                                    <input type="hidden" name="login" value=known.login.clone() />
                                    <label class="answer-side is-wide">
                                        "新密码 "
                                        <input class="field-box" type="password" name="password" autocomplete="new-password" />
                                    </label>
                                    <button class="button is-outline is-small">"重设密码"</button>
                                </form>
                                {(!known.oneself)
                                    .then(|| {
                                        view! {
                                            <form class="answers" method="post" action=PartWith::url()>
                                                <input type="hidden" name="staff" value=known.id.clone() />
                                                <label class="answer-side is-wide">
                                                    "离岗原因 "
                                                    <input class="field-box" name="reason" maxlength="100" autocomplete="off" />
                                                </label>
                                                <button class="button is-outline is-small">"记为离岗"</button>
                                            </form>
                                        }
                                    })}
                            </details>
                        }
                    })}
            </td>
        </tr>
    }
}

#[component]
fn Add(kept: Kept) -> impl IntoView {
    let typed = |field: &str| kept.typed("add", field).unwrap_or_default();
    let fault = |field: &str| kept.fault("add", field);
    view! {
        <details class="sheet fold-sheet" open=kept.form == "add">
            <summary>"加一位"</summary>
            <form class="form" method="post" action=AddColleague::url() novalidate=true>
                <div class="form-row">
                    <TextField id="name" name="name" label="姓名" value=typed("name") fault=fault("name") longest=40 />
                    <TextField
                        id="login"
                        name="login"
                        label="账号"
                        hint=Some("小写字母、数字")
                        value=typed("login")
                        fault=fault("login")
                        longest=40
                    />
                    <TextField
                        id="new-password"
                        name="password"
                        kind="password"
                        label="初始密码"
                        hint=Some("至少 10 个字符")
                        value=""
                        fault=fault("password")
                        autocomplete="new-password"
                        longest=200
                    />
                    <TextField
                        id="identity"
                        name="identity"
                        label="本人身份证号"
                        hint=Some("登记员必填：不能办自己的件")
                        value=typed("identity")
                        fault=fault("identity").or_else(|| fault("id_number"))
                        optional=true
                        longest=40
                    />
                </div>
                <fieldset class="choices">
                    <legend>"岗位"</legend>
                    {fault("roles").map(|words| view! { <p class="field-fault">"✕ "{words}</p> })}
                    {ROLES
                        .into_iter()
                        .map(|(role, title, what)| {
                            let ticked = kept.ticked("add", "roles", role);
                            view! {
                                <label class="choice">
                                    <input type="checkbox" name="roles[]" value=role checked=ticked />
                                    <span>{title} " "<small class="hint">{what}</small></span>
                                </label>
                            }
                        })
                        .collect_view()}
                </fieldset>
                <p class="form-end">
                    <button class="button is-outline" id="add">"加进来"</button>
                </p>
            </form>
        </details>
    }
}

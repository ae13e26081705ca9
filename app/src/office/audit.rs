//! 操作记录: who did what, chained by hash. Opaque ids only: nobody who comes is named here.

use crate::{
    counter::frame::{asked, gated},
    fns::office::{AuditView, audit},
    office::Room,
};
use leptos::prelude::*;

#[component]
pub fn Audit() -> impl IntoView {
    let verify = asked("verify").is_some();
    gated("/office/audit", move || audit(verify), |view| view! { <Shown view /> })
}

#[component]
fn Shown(view: AuditView) -> impl IntoView {
    let AuditView { me, entries, head, checked, lines } = view;
    view! {
        <Room me path="/office/audit" title="操作记录">
            <header class="main-head">
                <h1>"操作记录"</h1>
                <span>{format!("共 {entries} 条，下面是最近 {} 条", lines.len())}</span>
                <div>
                    <a class="button is-outline" href="/office/audit?verify=1" rel="external" id="verify">"从头核对一遍"</a>
                </div>
            </header>
            {checked
                .map(|checked| match checked {
                    Ok(entries) => {
                        view! { <p class="notice is-done" role="status" id="said">{format!("✓ {entries} 条都连得上，没有被改过、删过。")}</p> }
                            .into_any()
                    }
                    Err(seq) => {
                        view! {
                            <p class="faults" role="alert" id="said">
                                <b>{format!("✕ 第 {seq} 条和前面的连不上：有人改过数据库。请停用并告诉上级，用备份里的链尾比对。")}</b>
                            </p>
                        }
                            .into_any()
                    }
                })}
            <p class="hint">"链尾（抄在每天的封存单和备份里） "<code class="chain">{head}</code></p>
            <section class="sheet table-scroll">
                <table class="table">
                    <thead>
                        <tr>
                            <th scope="col" class="is-figure">"条"</th>
                            <th scope="col">"时间"</th>
                            <th scope="col">"谁"</th>
                            <th scope="col">"做了什么"</th>
                            <th scope="col">"对哪一项"</th>
                            <th scope="col">"校验"</th>
                        </tr>
                    </thead>
                    <tbody>
                        {lines
                            .into_iter()
                            .map(|line| {
                                view! {
                                    <tr>
                                        <td class="is-figure">{line.seq}</td>
                                        <td>
                                            <time>{line.at}</time>
                                        </td>
                                        <td>{line.officer}</td>
                                        <td>{line.words}</td>
                                        <td>{line.subject}</td>
                                        <td>
                                            <code>{line.hash}</code>
                                        </td>
                                    </tr>
                                }
                            })
                            .collect_view()}
                    </tbody>
                </table>
            </section>
        </Room>
    }
}

//! The office's contents at the left: only what this colleague may open.

use crate::fns::staff::Me;
use leptos::prelude::*;

#[component]
pub fn Side(me: Me, here: String) -> impl IntoView {
    let may = me.may;
    let rooms = [
        ("/office", "今天", true),
        ("/counter/reception", "接待", may.receive),
        ("/counter/board", "期限看板", may.see_cases),
        ("/office/figures", "月报、年报", may.figures),
        ("/office/numbers", "字号缺号", may.figures),
        ("/office/revocation", "撤销与法院备注", may.note),
        ("/office/booking", "预约与放号", may.office),
        ("/office/calendar", "放假安排", may.office),
        ("/office/staff", "人员", may.staff),
        ("/office/audit", "操作记录", may.audit),
        ("/office/settings", "设置", may.office),
    ];
    view! {
        <nav class="desk-side" aria-label="办公室">
            {rooms
                .into_iter()
                .filter(|(_, _, offered)| *offered)
                .map(|(path, words, _)| {
                    let current = (here == path).then_some("page");
                    view! { <a href=path rel="external" aria-current=current>{words}</a> }
                })
                .collect_view()}
        </nav>
    }
}

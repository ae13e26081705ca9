//! Beside a reissue: what was brought, papers, copying, booklets, what happened.

use super::booklets::ReissueBooklets;
use crate::{
    counter::{
        beside::{Missing, Past, Print, Seen},
        copying::CopyAll,
    },
    fns::counter::{
        StageLook,
        reissue::{AskForPapers, ReissueView},
    },
};
use law::{
    Lang,
    eligibility::Party,
    reissue_case::{Matter, ReissueMove},
};
use leptos::{prelude::*, server_fn::ServerFn};

#[component]
pub fn ReissueBeside(case: ReissueView) -> impl IntoView {
    let copies = case.mine() && !case.copies.is_empty();
    view! {
        <aside class="desk-beside" aria-label="材料、纸张、抄录、经过">
            <Brought case=case.clone() />
            <Papers case=case.clone() />
            {copies.then(|| view! { <CopyAll case=case.grip.case.clone() items=case.copies.clone() /> })}
            <ReissueBooklets case=case.clone() />
            <Past lines=case.past.clone() />
        </aside>
    }
}

/// What has been seen so far, read off the case itself.
#[component]
fn Brought(case: ReissueView) -> impl IntoView {
    if case.asking.is_none() {
        return ().into_any();
    }
    let passed = case.stages.first().is_some_and(|stage| matches!(stage.look, StageLook::Done(_)));
    let photos = match case.matter {
        Matter::Marriage => "2 寸红底合影 3 张",
        Matter::Divorce => "2 寸单人照 2 张",
    };
    let applicants: Vec<Party> = Party::ALL.iter().copied().filter(|seat| case.asks(*seat)).collect();
    let mut lines: Vec<(String, bool)> = applicants
        .iter()
        .map(|seat| (format!("{}证件原件", seat.title(Lang::Zh)), case.persons[seat.index()].read.is_some()))
        .collect();
    lines.push((photos.to_owned(), passed));
    if let Some(voided) = case.old_certificate {
        lines.push(("旧证，发新证时注销退还".to_owned(), voided));
    }
    if case.asking.as_ref().is_some_and(|asking| asking.proxy.is_some()) {
        lines.push(("公证过的委托书、受托人证件".to_owned(), true));
    }
    lines.push(("查档结果".to_owned(), case.archive.as_ref().is_some_and(|known| known.agrees)));
    let declared = applicants.iter().all(|seat| case.declared.contains(seat));
    lines.push(("声明书，当面签名按指纹".to_owned(), declared));
    view! { <Seen lines /> }.into_any()
}

#[component]
fn Papers(case: ReissueView) -> impl IntoView {
    let asks = case.offers(ReissueMove::AskForPapers);
    let id = case.grip.case.clone();
    let none = case.papers.is_empty() && !asks;
    view! {
        <section aria-labelledby="papers">
            <h2 id="papers">"纸张"</h2>
            {none.then(|| view! { <p class="hint">"现在没有要打的。"</p> })}
            {case.papers.clone().into_iter().map(|paper| view! { <Print case=id.clone() paper /> }).collect_view()}
            {asks
                .then(|| {
                    view! {
                        <Missing
                            items=case.items.clone()
                            kept=case.kept.clone()
                            grip=case.grip.clone()
                            action=AskForPapers::url()
                        />
                    }
                })}
        </section>
    }
}

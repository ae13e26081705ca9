//! What is known of a request: the two steps, whoever asks, what happened.

use crate::{
    fns::counter::records::{EndView, PastView, RecordsView},
    ui::icon::{Draw, Icon},
};
use law::{Lang, records_case::Asker};
use leptos::prelude::*;

/// Asked, answered.
#[component]
pub fn Steps(request: RecordsView) -> impl IntoView {
    let answered = matches!(request.end, Some(EndView::Answered { .. }));
    let left = matches!(request.end, Some(EndView::Left(_)));
    let steps = [
        ("来人和依据", request.asker.is_some(), !left),
        ("查档结果", answered, request.asker.is_some() && !left),
    ];
    view! {
        <ol class="stages" aria-label="步骤">
            {steps
                .into_iter()
                .enumerate()
                .map(|(at, (title, done, now))| {
                    let (class, words) = match (done, now) {
                        (true, _) => ("is-done", "做过了"),
                        (false, true) => ("is-now", "正在办"),
                        (false, false) if left => ("", "没有办"),
                        (false, false) => ("", "未到"),
                    };
                    let current = (class == "is-now").then_some("step");
                    view! {
                        <li class=class aria-current=current>
                            <span class="stage-mark">
                                {if done { view! { <Draw icon=Icon::Tick /> }.into_any() } else { (at + 1).into_any() }}
                            </span>
                            <b>{title}</b>
                            <small>{words}</small>
                        </li>
                    }
                })
                .collect_view()}
        </ol>
    }
}

/// Whoever asks, and whose records, once it was written down.
#[component]
pub fn Asked(request: RecordsView) -> impl IntoView {
    let change = format!("/counter/records/{}?asker=", request.grip.case);
    let mine = request.mine();
    request.asker.map(|known| {
        let change = format!("{change}{}", known.asker.as_str());
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
        let person = |(name, number): &(String, Option<String>)| match number {
            Some(number) => format!("{name}　{number}"),
            None => name.clone(),
        };
        let whose = known.persons.iter().map(person).collect::<Vec<_>>().join("，");
        let paper = match known.asker {
            Asker::Party => "依据",
            Asker::Proxy => "公证书编号",
            Asker::Lawyer => "执业证号",
            Asker::Court | Asker::Procuratorate | Asker::Police => "文号",
        };
        view! {
            <div class="pair-of">
                <section class="person" aria-labelledby="asker">
                    <header>
                        <h2 id="asker">{known.asker.title(Lang::Zh)}</h2>
                        <span class="person-state">
                            {mine.then(|| view! { <a href=change rel="external">"改"</a> })} <span class="state is-ok">"✓ 已核对"</span>
                        </span>
                    </header>
                    <dl>
                        <div class="person-row">
                            <dt>"姓名"</dt>
                            <dd>
                                <b>{known.name.clone()}</b>
                            </dd>
                        </div>
                        {known.document.clone().map(|(kind, number)| row("证件", format!("{kind} {number}")))}
                        {row("单位", known.organisation.clone())}
                        {row(paper, known.paper_no.clone())}
                    </dl>
                </section>
                <section class="person" aria-labelledby="sought">
                    <header>
                        <h2 id="sought">{known.sought.title(Lang::Zh)}</h2>
                    </header>
                    <dl>
                        {row("查谁的", whose)}
                        {row("大约什么时候", known.period.clone())}
                        {row("做什么用", known.purpose.clone())}
                    </dl>
                </section>
            </div>
        }
    })
}

/// What was shown, and what happened.
#[component]
pub fn Beside(request: RecordsView) -> impl IntoView {
    let shown = request.asker.as_ref().map(|known| known.shown.clone()).unwrap_or_default();
    let none = shown.is_empty();
    let line =
        |line: PastView| view! { <li><time>{line.at}</time><span>{line.words}"　"{line.who}</span></li> };
    view! {
        <aside class="desk-beside" aria-label="依据、经过">
            <section aria-labelledby="brought">
                <h2 id="brought">"看过的证件和依据"</h2>
                {none.then(|| view! { <p class="hint">"还没有核对。"</p> })}
                <ul class="brought">
                    {shown
                        .into_iter()
                        .map(|paper| {
                            view! {
                                <li class="is-seen">
                                    <span class="brought-mark">
                                        <Draw icon=Icon::Tick />
                                    </span>
                                    <span>{paper.title(Lang::Zh)}</span>
                                </li>
                            }
                        })
                        .collect_view()}
                </ul>
            </section>
            <section aria-labelledby="past">
                <h2 id="past">"经过"</h2>
                <ol class="log">{request.past.into_iter().map(line).collect_view()}</ol>
            </section>
        </aside>
    }
}

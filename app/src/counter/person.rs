//! One of the two, as the document says: rows with a copy button each, and where the booking said otherwise both values.

use crate::{
    counter::ask::form::Grip,
    fns::counter::{CopyItem, Copying, DifferView, GripField, PersonView, Row, SettleDifference},
    live::desk::{CopyButton, Number},
};
use law::{Lang, eligibility::Party};
use leptos::{prelude::*, server_fn::ServerFn};

/// `open` while particulars can still be changed; `handles` where this colleague may look at full numbers.
#[component]
pub fn Person(
    person: PersonView,
    grip: GripField,
    mine: bool,
    open: bool,
    handles: bool,
    /// How many rows stand open; the rest is folded.
    #[prop(default = usize::MAX)]
    rows: usize,
) -> impl IntoView {
    let seat = person.seat;
    let change = format!("/counter/case/{}?fill={}", grip.case, seat.as_str());
    let change_words = if person.known { "照证件改" } else { "照证件填" };
    let open_rows = differing(&person.differences);
    let mut first: Vec<_> =
        person.rows.iter().filter(|row| !open_rows.contains(&row.label)).cloned().collect();
    let rest = first.split_off(first.len().min(rows));
    let folded = grip.clone();
    let state = match (&person.read, person.known) {
        (Some(at), _) => view! { <span class="state is-ok">"✓ 已核对 "{at.clone()}</span> }.into_any(),
        (None, true) => view! { <span class="state is-fault">"✕ 有不一样的"</span> }.into_any(),
        (None, false) if person.rows.is_empty() => view! { <span class="state">"还没填"</span> }.into_any(),
        (None, false) => view! { <span class="state">"预约时填的"</span> }.into_any(),
    };
    view! {
        <section class="person" aria-labelledby=format!("person-{}", seat.as_str())>
            <header>
                <h2 id=format!("person-{}", seat.as_str())>{seat.title(Lang::Zh)}</h2>
                <span class="person-state">
                    {(mine && open).then(|| view! { <a href=change rel="external">{change_words}</a> })}
                    {state}
                </span>
            </header>
            <Differs differences=person.differences.clone() grip=grip.clone() seat mine />
            <dl>
                {first
                    .into_iter()
                    .map(|row| view! { <OneRow row seat grip=grip.clone() handles /> })
                    .collect_view()}
            </dl>
            {(!rest.is_empty())
                .then(|| {
                    view! {
                        <details class="person-more">
                            <summary class="hint">{format!("还有 {} 项", rest.len())}</summary>
                            <dl>
                                {rest
                                    .into_iter()
                                    .map(|row| view! { <OneRow row seat grip=folded.clone() handles /> })
                                    .collect_view()}
                            </dl>
                        </details>
                    }
                })}
        </section>
    }
}

#[component]
fn OneRow(row: Row, seat: Party, grip: GripField, handles: bool) -> impl IntoView {
    let name = row.label == "姓名";
    let label = row.label.clone();
    let reveals = row.copy == Copying::Asked && handles;
    let copies = reveals || row.copy == Copying::Shown;
    let value = row.value.clone();
    let case = grip.case;
    view! {
        <div class="person-row">
            <dt>{label}</dt>
            <dd>
                {if name {
                    view! { <b>{value}</b> }.into_any()
                } else if reveals {
                    view! { <Number masked=value case=case.clone() seat /> }.into_any()
                } else {
                    view! { <span>{value}</span> }.into_any()
                }}
            </dd>
            {copies.then(|| view! { <CopyButton item=CopyItem { seat: Some(seat), row } case /> })}
        </div>
    }
}

/// What is still to be decided stands in its own place above the rows, not twice.
fn differing(differences: &[DifferView]) -> Vec<String> {
    let number = |label: &str| if label == "证件号码" { "身份证号" } else { label }.to_owned();
    differences.iter().flat_map(|differs| [differs.label.clone(), number(&differs.label)]).collect()
}

/// Both values side by side, and the decision.
#[component]
fn Differs(differences: Vec<DifferView>, grip: GripField, seat: Party, mine: bool) -> impl IntoView {
    (!differences.is_empty())
        .then(|| {
            let which = differences.iter().map(|differs| differs.label.clone()).collect::<Vec<_>>().join("、");
            view! {
                <div class="differs">
                    <p>
                        <b>"✕ "{which}"和预约时填的不一样"</b>
                    </p>
                    {differences
                        .into_iter()
                        .map(|differs| {
                            view! {
                                <p>"证件 "<b>{differs.document}</b>"　预约 "<b>{differs.booked}</b></p>
                            }
                        })
                        .collect_view()}
                    {mine
                        .then(|| {
                            view! {
                                <form method="post" action=SettleDifference::url()>
                                    <Grip grip />
                                    <input type="hidden" name="seat" value=seat.as_str() />
                                    <p>
                                        <button class="button is-small" name="choice" value="document">"用证件上的"</button>
                                        <button class="button is-text" name="choice" value="booked">"保留原填"</button>
                                    </p>
                                </form>
                            }
                        })}
                </div>
            }
        })
}

/// Characters of names that no font prints: told before any paper shows it.
#[component]
pub fn Uncovered(characters: String) -> impl IntoView {
    (!characters.is_empty()).then(|| {
        let code =
            characters.chars().map(|c| format!("U+{:04X}", u32::from(c))).collect::<Vec<_>>().join("、");
        view! {
            <p class="notice" role="status">
                "姓名里的“"
                {characters}
                "”（"
                {code}
                "）没有字体能印：纸上会印编码、留一条横线手写。照原字存好了，先告诉两位。"
            </p>
        }
    })
}

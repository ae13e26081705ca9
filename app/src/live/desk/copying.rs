//! Copying into the national system: a button for each value, and one key for the next value in that system's order.
//! A full number goes to the clipboard by the call that logs it, never through the page.

use super::clipboard;
use crate::{
    fns::counter::{CopyItem, Copying, Row, reveal},
    ui::icon::{Draw, Icon},
};
use law::Lang;
use leptos::{prelude::*, task::spawn_local};

/// One value's own button.
#[island]
pub fn CopyButton(item: CopyItem, case: String) -> impl IntoView {
    let copied = RwSignal::new(false);
    let whose = item.seat.map(|seat| seat.title(Lang::Zh)).unwrap_or_default();
    let label = format!("复制{whose}的{}", item.row.label);
    let copy = move |_| take(item.clone(), case.clone(), move |done| copied.set(done));
    view! {
        <button type="button" class="copy needs-script" class:is-done=move || copied.get() aria-label=label on:click=copy>
            {move || {
                let icon = if copied.get() { Icon::Tick } else { Icon::Copy };
                view! { <Draw icon /> }
            }}
        </button>
    }
}

/// 「逐项复制」: each press copies the next value.
#[island]
pub fn CopyNext(case: String, items: Vec<CopyItem>) -> impl IntoView {
    let count = items.len();
    let at = RwSignal::new(0_usize);
    let fault = RwSignal::new(false);
    let next = {
        let items = items.clone();
        move || items.get(at.get()).map(said)
    };
    let press = move |_| {
        let now = at.get_untracked();
        if let Some(item) = items.get(now).cloned() {
            take(item, case.clone(), move |done| {
                fault.set(!done);
                if done {
                    at.set(now + 1);
                }
            });
        } else {
            at.set(0);
        }
    };
    view! {
        <div class="beside-row is-copying needs-script">
            <p role="status">
                {move || match next() {
                    Some(words) => view! { "下一项："<b>{words}</b> }.into_any(),
                    None => "都抄完了，再按从头来".into_any(),
                }}
                <small>{move || format!("{} / {count}", at.get())}</small>
            </p>
            <button type="button" class="button is-outline is-small" data-key="F6" on:click=press>
                <kbd class="key">"F6"</kbd>
                "逐项复制"
            </button>
        </div>
        {move || {
            fault.get().then(|| view! { <p class="field-fault" role="alert">"✕ 没有复制上，请选中那一项再复制。"</p> })
        }}
    }
}

/// 「第二位 姓名」; what is of both has no seat.
fn said(item: &CopyItem) -> String {
    match item.seat {
        Some(seat) => format!("{} {}", seat.title(Lang::Zh), item.row.label),
        None => item.row.label.clone(),
    }
}

/// Copies a value; a full number is asked for first. `told` hears whether it worked.
fn take(item: CopyItem, case: String, told: impl Fn(bool) + 'static) {
    match item.row.copy {
        Copying::Shown => told(clipboard::put(plain(&item.row))),
        Copying::Asked => spawn_local(async move {
            let reason = "type_into_national_system".to_owned();
            let seat = item.seat.map(|seat| seat.as_str().to_owned()).unwrap_or_default();
            let number = reveal(case, seat, reason).await;
            told(matches!(number, Ok(Ok(number)) if clipboard::put(&number)));
        }),
        Copying::Never => told(false),
    }
}

/// What the other system's field takes: a date without the age beside it.
fn plain(row: &Row) -> &str {
    row.value.split('　').next().unwrap_or(&row.value)
}

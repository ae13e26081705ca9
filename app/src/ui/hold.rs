//! The line that says until when a place is kept: a clock time, never a running countdown.

use crate::ui::{
    icon::{Draw, Icon},
    lang::{english, t},
};
use chrono::NaiveTime;
use leptos::prelude::*;
use serde::{Deserialize, Serialize};
use std::time::Duration;

/// A place kept for whoever looks at this page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Held {
    /// Clock time in the office.
    pub until: NaiveTime,
    /// From the making of this page.
    pub seconds_left: u32,
    /// Ten more minutes can be asked for, once.
    pub may_extend: bool,
    /// The time has run out; the place is asked for again with the next form.
    pub expired: bool,
}

/// `action` is where 「再留 10 分钟」 posts to, `page` the step that comes after it.
#[component]
pub fn HoldLine(
    held: Held,
    action: &'static str,
    service: &'static str,
    page: &'static str,
) -> impl IntoView {
    let until = law::words::time(held.until);
    if held.expired {
        return view! {
            <section class="hold" aria-label=t("为您留的时间", "Held time")>
                <div class="hold-in">
                    <Draw icon=Icon::Clock />
                    <p role="status">
                        {t("留到 ", "It was held until ")} <time>{until}</time>
                        {t(
                            " 的时间过了。填的都还在，下一步再为您留一次。",
                            ". What you typed is kept; the next step asks for the place again.",
                        )}
                    </p>
                </div>
            </section>
        }
        .into_any();
    }
    let said = announcement(&held);
    view! {
        <section class="hold" aria-label=t("为您留的时间", "Held time")>
            <div class="hold-in">
                <Draw icon=Icon::Clock />
                <p>
                    {t("为您留到 ", "Held until ")} <time>{until}</time>
                </p>
                {held
                    .may_extend
                    .then(|| {
                        view! {
                            <form method="post" action=action>
                                <input type="hidden" name="service" value=service />
                                <input type="hidden" name="back" value=page />
                                <button class="button is-text">{t("再留 10 分钟", "Keep 10 more minutes")}</button>
                            </form>
                        }
                    })}
            </div>
            <p class="heard" role="status">{move || said.get()}</p>
        </section>
    }
        .into_any()
}

/// Two minutes before the end one polite sentence is spoken to those who listen; the screen stays as it is.
fn announcement(held: &Held) -> ReadSignal<String> {
    let (said, say) = signal(String::new());
    let until = law::words::time(held.until);
    let words = match (english(), held.may_extend) {
        (true, true) => format!("Held until {until}: two minutes left. You can keep it for 10 more minutes."),
        (true, false) => format!("Held until {until}: two minutes left."),
        (false, true) => format!("为您留到 {until}，还有两分钟。可以再留 10 分钟。"),
        (false, false) => format!("为您留到 {until}，还有两分钟。"),
    };
    let wait = Duration::from_secs(held.seconds_left.saturating_sub(120).into());
    Effect::new(move |_| {
        let words = words.clone();
        set_timeout(move || say.set(words), wait);
    });
    said
}

//! The line that says until when a place is kept: a clock time, never a running countdown.

use crate::{
    live::hold::Spoken,
    ui::{
        icon::{Draw, Icon},
        lang::{english, t},
    },
};
use chrono::NaiveTime;
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

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
            <Spoken words=two_minutes(&held) after=held.seconds_left.saturating_sub(120) />
        </section>
    }
        .into_any()
}

/// What is said two minutes before the end.
fn two_minutes(held: &Held) -> String {
    let until = law::words::time(held.until);
    match (english(), held.may_extend) {
        (true, true) => format!("Held until {until}: two minutes left. You can keep it for 10 more minutes."),
        (true, false) => format!("Held until {until}: two minutes left."),
        (false, true) => format!("为您留到 {until}，还有两分钟。可以再留 10 分钟。"),
        (false, false) => format!("为您留到 {until}，还有两分钟。"),
    }
}

//! 「离婚登记事项」: four equal rows, in calm colours, with a title that tells nothing.

mod dates;

pub use dates::Dates;

use crate::{
    couple::frame::tab_title,
    ui::{
        icon::{Draw, Icon},
        lang::t,
        mood::Mood,
        phone::{Back, Phone},
    },
};
use leptos::prelude::*;

#[component]
pub fn Divorce() -> impl IntoView {
    view! {
        <Phone title=tab_title("", true) mood=Mood::Calm back=Some(Back::home()) discreet=true>
            <h1>{t("离婚登记事项", "Divorce matters")}</h1>
            <h2>{t("这次来办哪一件？", "What are you coming for?")}</h2>
            <ul class="rows is-tall">
                <Matter
                    href="/book/divorce-application"
                    title=t("提交离婚登记申请", "Apply")
                    line=t("两个人一起来", "Both of you, together")
                />
                <Matter
                    href="/book/divorce-registration"
                    title=t("领取离婚证", "Complete the registration")
                    line=t("两个人一起来，在可办日期内", "Both of you, together, within your dates")
                />
                <Matter
                    href="/book/divorce-withdrawal"
                    title=t("撤回申请", "Withdraw an application")
                    line=t("一个人来就可以", "One of you is enough")
                />
                <Matter
                    href="/divorce/dates"
                    title=t("算一算日期", "Work out the dates")
                    line=t("从申请到可以领证", "From applying to completing")
                />
            </ul>
            <p class="hint">
                {t(
                    "不约也行：工作日直接来窗口取号，当天可办。",
                    "You need no booking: come to the counter on a working day and take a number.",
                )}
            </p>
            <p>
                <a href="/book/counselling" rel="external">
                    {t(
                        "想找人聊聊（免费、自愿，不影响办理）",
                        "Talk to someone (free, voluntary, no effect on your matter)",
                    )}
                </a>
            </p>
        </Phone>
    }
}

#[component]
fn Matter(href: &'static str, title: &'static str, line: &'static str) -> impl IntoView {
    view! {
        <li>
            <a class="row" href=href rel="external">
                <span class="row-words">
                    <b>{title}</b>
                    <span class="row-line">{line}</span>
                </span>
                <Draw icon=Icon::Next class="is-chevron" />
            </a>
        </li>
    }
}

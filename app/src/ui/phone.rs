//! The frame of a page on a phone: head, band, held time, the page, the office's telephone, the main button.
//!
//! Each page says its mood itself, since only it knows whose matter it shows; the server writes the mood into
//! `<html>`. Links and forms leave the page that is there, so that the next one comes whole from the server.

use crate::{
    live::leave::Leave,
    ui::{
        elder::ElderSwitch,
        lang::{english, here, t},
        lattice::{Band, Mark, Sign},
        layout::office,
        mood::{Mood, Surface},
    },
};
use leptos::prelude::*;
use leptos_meta::{Html, Title};

/// Where the way back leads. Without words it is 「上一步」.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Back {
    pub href: String,
    pub words: &'static str,
}

impl Back {
    /// To the step before.
    pub fn step(href: impl Into<String>) -> Self {
        Self { href: href.into(), words: t("上一步", "Back") }
    }

    /// To the first page.
    pub fn home() -> Self {
        Self { href: "/".into(), words: t("首页", "Home") }
    }
}

/// A page on a phone. `title` stands in the browser's tab; `class` on `<main>`.
#[component]
pub fn Phone(
    #[prop(into)] title: String,
    #[prop(default = Mood::Plain)] mood: Mood,
    #[prop(default = "")] class: &'static str,
    /// The band draws itself, once.
    #[prop(optional)]
    drawn: bool,
    #[prop(optional_no_strip)] back: Option<Back>,
    /// Which of five steps this is.
    #[prop(optional_no_strip)]
    step: Option<(u8, u8)>,
    /// The line that says until when a place is kept.
    #[prop(optional_no_strip)]
    hold: Option<AnyView>,
    /// The main button.
    #[prop(optional_no_strip)]
    bar: Option<AnyView>,
    /// Help lines and the way out: on every page of divorce matters.
    #[prop(optional)]
    discreet: bool,
    children: Children,
) -> impl IntoView {
    let over_bar = bar.is_some();
    view! {
        <Html {..} data-mood=mood.name() data-surface=Surface::Phone.name() />
        <Title text=title />
        <div class="page">
            <a class="skip" href="#main" rel="external">{t("跳到正文", "Skip to content")}</a>
            <Head mood />
            {(mood == Mood::Joy).then(|| view! { <Band drawn /> })}
            {hold}
            <main id="main" class=format!("main {class}")>
                <Way back step />
                {children()}
                {discreet.then(|| view! { <Quiet /> })}
            </main>
            <Foot />
            {discreet.then(|| view! { <Leave over_bar /> })}
            {bar.map(|bar| view! { <section class="bar" aria-label=t("下一步", "Next step")><div class="bar-in">{bar}</div></section> })}
        </div>
    }
}

/// Mark, name, the other language, larger text. Calm pages have no mark.
#[component]
fn Head(mood: Mood) -> impl IntoView {
    let sign = match mood {
        Mood::Joy => Some(Sign::Joy),
        Mood::Plain => Some(Sign::Plain),
        Mood::Calm => None,
    };
    let (other, tag, word) = here().pick(("?lang=en", "en", "EN"), ("?lang=zh", "zh-CN", "中文"));
    view! {
        <header class=if mood == Mood::Joy { "head is-banded" } else { "head" }>
            <div class="head-in">
                <a class="head-name" href="/" rel="external">
                    {sign.map(|sign| view! { <Mark sign /> })}
                    <span>{office().name()}</span>
                </a>
                <div class="head-links">
                    <a href=other hreflang=tag lang=tag rel="external">{word}</a>
                    <ElderSwitch />
                </div>
            </div>
        </header>
    }
}

/// The way back at the left, the step as words at the right.
#[component]
fn Way(back: Option<Back>, step: Option<(u8, u8)>) -> impl IntoView {
    (back.is_some() || step.is_some()).then(|| {
        let words = step.map(|(step, of)| {
            if english() { format!("Step {step} of {of}") } else { format!("第 {step} 步，共 {of} 步") }
        });
        view! {
            <div class="steps">
                {back.map(|back| view! { <a href=back.href rel="external">"‹ "{back.words}</a> })}
                {words.map(|words| view! { <span>{words}</span> })}
            </div>
        }
    })
}

/// There is always a person.
#[component]
fn Foot() -> impl IntoView {
    let phone = office().phone;
    view! {
        <footer class="foot">
            // An office that has not named its telephone yet invites to come.
            {if phone.is_empty() {
                view! { <p>{t("有事直接来问（工作日 8:30–17:00）", "Just come and ask (working days 8:30–17:00)")}</p> }
                    .into_any()
            } else {
                view! {
                    <p>
                        {t("打电话问：", "Call us: ")} <a href=dial(&phone)>{phone.clone()}</a>
                        {t("（工作日 8:30–17:00）", " (working days 8:30–17:00)")}
                    </p>
                }
                    .into_any()
            }}
            <p>
                <a href="/privacy" rel="external">{t("个人信息怎么用", "How we use personal information")}</a>
            </p>
        </footer>
    }
}

/// `tel:` with digits only, as telephones dial it.
pub fn dial(phone: &str) -> String {
    let digits: String = phone.chars().filter(|c| c.is_ascii_digit() || *c == '+').collect();
    format!("tel:{digits}")
}

/// The same words on every page of divorce matters, for everyone.
#[component]
fn Quiet() -> impl IntoView {
    view! {
        <aside class="quiet">
            <p>
                {t("需要单独说话，或在家里不安全？到窗口说", "Need to speak alone, or not safe at home? Say ")}
                <b>{t("“我想单独咨询”", "'I'd like to talk alone'")}</b>
                {t("。", " at the counter.")}
            </p>
            <p>
                {t("报警 ", "Police ")} <a href="tel:110">"110"</a>
                {t("，妇女维权 ", ", women's rights ")} <a href="tel:12338">"12338"</a>
                {t("，法律援助 ", ", legal aid ")} <a href="tel:12348">"12348"</a>
                {t("。", ".")}
            </p>
            <p class="hint">
                {t(
                    "“离开此页”会换到天气网页；浏览器的历史记录里还会留下来过这里，要删请在浏览器里删。",
                    "'Leave this page' opens a weather page. It doesn't erase your browser's history; delete it in the browser.",
                )}
            </p>
        </aside>
    }
}

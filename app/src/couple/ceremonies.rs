//! Collective ceremonies: those that are open for sign-up, or how to ask.

use crate::{
    couple::frame::tab_title,
    ui::{
        lang::t,
        layout::office,
        mood::Mood,
        phone::{Back, Phone, dial},
    },
};
use leptos::prelude::*;

#[component]
pub fn Ceremonies() -> impl IntoView {
    let heading = t("集体颁证", "Ceremonies");
    let phone = office().phone;
    view! {
        <Phone title=tab_title(heading, false) mood=Mood::Joy back=Some(Back::home())>
            <h1>{heading}</h1>
            <p>{t("现在没有正在报名的颁证仪式。", "No ceremony is open for sign-up at the moment.")}</p>
            <p>
                {t(
                    "想知道下一场什么时候，或者登记那天想要一个颁证仪式，",
                    "To ask when the next one is, or for a certificate ceremony on your day,",
                )}
                {t("登记时问窗口，或打电话问。", " ask at the counter or call us.")}
            </p>
            {(!phone.is_empty())
                .then(|| {
                    view! {
                        <a class="button is-outline" href=dial(&phone)>
                            {t("打电话问 ", "Call ")}
                            {phone.clone()}
                        </a>
                    }
                })}
            <h2>{t("先登记，再参加", "Register first")}</h2>
            <p>
                {t(
                    "参加颁证仪式的两位要先办好结婚登记，或当天先登记。",
                    "Both of you register first, or on the day itself before the ceremony.",
                )}
            </p>
            <p>
                <a href="/book/marriage" rel="external">{t("约结婚登记的时间", "Book a marriage registration")}</a>
            </p>
        </Phone>
    }
}

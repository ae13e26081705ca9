//! 「补领证件」: which certificate.

use crate::{
    couple::{frame::tab_title, home::Row},
    ui::{
        lang::t,
        phone::{Back, Phone},
    },
};
use leptos::prelude::*;

#[component]
pub fn Reissue() -> impl IntoView {
    let heading = t("补领证件", "Replace a certificate");
    view! {
        <Phone title=tab_title(heading, false) back=Some(Back::home())>
            <h1>{heading}</h1>
            <h2>{t("要补哪一种？", "Which one?")}</h2>
            <ul class="rows">
                <Row href="/book/reissue-marriage" words=t("结婚证", "Marriage certificate") />
                <Row href="/book/reissue-divorce" words=t("离婚证", "Divorce certificate") />
            </ul>
            <p class="hint">
                {t(
                    "在哪里登记的都可以来这里补；带身份证，不收费。",
                    "Wherever you registered, you can replace it here; bring your ID card. No fee.",
                )}
            </p>
        </Phone>
    }
}

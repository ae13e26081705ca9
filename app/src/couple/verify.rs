//! A paper's QR code, checked: genuine or not, its kind, its day. Nothing about any person.

use crate::{
    couple::frame::{part, tab_title},
    fns::booking::{PaperView, paper},
    ui::{
        icon::{Draw, Icon},
        lang::t,
        loaded::loaded,
        phone::{Back, Phone},
        when::WholeDate,
    },
};
use leptos::prelude::*;

#[component]
pub fn Verify() -> impl IntoView {
    let token = part("token");
    loaded(move || paper(token.clone()), |view| view! { <Answer view /> })
}

#[component]
fn Answer(view: PaperView) -> impl IntoView {
    let PaperView { today, genuine, kind, issued, status } = view;
    let (class, icon, heading) = if genuine {
        ("verdict is-genuine", Icon::Tick, t("是本处出的", "Issued by this office"))
    } else {
        ("verdict is-unknown", Icon::Cross, t("不是本处出的", "Not issued by this office"))
    };
    view! {
        <Phone title=tab_title(t("查验单据", "Check a paper"), false) back=Some(Back::home())>
            <p class="kicker">{t("查验单据", "Check a paper")}</p>
            <section class=class>
                <h1>
                    <Draw icon />
                    {heading}
                </h1>
                {genuine
                    .then(|| {
                        view! {
                            <dl class="pairs">
                                <Line label=t("单据", "Paper") value=kind.unwrap_or_default() />
                                {issued
                                    .map(|issued| {
                                        view! {
                                            <div class="pair">
                                                <dt>{t("出具日", "Issued")}</dt>
                                                <dd>
                                                    <WholeDate date=issued today />
                                                </dd>
                                            </div>
                                        }
                                    })}
                                {status.map(|status| view! { <Line label=t("状态", "Status") value=status /> })}
                            </dl>
                        }
                    })}
            </section>
            <p>
                {if genuine {
                    t(
                        "这里只说明单据的真假，不显示任何人的信息。单据上写的内容以窗口核对为准。",
                        "This says only whether the paper is ours. Its content is confirmed at the counter.",
                    )
                } else {
                    t(
                        "可能是扫得不全，请对准再扫一次。还是这样，请打电话或带单据来窗口核对。",
                        "The code may not have been read whole; please scan it again. If it stays so, call us or bring the paper.",
                    )
                }}
            </p>
        </Phone>
    }
}

#[component]
fn Line(label: &'static str, value: String) -> impl IntoView {
    view! {
        <div class="pair">
            <dt>{label}</dt>
            <dd>{value}</dd>
        </div>
    }
}

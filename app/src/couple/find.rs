//! Finding a booking again: its code and the booker's own number.

use crate::{
    couple::frame::{asked, tab_title},
    fns::booking::Find as FindIt,
    ui::{
        faults::Refusal,
        field::TextField,
        lang::t,
        phone::{Back, Phone},
    },
};
use leptos::{prelude::*, server_fn::ServerFn};

#[component]
pub fn Find() -> impl IntoView {
    // A key, never a value: what was typed does not travel in the address.
    let fault = match asked("again").as_deref() {
        Some("not_found") => Some(t(
            "预约号和身份证号码对不上，请照凭条再看一遍，或打电话问我们",
            "Code and ID number don't match; please look at the slip again, or call us",
        )),
        Some("too_many") => Some(t(
            "试的次数太多了，请十分钟后再试，或打电话问我们",
            "Too many tries; please try again in ten minutes, or call us",
        )),
        _ => None,
    };
    let heading = t("查看、改期或取消预约", "See, move or cancel a booking");
    view! {
        <Phone
            title=tab_title(heading, false)
            back=Some(Back::home())
            bar=Some(view! { <button class="button" form="find">{t("找出预约", "Find the booking")}</button> }.into_any())
        >
            <h1>{heading}</h1>
            {fault
                .map(|fault| {
                    view! {
                        <Refusal title=t("没有找到", "Not found").to_owned()>
                            <p>{fault}</p>
                        </Refusal>
                    }
                })}
            <form id="find" class="fields" method="post" action=FindIt::url()>
                <TextField
                    id="code"
                    name="code"
                    label=t("预约号", "Booking code")
                    hint=Some(t("凭条上的 8 位数", "The 8 digits on the slip"))
                    inputmode=Some("numeric")
                    value=""
                    longest=20
                />
                <TextField
                    id="id-number"
                    name="id_number"
                    label=t("预约人的证件号码", "ID number of the person who booked")
                    value=""
                    longest=40
                />
            </form>
            <p class="hint">
                {t(
                    "找不到预约号也没关系：打电话或带身份证来窗口，都能查、改、取消。",
                    "No code at hand? Call us or come with your ID card: we can find, move or cancel it.",
                )}
            </p>
        </Phone>
    }
}

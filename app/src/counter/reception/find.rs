//! A booking is found by the code on the slip, or by a document.

use crate::{
    fns::{reception::FindByDocument, staff::Kept},
    ui::field::{SelectField, TextField},
};
use law::{Lang, identity::IdType};
use leptos::{prelude::*, server_fn::ServerFn};

#[component]
pub fn Find(kept: Kept) -> impl IntoView {
    let typed = |field: &str| kept.typed("find", field).unwrap_or_default();
    let fault = |field: &str| kept.fault("find", field);
    let options = IdType::ALL.iter().map(|kind| (kind.as_str(), kind.title(Lang::Zh))).collect();
    view! {
        <section class="sheet" aria-labelledby="find">
            <h2 id="find">"找预约"</h2>
            <form class="form line" method="get" action="/counter/reception">
                <TextField
                    id="code"
                    name="code"
                    label="8 位预约号"
                    value=""
                    inputmode=Some("numeric")
                    longest=20
                />
                <button class="button is-outline" id="by-code">"按预约号找"</button>
            </form>
            <form class="form line" method="post" action=FindByDocument::url() novalidate=true>
                <SelectField id="find-type" name="id_type" label="证件" options value=typed("id_type") />
                <TextField
                    id="find-number"
                    name="id_number"
                    label="证件号码"
                    value=typed("id_number")
                    fault=fault("id_number")
                    longest=40
                />
                <TextField
                    id="find-nationality"
                    name="nationality"
                    label="国籍（护照才填）"
                    value=typed("nationality")
                    fault=fault("nationality")
                    longest=3
                />
                <button class="button is-outline" id="by-document">"按证件找"</button>
            </form>
        </section>
    }
}

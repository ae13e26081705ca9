//! 设置: what pages and papers say about the office; and what only the settings file changes, told as it is.

use crate::{
    counter::frame::gated,
    fns::office::{ChangePlace, SettingsView, settings},
    office::{Room, Told, form::Setting},
};
use leptos::{prelude::*, server_fn::ServerFn};

#[component]
pub fn Settings() -> impl IntoView {
    gated("/office/settings", settings, |view| view! { <Shown view /> })
}

#[component]
fn Shown(view: SettingsView) -> impl IntoView {
    let SettingsView { me, kept, values, own_numbers, foreign_related } = view;
    let told = kept.clone();
    let field = move |field: &'static str,
                      label: &'static str,
                      hint: Option<&'static str>,
                      optional: bool| {
        view! { <Setting kept=kept.clone() form="place" values=values.clone() field label hint optional /> }
    };
    view! {
        <Room me path="/office/settings" title="设置">
            <header class="main-head">
                <h1>"设置"</h1>
            </header>
            <Told kept=told />
            <div class="halves">
                <form class="sheet form" method="post" action=ChangePlace::url() novalidate=true>
                    <h2>"登记处"</h2>
                    {field("name", "名称", None, false)}
                    {field("name_en", "英文名称", None, true)}
                    {field("phone", "电话", Some("每一页、每张纸上都有"), false)}
                    {field("address", "地址", None, false)}
                    {field("address_more", "几楼哪个厅", None, true)}
                    {field("transport", "怎么来", None, true)}
                    {field("hours", "办公时间", Some("8:30-12:00，13:30-17:00"), false)}
                    <p class="form-end">
                        <button class="button" id="change-place">"存下，马上生效"</button>
                    </p>
                </form>
                <section class="sheet">
                    <h2>"只在机器上改的"</h2>
                    <ul class="facts">
                        <li>
                            {if own_numbers {
                                "字号由本系统依次给出，纸上印“演示”：只用来演示和培训"
                            } else {
                                "字号、印制号照国家系统录入，本处的表是预填件"
                            }}
                        </li>
                        <li>
                            {if foreign_related {
                                "办理涉外、涉港澳台、华侨的婚姻登记"
                            } else {
                                "不办涉外、涉港澳台、华侨的婚姻登记，预约第一步就告诉人去哪办"
                            }}
                        </li>
                    </ul>
                    <p class="hint">"这两项写在机器的设置文件 hall.toml 里，改后要重启。抄录的顺序照国家系统的登记页，现在不能另排。"</p>
                </section>
            </div>
        </Room>
    }
}

//! Signing in, and opening a locked screen: one sheet in the middle.

use crate::{
    fns::staff::{LockedView, SignIn, SignInView, SignOut, Unlock},
    ui::{field::TextField, layout::office},
};
use leptos::{prelude::*, server_fn::ServerFn};
use leptos_meta::Title;

/// Login, password, window. A wrong try is one sentence, whatever was wrong.
#[component]
pub fn SignInPage(form: SignInView, back: String) -> impl IntoView {
    let office = office();
    view! {
        <Title text="登录" />
        <main class="enter" id="case">
            <h1>{office.name_zh.clone()}</h1>
            <form class="sheet form" id="sign-in" method="post" action=SignIn::url()>
                <input type="hidden" name="back" value=back />
                {form.fault.map(|fault| view! { <p class="faults" role="alert">"✕ "{fault}</p> })}
                <TextField id="login" name="login" label="账号" value=form.login autocomplete="username" longest=40 />
                <TextField
                    id="password"
                    name="password"
                    kind="password"
                    label="密码"
                    value=""
                    autocomplete="current-password"
                    longest=200
                />
                <TextField
                    id="window"
                    name="window"
                    label="几号窗口"
                    hint=Some("不坐窗口的不用填")
                    value=form.window.map(|number| number.to_string()).unwrap_or_default()
                    inputmode=Some("numeric")
                    optional=true
                    longest=2
                />
                <p class="form-end">
                    <button class="button">"登录"</button>
                </p>
            </form>
            <footer class="hint">"工作人员用。办理事项请看 "<a href="/" rel="external">"预约首页"</a></footer>
        </main>
    }
}

/// The same colleague goes on where they were; another signs out first.
#[component]
pub fn Locked(locked: LockedView, back: String) -> impl IntoView {
    view! {
        <Title text="已锁屏" />
        <main class="enter" id="case">
            <h1>"已锁屏"</h1>
            <form class="sheet form" id="unlock" method="post" action=Unlock::url()>
                <input type="hidden" name="back" value=back />
                <p>{locked.name}"，输密码接着办。填的都还在。"</p>
                {locked.fault.map(|fault| view! { <p class="faults" role="alert">"✕ "{fault}</p> })}
                <TextField
                    id="password"
                    name="password"
                    kind="password"
                    label="密码"
                    value=""
                    autocomplete="current-password"
                    longest=200
                />
                <p class="form-end">
                    <button class="button">"解锁"</button>
                </p>
            </form>
            <footer>
                <form method="post" action=SignOut::url()>
                    <button class="button is-text">"换人登录"</button>
                </form>
            </footer>
        </main>
    }
}

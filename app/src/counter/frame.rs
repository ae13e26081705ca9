//! What all staff pages stand in: the gate before them, the dark bar above, the lock over them.

use crate::{
    counter::enter::{Locked, SignInPage},
    fns::staff::{Gate, Lock, Me, SignOut},
    live::desk::{Cover, Keys, LOCK_FORM},
    ui::loaded::before_the_page,
};
use leptos::{prelude::*, server_fn::ServerFn};
use leptos_meta::Title;
use leptos_router::hooks::use_query_map;

/// A part of the address's query.
pub fn asked(name: &str) -> Option<String> {
    use_query_map().with_untracked(|query| query.get(name)).filter(|value| !value.is_empty())
}

/// Shows what `fetch` gives to a colleague who is signed in; to others the sign-in or the lock. `page` is where one
/// comes back to.
pub fn gated<T, Fut, View>(
    page: &str,
    fetch: impl Fn() -> Fut + Send + Sync + 'static,
    show: impl FnOnce(T) -> View + Send + 'static,
) -> AnyView
where
    T: Clone + Send + Sync + 'static,
    Fut: Future<Output = Result<Gate<T>, ServerFnError>> + Send + 'static,
    View: IntoView + 'static,
{
    let page = back_here(page);
    let answer = before_the_page(fetch);
    let shown = Suspend::new(async move {
        match answer.await {
            Ok(Gate::Here(found)) => show(*found).into_any(),
            Ok(Gate::Out(form)) => view! { <SignInPage form back=page /> }.into_any(),
            Ok(Gate::Locked(locked)) => view! { <Locked locked back=page /> }.into_any(),
            Ok(Gate::Forbidden { me, why }) => view! { <Forbidden me why back=page /> }.into_any(),
            Err(_) => view! { <Trouble /> }.into_any(),
        }
    });
    view! { <Suspense>{shown}</Suspense> }.into_any()
}

/// The page with its own query, without the word of a refusal.
fn back_here(page: &str) -> String {
    let query = use_query_map().with_untracked(|query| {
        let kept = [
            "booking",
            "list",
            "fill",
            "look",
            "month",
            "code",
            "service",
            "date",
            "slot",
            "from",
            "until",
            "part",
            "asker",
            "registration",
        ];
        let pairs = kept.iter().filter_map(|name| query.get(name).map(|value| format!("{name}={value}")));
        pairs.collect::<Vec<_>>().join("&")
    });
    if query.is_empty() { page.to_owned() } else { format!("{page}?{query}") }
}

/// The three columns, and the lock over them.
#[component]
pub fn Desk(
    me: Me,
    here: String,
    #[prop(default = "desk")] class: &'static str,
    children: Children,
) -> impl IntoView {
    view! {
        <a class="skip" href="#case" rel="external">"跳到正文"</a>
        <div class=class>{children()}</div>
        <Keys />
        <Cover name=me.name here />
    }
}

/// The dark bar: window and colleague, what the page adds, the other rooms, lock and sign-out.
#[component]
pub fn Top(me: Me, here: String, #[prop(optional)] children: Option<Children>) -> impl IntoView {
    let seat = me.window.map_or_else(|| "没有窗口".to_owned(), |number| format!("{number}号窗口"));
    let may = me.may;
    let room = |path: &'static str, words: &'static str, offered: bool| {
        let current = here.split('?').next() == Some(path);
        (offered && !current).then(|| view! { <li><a href=path rel="external">{words}</a></li> })
    };
    view! {
        <header class="desk-top">
            <ul>
                <li>
                    <b>{seat}</b>
                    <span>{me.name.clone()}"（"{me.roles.clone()}"）"</span>
                </li>
                {children.map(|children| children())}
            </ul>
            <ul>
                {room("/counter", "柜台", may.see_cases)}
                {room("/counter/reception", "接待", may.receive)}
                {room("/counter/board", "期限看板", may.see_cases)}
                {room("/office", "办公室", true)}
                <li>
                    <form id=LOCK_FORM method="post" action=Lock::url()>
                        <input type="hidden" name="back" value=here.clone() />
                        <button>"锁屏"</button>
                    </form>
                </li>
                <li>
                    <form method="post" action=SignOut::url()>
                        <button>"退出"</button>
                    </form>
                </li>
            </ul>
        </header>
    }
}

/// The right that is missing, and who has it.
#[component]
fn Forbidden(me: Me, why: String, back: String) -> impl IntoView {
    view! {
        <Title text="不能打开" />
        <Desk me=me.clone() here=back.clone() class="desk is-office">
            <Top me=me.clone() here=back />
            <crate::office::side::Side me here=String::new() />
            <main class="desk-main" id="case">
                <h1>"这一页不归您的岗位"</h1>
                <p>{why}</p>
                <footer></footer>
            </main>
        </Desk>
    }
}

/// The store could not be read: said plainly.
#[component]
fn Trouble() -> impl IntoView {
    view! {
        <Title text="暂时打不开" />
        <main class="enter" id="case">
            <h1>"这一页暂时打不开"</h1>
            <p>"没有改动任何东西。请过几秒刷新；还不行，请先手工登记，恢复后补录。"</p>
            <p>
                <a href="/counter" rel="external">"回柜台"</a>
            </p>
            <footer></footer>
        </main>
    }
}

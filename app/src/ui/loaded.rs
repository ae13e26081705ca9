//! A page that waits for the server's answer before any of it is sent.

use crate::ui::{
    lang::t,
    phone::{Back, Phone},
};
use leptos::prelude::*;

/// Shows what `fetch` gives.
pub fn loaded<T, Fut, View>(
    fetch: impl Fn() -> Fut + Send + Sync + 'static,
    show: impl FnOnce(T) -> View + Send + 'static,
) -> impl IntoView
where
    T: Clone + Send + Sync + 'static,
    Fut: Future<Output = Result<T, ServerFnError>> + Send + 'static,
    View: IntoView + 'static,
{
    let answer = before_the_page(fetch);
    let shown = Suspend::new(async move {
        match answer.await {
            Ok(found) => show(found).into_any(),
            Err(_) => view! { <Trouble /> }.into_any(),
        }
    });
    // Keeps what is inside in the page's own scope: without it, the page's mood is lost now and then.
    view! { <Suspense>{shown}</Suspense> }
}

/// Asks at once, and holds the page back until the answer is there: its title and its mood stand at its head.
pub fn before_the_page<T, Fut>(fetch: impl Fn() -> Fut + Send + Sync + 'static) -> ArcAsyncDerived<T>
where
    T: Send + Sync + 'static,
    Fut: Future<Output = T> + Send + 'static,
{
    let answer = ArcAsyncDerived::new(fetch);
    if let Some(page) = Owner::current_shared_context() {
        page.defer_stream(Box::pin(answer.ready()));
    }
    answer
}

/// The store could not be read: said plainly, with what works meanwhile.
#[component]
fn Trouble() -> impl IntoView {
    view! {
        <Phone title=t("暂时打不开", "Not available") back=Some(Back::home())>
            <h1>{t("这一页暂时打不开", "This page can't be shown right now")}</h1>
            <p>
                {t(
                    "请过几分钟再试，填过的内容还在。也可以打电话或直接来，都能办。",
                    "Please try again in a few minutes; what you typed is kept. You can also call us or just come.",
                )}
            </p>
        </Phone>
    }
}

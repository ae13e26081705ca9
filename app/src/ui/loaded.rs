//! A page that waits for the server's answer before any of it is sent.

use crate::ui::{
    lang::t,
    phone::{Back, Phone},
};
use leptos::prelude::*;
use serde::{Serialize, de::DeserializeOwned};

/// Shows what `fetch` gives. It runs once, on the server; the browser finds the answer in the page.
pub fn loaded<T, Fetch, Fut, View>(
    fetch: Fetch,
    show: impl Fn(T) -> View + Clone + Send + Sync + 'static,
) -> impl IntoView
where
    T: Clone + Send + Sync + Serialize + DeserializeOwned + 'static,
    Fetch: Fn() -> Fut + Send + Sync + 'static,
    Fut: Future<Output = Result<T, ServerFnError>> + Send + 'static,
    View: IntoView + 'static,
{
    let answer = Resource::new_blocking(|| (), move |()| fetch());
    view! {
        <Suspense>
            {move || {
                let show = show.clone();
                Suspend::new(async move {
                    match answer.await {
                        Ok(found) => show(found).into_any(),
                        Err(_) => view! { <Trouble /> }.into_any(),
                    }
                })
            }}
        </Suspense>
    }
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

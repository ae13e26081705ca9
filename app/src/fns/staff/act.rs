//! Signing in and out, locking and opening again. Every form answers with a redirect.

use leptos::prelude::*;

#[cfg(feature = "ssr")]
use super::{
    cookie,
    session::{Who, office, trouble, who},
};
#[cfg(feature = "ssr")]
use registry::Error;

/// Signs in at a window. A wrong login and a wrong password are answered alike.
#[server]
pub async fn sign_in(
    #[server(default)] login: String,
    #[server(default)] password: String,
    #[server(default)] window: String,
    #[server(default)] back: String,
) -> Result<(), ServerFnError> {
    let registry = office()?;
    let back = own_page(&back);
    let window = window.trim().parse::<u32>().ok().filter(|number| (1..=99).contains(number));
    cookie::set_login(login.trim());
    match registry.sign_in(&login, password, window, &crate::ui::request::caller()).await {
        Ok(secret) => {
            cookie::set_session(secret.as_str());
            cookie::set_window(window);
            leptos_axum::redirect(back);
        }
        Err(Error::SignedOut) => leptos_axum::redirect(&again(back, "wrong")),
        Err(Error::TooMany { .. }) => leptos_axum::redirect(&again(back, "wait")),
        Err(error) => return Err(trouble(error)),
    }
    Ok(())
}

/// 「锁屏」
#[server]
pub async fn lock(#[server(default)] back: String) -> Result<(), ServerFnError> {
    if let Who::Open(seat) = who().await? {
        seat.registry.lock_session(&seat.cookie).await.map_err(trouble)?;
    }
    leptos_axum::redirect(own_page(&back));
    Ok(())
}

/// Opens the locked screen where it was.
#[server]
pub async fn unlock(
    #[server(default)] password: String,
    #[server(default)] back: String,
) -> Result<(), ServerFnError> {
    let back = own_page(&back);
    leptos_axum::redirect(&match opened(password).await? {
        Unlocked::Open | Unlocked::Out => back.to_owned(),
        Unlocked::Wrong => again(back, "password"),
        Unlocked::Wait => again(back, "wait"),
    });
    Ok(())
}

/// Ends the session.
#[server]
pub async fn sign_out() -> Result<(), ServerFnError> {
    if let Some(secret) = cookie::session() {
        office()?.sign_out(&secret).await.map_err(trouble)?;
    }
    cookie::clear_session();
    leptos_axum::redirect("/counter");
    Ok(())
}

/// Locks while the page stays where it is, covered.
#[server]
pub async fn lock_now() -> Result<(), ServerFnError> {
    if let Who::Open(seat) = who().await? {
        seat.registry.lock_session(&seat.cookie).await.map_err(trouble)?;
    }
    Ok(())
}

/// Opens again without leaving the page: `None` when it is open, else the sentence why not.
#[server]
pub async fn unlock_now(password: String) -> Result<Option<String>, ServerFnError> {
    let word = match opened(password).await? {
        Unlocked::Open => return Ok(None),
        Unlocked::Out => "out",
        Unlocked::Wrong => "password",
        Unlocked::Wait => "wait",
    };
    Ok(super::words::again(word).map(str::to_owned))
}

/// Somebody is typing: the session is not idle. `false` where the screen is locked by now.
#[server]
pub async fn stay() -> Result<bool, ServerFnError> {
    Ok(matches!(who().await?, Who::Open(_)))
}

#[cfg(feature = "ssr")]
enum Unlocked {
    Open,
    /// The session has ended: the page shows the sign-in.
    Out,
    Wrong,
    Wait,
}

#[cfg(feature = "ssr")]
async fn opened(password: String) -> Result<Unlocked, ServerFnError> {
    // A page can be covered while its session is open in another tab: the password is asked for all the same.
    let (Who::Locked(seat) | Who::Open(seat)) = who().await? else { return Ok(Unlocked::Out) };
    match seat.registry.unlock_session(&seat.cookie, password, &crate::ui::request::caller()).await {
        Ok(()) => Ok(Unlocked::Open),
        Err(Error::SignedOut) => Ok(Unlocked::Wrong),
        Err(Error::TooMany { .. }) => Ok(Unlocked::Wait),
        Err(error) => Err(trouble(error)),
    }
}

/// Only a staff page of ours, without the word of an earlier refusal.
#[cfg(feature = "ssr")]
fn own_page(back: &str) -> &str {
    let page = back.split("again=").next().unwrap_or_default().trim_end_matches(['?', '&']);
    let path = page.split('?').next().unwrap_or_default();
    let ours = ["/counter", "/office"]
        .iter()
        .any(|root| path == *root || path.strip_prefix(root).is_some_and(|rest| rest.starts_with('/')));
    let plain = !page.contains(['\r', '\n', '\\']);
    if ours && plain { page } else { "/counter" }
}

#[cfg(feature = "ssr")]
fn again(back: &str, word: &str) -> String {
    let sign = if back.contains('?') { '&' } else { '?' };
    format!("{back}{sign}again={word}")
}

#[cfg(all(test, feature = "ssr"))]
mod tests {
    use super::*;

    #[test]
    fn the_way_back_stays_among_the_staff_pages() {
        for outside in [
            "",
            "/",
            "//elsewhere.example",
            "https://elsewhere.example/counter",
            "/counterfeit",
            "/b/1",
            "/counter\r\nX: y",
        ] {
            assert_eq!(own_page(outside), "/counter", "{outside:?}");
        }
        assert_eq!(own_page("/counter/case/7?list=today"), "/counter/case/7?list=today");
        assert_eq!(own_page("/office/audit"), "/office/audit");
    }

    #[test]
    fn the_word_of_an_earlier_refusal_is_not_carried_along() {
        assert_eq!(own_page("/counter?again=wrong"), "/counter");
        assert_eq!(own_page("/counter?list=today&again=wait"), "/counter?list=today");
        assert_eq!(again("/counter?list=today", "wrong"), "/counter?list=today&again=wrong");
    }
}

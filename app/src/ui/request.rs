//! What a page may know of the request that asked for it, on the server; in the browser, of the document.

/// Whether the pages travel by HTTPS: then cookies say `Secure`. The server hands it in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Https(pub bool);

/// The address that asks, for limits alone; never written down.
#[cfg(feature = "ssr")]
pub fn caller() -> String {
    let parts = leptos::prelude::use_context::<http::request::Parts>();
    parts
        .and_then(|parts| parts.extensions.get::<std::net::IpAddr>().map(ToString::to_string))
        .unwrap_or_default()
}

/// A query parameter of the address, e.g. `lang` of `/?lang=en`. Plain words only: nothing is unescaped.
#[cfg(feature = "ssr")]
pub fn query(name: &str) -> Option<String> {
    let parts = leptos::prelude::use_context::<http::request::Parts>()?;
    pair(parts.uri.query()?.split('&'), name)
}

#[cfg(feature = "ssr")]
pub fn cookie(name: &str) -> Option<String> {
    let parts = leptos::prelude::use_context::<http::request::Parts>()?;
    let cookies = parts.headers.get(http::header::COOKIE)?.to_str().ok()?;
    pair(cookies.split(';').map(str::trim), name)
}

#[cfg(feature = "ssr")]
fn pair<'a>(mut pairs: impl Iterator<Item = &'a str>, name: &str) -> Option<String> {
    pairs.find_map(|pair| match pair.split_once('=') {
        Some((key, value)) if key == name => Some(value.to_owned()),
        _ => None,
    })
}

/// An attribute of `<html>`, as the server wrote it.
#[cfg(not(feature = "ssr"))]
pub fn html_attribute(name: &str) -> Option<String> {
    leptos::prelude::document().document_element()?.get_attribute(name)
}

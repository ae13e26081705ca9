//! The language an answer is wanted in: `?lang=`, else `Accept-Language`, else Chinese.

use axum::{
    extract::FromRequestParts,
    http::{HeaderMap, Uri, header, request::Parts},
};
use law::Lang;
use std::convert::Infallible;

/// What the caller reads.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Language(pub Lang);

impl<S: Sync> FromRequestParts<S> for Language {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Infallible> {
        Ok(Self(wanted(&parts.uri, &parts.headers)))
    }
}

/// The same for a layer that sees the request before any handler.
pub fn wanted(uri: &Uri, headers: &HeaderMap) -> Lang {
    let said = uri.query().and_then(|query| query.split('&').find_map(|pair| pair.strip_prefix("lang=")));
    if let Some(lang) = said.and_then(Lang::parse) {
        return lang;
    }
    let accepted = headers.get(header::ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok());
    accepted.and_then(preferred).unwrap_or_default()
}

/// The one of our languages with the highest weight; of equals the one named first.
fn preferred(accepted: &str) -> Option<Lang> {
    let mut best: Option<(Lang, f32)> = None;
    for range in accepted.split(',') {
        let (tag, weight) = range.split_once(';').unwrap_or((range, "q=1"));
        let Some(lang) = tag.trim().get(..2).and_then(|tag| Lang::parse(&tag.to_ascii_lowercase())) else {
            continue;
        };
        let weight = weight.trim().strip_prefix("q=").and_then(|q| q.parse::<f32>().ok()).unwrap_or(0.0);
        if weight > best.map_or(0.0, |(_, heaviest)| heaviest) {
            best = Some((lang, weight));
        }
    }
    best.map(|(lang, _)| lang)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_address_wins_over_the_header_and_chinese_is_the_rest() {
        let header = |value| HeaderMap::from_iter([(header::ACCEPT_LANGUAGE, value)]);
        let english = header(axum::http::HeaderValue::from_static("en-GB,en;q=0.9,zh;q=0.5"));
        assert_eq!(wanted(&Uri::from_static("/x"), &english), Lang::En);
        assert_eq!(wanted(&Uri::from_static("/x?a=b&lang=zh"), &english), Lang::Zh);
        assert_eq!(wanted(&Uri::from_static("/x?lang=fr"), &HeaderMap::new()), Lang::Zh);
    }

    #[test]
    fn weights_decide_and_other_languages_are_passed_over() {
        assert_eq!(preferred("fr, en;q=0.3, zh-CN;q=0.8"), Some(Lang::Zh));
        assert_eq!(preferred("EN"), Some(Lang::En));
        assert_eq!(preferred("fr, de;q=0.5"), None);
        assert_eq!(preferred("en;q=0"), None);
        assert_eq!(preferred("中文"), None);
    }
}

//! The one place where a refusal of the office becomes a problem of the JSON API (RFC 9457).
//!
//! Every problem says in a plain sentence what would work, in the language that was asked for. The member `problem` is
//! the stable word for programs; `errors` names the fields of an `invalid` request, `alternatives` what is free
//! instead of a full slot. Faults of ours have no `problem`: there is nothing a program could do about them.

mod word;

pub use word::Word;

use axum::{
    http::{HeaderMap, HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use chrono::{NaiveDate, NaiveTime};
use law::Lang;
use registry::{Error, Fault, booking::Alternative};
use serde::Serialize;
use std::borrow::Cow;

/// A refusal on its way to be written out.
#[derive(Debug)]
pub struct Problem {
    lang: Lang,
    status: StatusCode,
    /// `None` for a fault of ours.
    word: Option<Word>,
    detail: Cow<'static, str>,
    errors: Vec<Fault>,
    alternatives: Option<Vec<FreeSlot>>,
    retry_after: Option<u32>,
}

/// The same as JSON.
#[derive(Serialize)]
struct Body<'a> {
    /// A reference to where the word is explained.
    #[serde(rename = "type")]
    kind: Cow<'static, str>,
    title: &'static str,
    status: u16,
    detail: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    problem: Option<Word>,
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    errors: &'a [Fault],
    #[serde(skip_serializing_if = "Option::is_none")]
    alternatives: Option<&'a [FreeSlot]>,
}

/// A slot that is free instead; times `HH:MM` in Asia/Shanghai.
#[derive(Debug, Serialize)]
struct FreeSlot {
    id: String,
    date: NaiveDate,
    start: String,
    end: String,
    left: u32,
}

impl Problem {
    /// What the office said, as a problem in `lang`.
    pub fn of(error: Error, lang: Lang) -> Self {
        let Some(word) = Word::of(&error) else { return Self::fault(&error, lang) };
        let problem = Self::word(word, lang);
        match error {
            Error::SlotFull { alternatives } => {
                Self { alternatives: Some(alternatives.iter().map(FreeSlot::from).collect()), ..problem }
            }
            Error::TooMany { retry_after } => Self { retry_after: Some(retry_after), ..problem },
            Error::Invalid(errors) => Self::invalid(errors, lang),
            _ => problem,
        }
    }

    /// Told only to the log.
    fn fault(error: &Error, lang: Lang) -> Self {
        tracing::error!(%error, "a call could not be answered");
        match error {
            Error::Unavailable(_) | Error::Contended(_) => Self::ours(StatusCode::SERVICE_UNAVAILABLE, lang),
            _ => Self::ours(StatusCode::INTERNAL_SERVER_ERROR, lang),
        }
    }

    /// Fields that must be corrected; the sentence is that of the first.
    pub fn invalid(errors: Vec<Fault>, lang: Lang) -> Self {
        let first = errors.first().and_then(|fault| law::field::words(&fault.field, &fault.code, lang));
        let mut problem = Self::word(Word::Invalid, lang);
        if let Some(words) = first {
            problem.detail = words.into();
        }
        Self { errors, ..problem }
    }

    /// One field, one code.
    pub fn field(field: &str, code: &str, lang: Lang) -> Self {
        Self::invalid(vec![Fault::new(field, code)], lang)
    }

    /// The request is no JSON object, or isn't UTF-8.
    pub fn unreadable(lang: Lang) -> Self {
        Self {
            status: StatusCode::BAD_REQUEST,
            detail: lang
                .pick(
                    "请求体不是一个 UTF-8 编码的 JSON 对象，请改正后再发。",
                    "The body is not one JSON object in UTF-8. Correct it and send it again.",
                )
                .into(),
            ..Self::word(Word::Invalid, lang)
        }
    }

    /// The body is declared as something else than JSON.
    pub fn not_json(lang: Lang) -> Self {
        Self {
            status: StatusCode::UNSUPPORTED_MEDIA_TYPE,
            detail: lang
                .pick(
                    "这里只收 JSON，请把 Content-Type 设为 application/json 再发。",
                    "Only JSON is taken here. Set Content-Type to application/json and send it again.",
                )
                .into(),
            ..Self::word(Word::Invalid, lang)
        }
    }

    /// A problem by its stable word.
    pub fn word(word: Word, lang: Lang) -> Self {
        Self {
            lang,
            status: word.status(),
            word: Some(word),
            detail: word.detail(lang).into(),
            errors: Vec::new(),
            alternatives: None,
            retry_after: None,
        }
    }

    /// A fault of ours; the reason is in the log.
    fn ours(status: StatusCode, lang: Lang) -> Self {
        Self {
            lang,
            status,
            word: None,
            detail: lang
                .pick(
                    "没有办成，也没有留下任何东西。请过一会儿用同样的请求再试，或打电话、直接来窗口。",
                    "It was not done and nothing was kept. Send the same request again shortly, call us or come to the \
                     counter.",
                )
                .into(),
            errors: Vec::new(),
            alternatives: None,
            retry_after: (status == StatusCode::SERVICE_UNAVAILABLE).then_some(2),
        }
    }

    /// The same with the fields it concerns and a sentence of its own.
    #[must_use]
    pub fn with_errors(self, errors: Vec<Fault>, detail: &'static str) -> Self {
        Self { errors, detail: detail.into(), ..self }
    }

    fn body(&self) -> Body<'_> {
        let kind = self
            .word
            .map_or("about:blank".into(), |word| format!("/api/v1/openapi.json#{}", word.as_str()).into());
        let ours = self.lang.pick("我们这边出了差错", "Something went wrong on our side");
        Body {
            kind,
            title: self.word.map_or(ours, |word| word.title(self.lang)),
            status: self.status.as_u16(),
            detail: &self.detail,
            problem: self.word,
            errors: &self.errors,
            alternatives: self.alternatives.as_deref(),
        }
    }
}

impl From<&Alternative> for FreeSlot {
    fn from(slot: &Alternative) -> Self {
        Self {
            id: slot.id.to_string(),
            date: slot.date,
            start: hour_minute(slot.start),
            end: hour_minute(slot.end),
            left: slot.left,
        }
    }
}

/// `HH:MM`, as every time travels.
pub fn hour_minute(time: NaiveTime) -> String {
    law::words::time(time)
}

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        let mut headers = HeaderMap::new();
        headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("application/problem+json"));
        if let Some(seconds) = self.retry_after {
            headers.insert(header::RETRY_AFTER, HeaderValue::from(seconds));
        }
        // Strings, numbers and lists of them always serialise.
        let body = serde_json::to_vec(&self.body()).unwrap_or_default();
        (self.status, headers, body).into_response()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_fault_lends_its_sentence_and_all_are_listed() {
        let faults = vec![Fault::new("b.id_number", "bad_checksum"), Fault::new("a.phone", "missing")];
        let problem = Problem::invalid(faults, Lang::En);
        assert_eq!(problem.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(problem.detail.contains("last character"), "{}", problem.detail);
        assert_eq!(problem.errors.len(), 2);
    }

    #[test]
    fn a_fault_of_ours_tells_nothing_of_its_cause() {
        let problem = Problem::of(Error::Inconsistent("booking 7 of 谢某".into()), Lang::Zh);
        let text = serde_json::to_string(&problem.body()).unwrap();
        assert!(!text.contains("谢某") && !text.contains("\"problem\":"), "{text}");
    }
}

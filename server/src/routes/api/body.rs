//! Reads a JSON body strictly: one object, known members, the right types; each departure is a fault of its field.

use crate::problem::Problem;
use axum::http::{HeaderMap, header};
use law::Lang;
use registry::Fault;
use serde_json::{Map, Value};

/// The members of one object, taken out one by one.
pub struct Members {
    rest: Map<String, Value>,
    /// `a.` for the members of `a`.
    path: String,
    faults: Vec<Fault>,
}

/// Reads the body as an object. Problems: 415 where it isn't declared as JSON, 400 where it is none.
pub fn read(headers: &HeaderMap, body: &[u8], lang: Lang) -> Result<Members, Problem> {
    if !is_json(headers) {
        return Err(Problem::not_json(lang));
    }
    let rest = serde_json::from_slice(body).map_err(|_| Problem::unreadable(lang))?;
    Ok(Members { rest, path: String::new(), faults: Vec::new() })
}

fn is_json(headers: &HeaderMap) -> bool {
    let kind = headers.get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok()).unwrap_or_default();
    let kind = kind.split(';').next().unwrap_or_default().trim();
    kind.eq_ignore_ascii_case("application/json")
}

impl Members {
    /// A text; empty where it is left out or `null`.
    pub fn text(&mut self, name: &str) -> String {
        match self.rest.remove(name) {
            None | Some(Value::Null) => String::new(),
            Some(Value::String(text)) => text,
            Some(_) => {
                self.fault(name, "wrong_type");
                String::new()
            }
        }
    }

    /// An object; `None` where it is left out or `null`.
    pub fn object(&mut self, name: &str) -> Option<Self> {
        match self.rest.remove(name) {
            None | Some(Value::Null) => None,
            Some(Value::Object(rest)) => {
                Some(Self { rest, path: format!("{}{name}.", self.path), faults: Vec::new() })
            }
            Some(_) => {
                self.fault(name, "wrong_type");
                None
            }
        }
    }

    /// Notes what is wrong with a member.
    pub fn fault(&mut self, name: &str, code: &str) {
        self.faults.push(Fault::new(format!("{}{name}", self.path), code));
    }

    /// What was wrong; what was not taken out is unknown.
    pub fn close(mut self) -> Vec<Fault> {
        let unknown: Vec<_> = self.rest.keys().take(UNKNOWN).cloned().collect();
        // The name is the caller's own and may be long.
        unknown
            .iter()
            .for_each(|name| self.fault(&name.chars().take(40).collect::<String>(), "unknown_field"));
        self.faults
    }
}

/// Nobody needs to hear of more unknown members than this.
const UNKNOWN: usize = 10;

#[cfg(test)]
mod tests {
    use super::*;
    use axum::http::HeaderValue;

    fn members(body: &str) -> Members {
        read(&declared("application/json"), body.as_bytes(), Lang::Zh).ok().unwrap()
    }

    fn declared(kind: &'static str) -> HeaderMap {
        HeaderMap::from_iter([(header::CONTENT_TYPE, HeaderValue::from_static(kind))])
    }

    #[test]
    fn what_is_left_over_or_of_another_type_is_named() {
        let mut body = members(r#"{"slot":7,"a":{"name":"李","x":1},"b":"me","y":null}"#);
        assert_eq!(body.text("slot"), "");
        let mut a = body.object("a").unwrap();
        assert_eq!(a.text("name"), "李");
        assert_eq!(a.close(), [Fault::new("a.x", "unknown_field")]);
        assert!(body.object("b").is_none());
        let faults = body.close();
        assert_eq!(
            faults,
            [
                Fault::new("slot", "wrong_type"),
                Fault::new("b", "wrong_type"),
                Fault::new("y", "unknown_field")
            ]
        );
    }

    #[test]
    fn only_one_json_object_in_utf8_is_read() {
        for body in [&b"{\"a\":\"\xff\"}"[..], b"[]", b"\"x\"", b"{", b"", b"{}{}"] {
            assert!(read(&declared("application/json"), body, Lang::Zh).is_err());
        }
        assert!(read(&declared("application/json; charset=utf-8"), b"{}", Lang::Zh).is_ok());
        assert!(read(&declared("text/plain"), b"{}", Lang::Zh).is_err());
        assert!(read(&HeaderMap::new(), b"{}", Lang::Zh).is_err());
    }
}

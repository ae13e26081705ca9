//! What stands after the question mark, read strictly where it counts.

use chrono::NaiveDate;

/// The value of a parameter; its first where it is given twice. Our values hold nothing that must be escaped.
pub fn value<'a>(query: Option<&'a str>, name: &str) -> Option<&'a str> {
    query?.split('&').find_map(|pair| match pair.split_once('=') {
        Some((key, value)) if key == name && !value.is_empty() => Some(value),
        _ => None,
    })
}

/// A day exactly as `YYYY-MM-DD`.
pub fn day(text: &str) -> Option<NaiveDate> {
    // chrono also takes signs, blanks and short numbers.
    let shape = text.len() == 10
        && text.bytes().enumerate().all(|(at, byte)| match at {
            4 | 7 => byte == b'-',
            _ => byte.is_ascii_digit(),
        });
    if shape { text.parse().ok() } else { None }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_has_one_way_to_be_written() {
        assert!(day("2026-01-16").is_some());
        for wrong in ["2026-1-16", "2026-02-30", "+026-01-16", "20260116", "2026-01-16 ", "", "2026/01/16"] {
            assert_eq!(day(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn a_parameter_is_found_among_others() {
        let query = Some("service=marriage&from=2026-12-01&days=31");
        assert_eq!(value(query, "from"), Some("2026-12-01"));
        assert_eq!(value(query, "rom"), None);
        assert_eq!(value(Some("from=&x"), "from"), None);
        assert_eq!(value(None, "from"), None);
    }
}

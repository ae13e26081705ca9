//! The stable words of the API's problems, each with its status, its title and a sentence that says what would work.

use axum::http::StatusCode;
use law::Lang;
use registry::Error;
use serde::Serialize;

/// What a program can branch on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Word {
    SlotFull,
    NotBookable,
    HoldExpired,
    TooEarly,
    TooLate,
    Closed,
    NotFound,
    Gone,
    KeyMissing,
    KeyReused,
    TooMany,
    Invalid,
    BeforeCoolingOff,
}

/// Status, then title and sentence in Chinese and in English.
struct Words(StatusCode, [&'static str; 2], [&'static str; 2]);

impl Word {
    pub const ALL: [Self; 13] = [
        Self::SlotFull,
        Self::NotBookable,
        Self::HoldExpired,
        Self::TooEarly,
        Self::TooLate,
        Self::Closed,
        Self::NotFound,
        Self::Gone,
        Self::KeyMissing,
        Self::KeyReused,
        Self::TooMany,
        Self::Invalid,
        Self::BeforeCoolingOff,
    ];

    /// The word of a refusal; `None` where the fault is ours and no program could do anything about it.
    pub fn of(error: &Error) -> Option<Self> {
        Some(match error {
            Error::SlotFull { .. } => Self::SlotFull,
            Error::NotBookable | Error::Stale => Self::NotBookable,
            Error::HoldExpired => Self::HoldExpired,
            Error::TooEarly => Self::TooEarly,
            Error::TooLate => Self::TooLate,
            Error::Closed => Self::Closed,
            // Officers' refusals never come this way: their screens tell them in words of their own.
            Error::NotFound
            | Error::HeldByOther { .. }
            | Error::IllegalMove(_)
            | Error::Forbidden(_)
            | Error::SignedOut => Self::NotFound,
            Error::Gone => Self::Gone,
            Error::KeyReused => Self::KeyReused,
            Error::TooMany { .. } => Self::TooMany,
            Error::Invalid(_) => Self::Invalid,
            Error::Unavailable(_) | Error::Contended(_) | Error::Inconsistent(_) => return None,
        })
    }

    pub fn as_str(self) -> &'static str {
        match self {
            Self::SlotFull => "slot_full",
            Self::NotBookable => "not_bookable",
            Self::HoldExpired => "hold_expired",
            Self::TooEarly => "too_early",
            Self::TooLate => "too_late",
            Self::Closed => "closed",
            Self::NotFound => "not_found",
            Self::Gone => "gone",
            Self::KeyMissing => "key_missing",
            Self::KeyReused => "key_reused",
            Self::TooMany => "too_many",
            Self::Invalid => "invalid",
            Self::BeforeCoolingOff => "before_cooling_off",
        }
    }

    pub fn status(self) -> StatusCode {
        self.words().0
    }

    pub fn title(self, lang: Lang) -> &'static str {
        let Words(_, zh, en) = self.words();
        lang.pick(zh[0], en[0])
    }

    pub fn detail(self, lang: Lang) -> &'static str {
        let Words(_, zh, en) = self.words();
        lang.pick(zh[1], en[1])
    }

    fn words(self) -> Words {
        match self {
            Self::SlotFull => Words(
                StatusCode::CONFLICT,
                ["这个时间约满了", "请从 alternatives 里另选一个时间，或当天直接来取现场号。"],
                ["That time is full", "Choose one of the alternatives, or come that day and take a number."],
            ),
            // Whatever the cause: nothing tells on anyone.
            Self::NotBookable => Words(
                StatusCode::CONFLICT,
                ["现在不能这样预约", "请打电话或到窗口，我们当面帮您约。"],
                [
                    "This can't be booked like that now",
                    "Call us or come to the counter; we book it with you.",
                ],
            ),
            Self::HoldExpired => Words(
                StatusCode::CONFLICT,
                ["留的位子到时间了", "请重新选一个时间，再提交。"],
                ["The place is no longer kept", "Choose a time again and send the request again."],
            ),
            Self::TooEarly => Words(
                StatusCode::CONFLICT,
                ["这个时间还没放号", "请到放号那天早上再约，或先选近一些的日子。"],
                ["Not open for booking yet", "Come back on the morning it opens, or choose a nearer day."],
            ),
            Self::TooLate => Words(
                StatusCode::CONFLICT,
                ["这个时间已经不能约、不能改了", "请选后面的时间，或直接来取现场号。"],
                ["It is too late for that time", "Choose a later time, or just come and take a number."],
            ),
            Self::Closed => Words(
                StatusCode::CONFLICT,
                ["这个时间不办公", "请从可约的时间里选一个。"],
                ["The office is closed then", "Choose one of the times on offer."],
            ),
            Self::NotFound => Words(
                StatusCode::NOT_FOUND,
                ["没有找到", "请核对地址、预约号和凭证后再试。"],
                ["Not found", "Check the address, the booking code and the token, then try again."],
            ),
            Self::Gone => Words(
                StatusCode::GONE,
                ["这个预约已经结束", "要再来，请重新预约，或直接来取现场号。"],
                [
                    "This booking has ended",
                    "To come again, make a new booking or just come and take a number.",
                ],
            ),
            Self::KeyMissing => Words(
                StatusCode::BAD_REQUEST,
                ["缺少 Idempotency-Key", "请为每次预约加一个 Idempotency-Key 头，重发时用同一个。"],
                [
                    "Idempotency-Key is missing",
                    "Give each booking an Idempotency-Key header; repeat it when you send again.",
                ],
            ),
            Self::KeyReused => Words(
                StatusCode::UNPROCESSABLE_ENTITY,
                ["这个 Idempotency-Key 用过了", "它属于另一个请求；新的预约请换一个新的。"],
                [
                    "This Idempotency-Key was used",
                    "It belongs to another request; take a fresh one for a new booking.",
                ],
            ),
            Self::TooMany => Words(
                StatusCode::TOO_MANY_REQUESTS,
                ["试的次数太多", "请等一会儿再试，秒数在 Retry-After 里。"],
                ["Too many tries", "Wait before you try again; Retry-After says how many seconds."],
            ),
            Self::Invalid => Words(
                StatusCode::UNPROCESSABLE_ENTITY,
                ["有需要改正的地方", "请按 errors 里列的字段改正后再发。"],
                ["Something must be corrected", "Correct the fields listed in errors and send it again."],
            ),
            Self::BeforeCoolingOff => Words(
                StatusCode::UNPROCESSABLE_ENTITY,
                [
                    "2021年以前没有三十日",
                    "三十日（冷静期）从2021年1月1日起才有，请填 2021 年以后的受理日期。",
                ],
                ["Before 2021", "There was no thirty-day period before 1 January 2021; give a later day."],
            ),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_has_a_sentence_of_its_own_in_both_languages() {
        for lang in [Lang::Zh, Lang::En] {
            let sentences: std::collections::BTreeSet<_> = Word::ALL.map(|word| word.detail(lang)).into();
            assert_eq!(sentences.len(), Word::ALL.len());
        }
        assert!(Word::ALL.iter().all(|word| word.detail(Lang::En).is_ascii()));
    }

    #[test]
    fn a_word_is_written_as_it_is_named() {
        for word in Word::ALL {
            assert_eq!(serde_json::to_value(word).unwrap(), word.as_str());
        }
    }
}

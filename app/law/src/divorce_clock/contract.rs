//! The answer of `GET /api/v1/divorce-dates` and of `server divorce-dates --json`, member for member.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::DivorceDates;
use crate::Lang;

/// Dates are `YYYY-MM-DD`, days of Asia/Shanghai.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DivorceDatesAnswer {
    pub accepted: NaiveDate,
    pub cooling_off_last: NaiveDate,
    pub issuance_first: NaiveDate,
    pub issuance_first_service: NaiveDate,
    pub issuance_last: NaiveDate,
    pub provisional: bool,
    pub accepted_on_rest_day: bool,
    pub steps: Vec<StepAnswer>,
}

/// One date and why it is that one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct StepAnswer {
    pub date: NaiveDate,
    pub why: String,
    pub article: String,
}

impl DivorceDates {
    /// The contract's answer, its sentences in `lang`. Years in sentences are left out when they are the year
    /// of acceptance.
    pub fn answer(&self, lang: Lang) -> DivorceDatesAnswer {
        DivorceDatesAnswer {
            accepted: self.accepted,
            cooling_off_last: self.cooling_off_last,
            issuance_first: self.issuance_first,
            issuance_first_service: self.issuance_first_service,
            issuance_last: self.issuance_last,
            provisional: self.provisional,
            accepted_on_rest_day: self.accepted_on_rest_day,
            steps: self
                .steps(lang)
                .into_iter()
                .map(|step| StepAnswer { date: step.date, why: step.why, article: step.article.to_owned() })
                .collect(),
        }
    }
}

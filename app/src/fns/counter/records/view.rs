//! What the page of a request is shown. Numbers of persons are masked.

use crate::fns::{
    counter::{GripField, HoldView, Lists},
    staff::{Kept, Me},
};
use chrono::{NaiveDate, NaiveTime};
use law::records_case::{Asker, LeftReason, Shown, Sought};
use serde::{Deserialize, Serialize};

/// The workspace with a request in the middle.
#[derive(Clone, Debug, PartialEq)]
pub struct RecordsPage {
    pub me: Me,
    pub lists: Lists,
    pub request: RecordsView,
}

/// A request.
#[derive(Clone, Debug, PartialEq)]
pub struct RecordsView {
    pub grip: GripField,
    pub hold: HoldView,
    pub number: u32,
    /// The day of the act.
    pub on: NaiveDate,
    pub late: Option<String>,
    pub appointed: Option<NaiveTime>,
    pub opened: NaiveTime,
    pub asker: Option<AskerView>,
    /// What stands in the form when it is opened: as written down before, else as booked.
    pub values: Vec<(String, String)>,
    /// The masked number that was given before; comparing it saves typing.
    pub id_before: Option<String>,
    pub end: Option<EndView>,
    pub past: Vec<PastView>,
    pub kept: Kept,
}

/// Whoever asks, and whose records.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AskerView {
    pub asker: Asker,
    pub shown: Vec<Shown>,
    pub sought: Sought,
    pub name: String,
    /// 「居民身份证」 and the masked number.
    pub document: Option<(String, String)>,
    pub organisation: String,
    pub paper_no: String,
    /// Name and masked number.
    pub persons: Vec<(String, Option<String>)>,
    pub period: String,
    pub purpose: String,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum EndView {
    Answered { files: Vec<String>, copies: u32, statements: u32 },
    Left(LeftReason),
}

/// Something that happened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PastView {
    /// 「10:35」, with the day where it was another one.
    pub at: String,
    pub words: String,
    pub who: String,
}

/// A request as typed into the form.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct RequestField {
    pub asker: String,
    pub shown: Vec<String>,
    pub sought: String,
    pub name: String,
    pub id_type: String,
    pub id_number: String,
    pub same_number: String,
    pub sex: String,
    pub birth: String,
    pub nationality: String,
    pub organisation: String,
    pub paper_no: String,
    pub one_name: String,
    pub one_number: String,
    pub other_name: String,
    pub other_number: String,
    pub period: String,
    pub purpose: String,
}

impl RequestField {
    /// The fields by name, for what is kept.
    pub fn pairs(&self) -> Vec<(&'static str, String)> {
        let mut pairs = vec![
            ("asker", self.asker.clone()),
            ("sought", self.sought.clone()),
            ("name", self.name.clone()),
            ("id_type", self.id_type.clone()),
            ("id_number", self.id_number.clone()),
            ("same_number", self.same_number.clone()),
            ("sex", self.sex.clone()),
            ("birth", self.birth.clone()),
            ("nationality", self.nationality.clone()),
            ("organisation", self.organisation.clone()),
            ("paper_no", self.paper_no.clone()),
            ("one_name", self.one_name.clone()),
            ("one_number", self.one_number.clone()),
            ("other_name", self.other_name.clone()),
            ("other_number", self.other_number.clone()),
            ("period", self.period.clone()),
            ("purpose", self.purpose.clone()),
        ];
        pairs.extend(self.shown.iter().map(|paper| ("shown", paper.clone())));
        pairs
    }
}

impl RecordsView {
    pub fn mine(&self) -> bool {
        self.hold == HoldView::Mine
    }

    /// As typed, else as it is known.
    pub fn value(&self, field: &str) -> String {
        let known = || self.values.iter().find(|(name, _)| name == field).map(|(_, value)| value.clone());
        self.kept.typed("identify", field).or_else(known).unwrap_or_default()
    }
}

//! What the counter is shown. Numbers of persons are masked: what a page holds can be read off the screen from behind.

use super::{copy::Row, divorce::DivorceView, reissue::ReissueView};
use crate::fns::staff::{Kept, Me};
use chrono::{NaiveDate, NaiveTime};
use law::{
    checklist::Item,
    eligibility::Party,
    marriage_case::{End, EvidenceKind, MarriageMove, NetworkResult, SignedPaper},
};
use serde::{Deserialize, Serialize};

/// The whole workspace.
#[derive(Clone, Debug, PartialEq)]
pub struct CounterView {
    pub me: Me,
    pub lists: Lists,
    pub middle: Middle,
}

/// What stands in the middle.
#[derive(Clone, Debug, PartialEq)]
pub enum Middle {
    /// Nothing was chosen; what was typed into the forms there, if it was refused.
    Nothing(Kept),
    Booking(BookingView),
    Case(Box<CaseView>),
    Divorce(Box<DivorceView>),
    Reissue(Box<ReissueView>),
}

/// The three lists at the left.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Lists {
    /// Those who are here, and cases that have not ended.
    pub waiting: Vec<Line>,
    /// All bookings of today.
    pub bookings: Vec<Line>,
    /// Booked for earlier today, and not here.
    pub late: Vec<Line>,
    /// The longest wait of those who are here, in minutes.
    pub longest: Option<i64>,
}

/// A line of a list: no name and no number of a person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// Where it leads; none where this counter can't go on with it.
    pub href: Option<String>,
    /// The day's number of the case; empty until there is one.
    pub number: String,
    pub kind: String,
    /// 「10:30」 or 「现场」.
    pub when: String,
    /// 「两位到」, 「王某在办」.
    pub state: String,
    /// 「6 分」, 「等材料」.
    pub wait: String,
}

/// A booking before there is a case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BookingView {
    pub id: String,
    pub service: String,
    pub is_marriage: bool,
    pub is_divorce: bool,
    pub is_reissue: bool,
    pub is_records: bool,
    pub code: String,
    pub date: NaiveDate,
    pub starts: NaiveTime,
    pub ends: NaiveTime,
    /// Name and masked number, in order.
    pub persons: Vec<(String, String)>,
    pub arrived: Option<NaiveTime>,
    pub both_here: bool,
    pub is_today: bool,
    pub kept: Kept,
}

/// With what a form writes: which case, under which fence, seen at which version.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct GripField {
    pub case: String,
    pub fence: i64,
    pub version: i64,
}

/// A marriage case.
#[derive(Clone, Debug, PartialEq)]
pub struct CaseView {
    pub grip: GripField,
    pub hold: HoldView,
    pub number: u32,
    /// The day of the act.
    pub on: NaiveDate,
    /// Why it is entered late.
    pub late: Option<String>,
    pub appointed: Option<NaiveTime>,
    pub arrived: Option<NaiveTime>,
    pub opened: NaiveTime,
    /// Since it was opened today; none where it has ended or is of another day.
    pub minutes: Option<i64>,
    pub stages: Vec<StageView>,
    pub persons: [PersonView; 2],
    pub ask: Ask,
    pub moves: Vec<MarriageMove>,
    pub network: Option<NetworkView>,
    pub evidence: Vec<EvidenceKind>,
    /// What is being waited for.
    pub missing: Vec<Item>,
    /// Everything that may be missing.
    pub items: Vec<Item>,
    pub declared: Vec<Party>,
    pub signed: Vec<SignedPaper>,
    pub registration: Option<RegistrationView>,
    pub end: Option<End>,
    pub restored: bool,
    pub remarks: String,
    pub past: Vec<PastLine>,
    pub papers: Vec<PaperLine>,
    /// Characters of names that no font prints.
    pub uncovered: String,
    /// Certificate numbers are allocated here (demonstration and training).
    pub own_numbers: bool,
    pub kept: Kept,
}

/// Who has the case, and what this colleague can do about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum HoldView {
    /// This colleague writes.
    Mine,
    /// Nobody has it: it can be taken up.
    Free,
    /// A colleague has it.
    Other(String),
    /// It has ended; nobody writes any more.
    Ended,
}

/// A step of the norm in the row of steps.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StageView {
    /// As in the address that looks back at it: `pre_check`.
    pub name: String,
    pub title: String,
    pub look: StageLook,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum StageLook {
    /// When and who: 「10:33 王某」.
    Done(String),
    Now,
    /// It passes by itself until a day: 「到2月24日」.
    Until(String),
    Open,
    /// The case ended before it.
    Never,
}

/// The one question in the middle.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ask {
    Fill(Party),
    PreCheck,
    Network,
    Evidence,
    Accept,
    Declarations,
    Review,
    Register,
    Issue,
    Paused,
    Ended,
}

/// One of the two.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PersonView {
    pub seat: Party,
    /// 「已核对 10:34」, once the document was written down and compared.
    pub read: Option<String>,
    /// Whether a document was written down at all.
    pub known: bool,
    /// What is shown, in the order of the national form: label, value, and how it is copied.
    pub rows: Vec<Row>,
    pub differences: Vec<DifferView>,
    /// What stands in the form when it is opened: the document's, else what was booked.
    pub values: Vec<(String, String)>,
    /// The masked number and phone that were given before; an empty field keeps them.
    pub id_before: Option<String>,
    pub phone_before: Option<String>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DifferView {
    pub label: String,
    pub booked: String,
    pub document: String,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NetworkView {
    pub result: NetworkResult,
    pub at: NaiveTime,
    pub officer: String,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RegistrationView {
    pub on: NaiveDate,
    pub certificate: String,
    pub booklets: [String; 2],
    pub voided: Vec<String>,
}

/// Something that happened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PastLine {
    /// 「10:35」, with the day where it was another one.
    pub at: String,
    pub words: String,
    pub who: String,
    /// The name of its step.
    pub step: String,
}

/// A paper that can be printed now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PaperLine {
    /// As in its address: `declaration-a`.
    pub kind: String,
    pub title: String,
}

impl PersonView {
    pub fn value(&self, field: &str) -> String {
        self.values.iter().find(|(name, _)| name == field).map(|(_, value)| value.clone()).unwrap_or_default()
    }

    /// The form's name, under which it is kept.
    pub fn form(&self) -> &'static str {
        person_form(self.seat)
    }
}

/// The name of the form about one of the two.
pub fn person_form(seat: Party) -> &'static str {
    match seat {
        Party::First => "person-a",
        Party::Second => "person-b",
    }
}

impl CaseView {
    pub fn mine(&self) -> bool {
        self.hold == HoldView::Mine
    }

    pub fn offers(&self, kind: MarriageMove) -> bool {
        self.mine() && self.moves.contains(&kind)
    }
}

/// A person's document as typed into the form.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct DocumentField {
    pub name: String,
    pub id_type: String,
    pub id_number: String,
    pub sex: String,
    pub birth: String,
    pub nationality: String,
    pub ethnicity: String,
    pub valid_until: String,
    pub prior: String,
    pub occupation: String,
    pub education: String,
    pub address: String,
    pub phone: String,
}

impl DocumentField {
    /// The fields by name, for what is kept.
    pub fn pairs(&self) -> [(&'static str, &String); 13] {
        [
            ("name", &self.name),
            ("id_type", &self.id_type),
            ("id_number", &self.id_number),
            ("sex", &self.sex),
            ("birth", &self.birth),
            ("nationality", &self.nationality),
            ("ethnicity", &self.ethnicity),
            ("valid_until", &self.valid_until),
            ("prior", &self.prior),
            ("occupation", &self.occupation),
            ("education", &self.education),
            ("address", &self.address),
            ("phone", &self.phone),
        ]
    }
}

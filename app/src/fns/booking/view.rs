//! What the couple's pages are shown: dates, places, words. Numbers of persons are masked, except what the person who
//! looks at the page has typed into it.

use crate::ui::{hold::Held, qr::QrPath, ticks::Bring};
use chrono::{NaiveDate, NaiveTime};
use law::{
    checklist::Circumstance, divorce_clock::StepKind, eligibility::Party, identity::IdType, service::Service,
};
use serde::{Deserialize, Serialize};

/// The first page: this week's hours.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HomeView {
    pub today: NaiveDate,
    pub week: Vec<DayHours>,
    pub place: Place,
    /// One sentence, only where something is out of the ordinary today.
    pub notice: Option<String>,
}

/// The hours of one day; none where it is closed, and then why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DayHours {
    pub date: NaiveDate,
    pub spans: Vec<(NaiveTime, NaiveTime)>,
    pub closed: Option<String>,
}

/// The list of what to bring, computed from the answers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BeforeView {
    pub service: Service,
    pub bring: Vec<Bring>,
    /// What nobody needs any more.
    pub gone: Vec<String>,
    pub gone_since: String,
    /// What may apply to one of them, and whether it was ticked.
    pub circumstances: Vec<(Circumstance, bool)>,
    /// Why it can't be done here, and where instead.
    pub elsewhere: Option<String>,
}

/// A month of one service.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MonthView {
    pub service: Service,
    pub today: NaiveDate,
    /// The first of the month.
    pub month: NaiveDate,
    pub previous: Option<NaiveDate>,
    pub next: Option<NaiveDate>,
    pub days: Vec<DayView>,
    pub nearest: Option<Nearest>,
    pub chosen: Option<NaiveDate>,
    /// Closed stretches and make-up workdays of this month, each in one line.
    pub notes: Vec<String>,
    pub refused: Option<Refused>,
    /// The day that this browser waits for.
    pub waits_for: Option<NaiveDate>,
}

/// One day of the month.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DayView {
    pub date: NaiveDate,
    pub look: Look,
    /// The word under the number: 「余6」「快满」「满」「休」「未放」.
    pub word: String,
    /// A weekend day on which people work.
    pub make_up: bool,
    /// Why it can't be chosen.
    pub why: Option<String>,
    /// It is full, and one can wait for a place.
    pub may_wait: bool,
}

/// The four looks of a day, each with its word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Look {
    Open,
    Few,
    Full,
    Shut,
}

/// The nearest place, as a one-tap choice.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Nearest {
    pub date: NaiveDate,
    pub starts: NaiveTime,
}

/// The times of one day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TimesView {
    pub service: Service,
    pub today: NaiveDate,
    pub date: NaiveDate,
    pub slots: Vec<SlotView>,
    pub chosen: Option<String>,
    pub refused: Option<Refused>,
}

/// A half-hour and the places left in it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SlotView {
    pub id: String,
    pub date: NaiveDate,
    pub starts: NaiveTime,
    pub ends: NaiveTime,
    pub left: u32,
    pub few: bool,
}

/// Why the office did not do what was asked. What would work stands beside it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Refused {
    /// Nothing was chosen.
    Nothing,
    /// The day that was chosen is closed, full or not on offer: the sentence.
    Day(String),
    /// Somebody was faster; the nearest places that are left.
    Full(Vec<SlotView>),
    /// Not possible, and nobody is told why.
    NotBookable,
    /// Its time has passed, or the day is no longer on offer.
    TooLate,
    /// They have come already, or it was cancelled.
    Gone,
    /// At the day that was chosen one of them is too young: the sentence.
    Lawful(String),
}

/// What somebody typed about a person, as they typed it. Only they see it again.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Typed {
    pub name: String,
    pub id_type: String,
    pub id_number: String,
    pub sex: String,
    pub birth: String,
    pub nationality: String,
    pub phone: String,
    pub contact: String,
    /// The number on the receipt of an accepted application; only where one is asked for.
    pub receipt_no: String,
}

impl Typed {
    /// Cut to what the longest honest answer needs: a draft is no place for a book.
    #[must_use]
    pub fn bounded(self) -> Self {
        let cut = |text: String| text.chars().take(200).collect();
        Self {
            name: cut(self.name),
            id_type: cut(self.id_type),
            id_number: cut(self.id_number),
            sex: cut(self.sex),
            birth: cut(self.birth),
            nationality: cut(self.nationality),
            phone: cut(self.phone),
            contact: cut(self.contact),
            receipt_no: cut(self.receipt_no),
        }
    }

    /// The document chosen; the identity card where nothing sensible was.
    pub fn kind(&self) -> IdType {
        IdType::parse(&self.id_type).unwrap_or(IdType::MainlandId)
    }
}

/// The form about one person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PersonView {
    pub service: Service,
    pub today: NaiveDate,
    pub seat: Party,
    pub typed: Typed,
    /// Field and sentence, in the order of the form.
    pub faults: Vec<(String, String)>,
    /// They are of age later: another day would work.
    pub other_day: bool,
    /// The time that is kept, or was.
    pub held: Option<Held>,
}

/// The form of somebody who wants to wait for a place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WaitFormView {
    pub service: Service,
    pub today: NaiveDate,
    pub date: NaiveDate,
    pub typed: Typed,
    pub faults: Vec<(String, String)>,
    pub refused: Option<Refused>,
}

/// A wait, for whoever waits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WaitingView {
    pub service: Service,
    pub today: NaiveDate,
    pub date: NaiveDate,
    pub how_far: HowFar,
}

/// How far a wait is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum HowFar {
    /// So many stand before.
    InLine(u32),
    /// A place is kept: which, until which day and time.
    Offered(SlotView, NaiveDate, NaiveTime),
    Missed,
    Closed,
    Left,
}

/// Everything once more, before it counts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CheckView {
    pub service: Service,
    pub today: NaiveDate,
    pub slot: SlotView,
    pub persons: Vec<PersonLine>,
    pub phone: Option<String>,
    pub texting: bool,
    pub receipt_no: Option<String>,
    pub held: Option<Held>,
    pub refused: Option<Refused>,
}

/// A person as others may see them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PersonLine {
    pub seat: Party,
    pub name: String,
    pub id_type: IdType,
    pub id_masked: String,
}

/// A booking, for whoever holds its token.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BookedView {
    pub service: Service,
    pub today: NaiveDate,
    pub code: String,
    pub slot: SlotView,
    pub qr: QrPath,
    pub bring: Vec<Bring>,
    pub state: State,
    /// Until when the booking can be taken back without a trace, as clock time.
    pub undo_until: Option<NaiveTime>,
    pub refused: Option<Refused>,
    pub place: Place,
}

/// Where the office is and how one gets there.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Place {
    pub address: String,
    pub more: String,
    pub transport: String,
}

/// How far a booking is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    Kept,
    Cancelled,
    Past,
}

/// Another time for a booking: the month, and the times of the day that was chosen in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MoveView {
    pub code: String,
    pub now: SlotView,
    pub month: MonthView,
    pub times: Option<TimesView>,
}

/// The dates of a divorce application, worked out from its day of acceptance.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DatesView {
    pub today: NaiveDate,
    /// What was asked for, as typed.
    pub asked: String,
    /// In order of time; empty before a day was given.
    pub steps: Vec<ClockStep>,
    /// A year without a published calendar had a part in it.
    pub provisional: bool,
    pub fault: Option<String>,
}

/// One date on the line of time and why it is that one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClockStep {
    pub kind: StepKind,
    pub date: NaiveDate,
    pub why: String,
}

/// A paper that was checked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PaperView {
    pub today: NaiveDate,
    pub genuine: bool,
    pub kind: Option<String>,
    pub issued: Option<NaiveDate>,
    pub status: Option<String>,
}

//! What the office's pages are shown. None of it names a person who comes.

use crate::fns::staff::{Kept, Me};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// Today in numbers, as far as this colleague may see them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TodayView {
    pub me: Me,
    /// 「今天办公 8:30–12:00，13:30–17:00」, or why not.
    pub open: String,
    /// Service, booked, here.
    pub bookings: Option<Vec<(String, u32, u32)>>,
    /// 「在办」, 「等材料」, 「已发证」 … and how many.
    pub cases: Option<Vec<(String, u32)>>,
    /// Of this month so far, by title, with its unit.
    pub month: Option<Vec<(String, i64, String)>>,
    /// The office's own days to come.
    pub days: Vec<DayLine>,
}

/// A day on which the office departs from the national calendar.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DayLine {
    pub date: NaiveDate,
    pub closed: bool,
    pub reason: String,
}

/// The figures of a month or a year.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FiguresView {
    pub me: Me,
    pub period: String,
    pub title: String,
    pub is_year: bool,
    pub provisional: bool,
    pub previous: (String, String),
    /// None where it would lie ahead.
    pub next: Option<(String, String)>,
    /// The year of a month, and its title.
    pub year: (String, String),
    pub strip: Vec<StripView>,
    /// Marriages by day of the month.
    pub days: Vec<(NaiveDate, i64)>,
    /// First day of each month of the year: marriages, applications, divorces.
    pub months: Vec<(NaiveDate, i64, i64, i64)>,
    pub checks: Vec<CheckView>,
    pub sentence: String,
    /// Every indicator: title, value, unit.
    pub lines: Vec<(String, i64, String)>,
}

/// One of the six figures on top.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StripView {
    pub title: String,
    pub value: i64,
    pub unit: String,
    /// 「4月 121　1月至5月 902」
    pub note: String,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CheckView {
    pub title: String,
    pub sum: String,
    pub result: String,
    pub agrees: bool,
}

/// Rules and days of booking.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BookingRulesView {
    pub me: Me,
    pub kept: Kept,
    /// Field and value of the rules, as the form shows them.
    pub values: Vec<(String, String)>,
    /// Service, its title, and windows, couples at a window, share for walk-ins in percent.
    pub services: Vec<(String, String, u32, u32, u32)>,
    pub days: Vec<DayLine>,
}

/// The rules of booking as typed: the lists run side by side, a place for each service.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct RulesField {
    pub visits: String,
    pub slot_minutes: String,
    pub horizon_first: String,
    pub horizon_last: String,
    pub release: String,
    pub cut_off: String,
    pub service: Vec<String>,
    pub windows: Vec<String>,
    pub per_window: Vec<String>,
    pub walk_in: Vec<String>,
}

impl RulesField {
    /// Service, windows, couples at a window, share for walk-ins.
    pub fn lines(&self) -> impl Iterator<Item = [&String; 4]> {
        let lists = self.service.iter().zip(&self.windows).zip(&self.per_window).zip(&self.walk_in);
        lists.map(|(((service, windows), per_window), walk_in)| [service, windows, per_window, walk_in])
    }
}

/// Everyone who works here.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StaffView {
    pub me: Me,
    pub kept: Kept,
    pub colleagues: Vec<ColleagueView>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "each is another question about a colleague")]
pub struct ColleagueView {
    pub id: String,
    pub login: String,
    pub name: String,
    pub roles: String,
    pub is_registrar: bool,
    pub assessed_until: Option<NaiveDate>,
    pub assessed: bool,
    pub left: bool,
    pub oneself: bool,
}

/// The log.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AuditView {
    pub me: Me,
    pub entries: i64,
    /// The whole head, as it stands on the closing sheet.
    pub head: String,
    /// What a walk along the chain said; only where it was asked for.
    pub checked: Option<Result<i64, i64>>,
    pub lines: Vec<EntryView>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EntryView {
    pub seq: i64,
    /// 「2月10日 10:37:05」
    pub at: String,
    pub officer: String,
    pub words: String,
    /// Kind and the beginning of an opaque id.
    pub subject: String,
    pub hash: String,
}

/// The office's own record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SettingsView {
    pub me: Me,
    pub kept: Kept,
    pub values: Vec<(String, String)>,
    pub own_numbers: bool,
    pub foreign_related: bool,
}

/// A field's value in a form: as typed, else as it is.
pub fn value(kept: &Kept, form: &str, values: &[(String, String)], field: &str) -> String {
    let known = || values.iter().find(|(name, _)| name == field).map(|(_, value)| value.clone());
    kept.typed(form, field).or_else(known).unwrap_or_default()
}

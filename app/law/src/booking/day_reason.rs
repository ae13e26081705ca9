//! Why a day can't be booked: one reason, the first that applies, in the order that the contract names.

use chrono::{Datelike, NaiveDate, NaiveDateTime};

use super::{BookingSettings, OfficeDays};
use crate::calendar::{Calendar, DayKind};
use crate::coded::worded;
use crate::service::Service;
use crate::{Lang, words};

worded! {
    /// A closed day's reason. The order of the variants is the order in which they are asked.
    pub enum DayReason {
        /// Before the first bookable day: past, or today.
        TooEarly = "too_early":
            "网上最早约明天的；今天要办，直接来取现场号",
            "Online booking starts with tomorrow; for today just come and take a number";
        /// After the last released day.
        NotReleased = "not_released":
            "还没放号，放号那天早上再来约",
            "Not open for booking yet; please come back on the morning it opens";
        Holiday = "holiday":
            "放假，请选放假前后的工作日",
            "Closed for a public holiday; please choose a working day before or after";
        Weekend = "weekend":
            "周末不上班，请选工作日",
            "Closed at weekends; please choose a working day";
        Closed = "closed":
            "这天本处不办公，请选别的日子",
            "The office is closed that day; please choose another";
        /// After the cut-off on the workday before.
        TooLate = "too_late":
            "这天网上已经截止，请选后面的日子，或当天直接来取现场号",
            "Booking for that day has ended; choose a later day, or come that day and take a number";
        Full = "full":
            "这天约满了，请选别的日子，或当天直接来取现场号",
            "That day is full; choose another, or come that day and take a number";
    }
}

impl DayReason {
    /// The word in the day's cell of the month grid.
    pub const fn cell_word(self, lang: Lang) -> &'static str {
        match self {
            Self::TooEarly => lang.pick("已过", "past"),
            Self::NotReleased => lang.pick("未放", "later"),
            Self::Holiday | Self::Weekend | Self::Closed => lang.pick("休", "closed"),
            Self::TooLate => lang.pick("截止", "ended"),
            Self::Full => lang.pick("满", "full"),
        }
    }
}

/// Places of one day for one service.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Places {
    /// Places opened online that day. None at all means that the office doesn't serve it that day.
    pub offered: u32,
    /// Places still free.
    pub left: u32,
}

/// Everything the decision looks at. `now` is Asia/Shanghai.
#[derive(Debug, Clone, Copy)]
pub struct DayQuestion<'a> {
    pub now: NaiveDateTime,
    pub service: Service,
    pub settings: &'a BookingSettings,
    pub national: &'a Calendar,
    pub office: &'a OfficeDays,
}

/// The first reason against booking `date`, or `None` if it can be booked.
pub fn day_reason(question: &DayQuestion<'_>, date: NaiveDate, places: Places) -> Option<DayReason> {
    let DayQuestion { now, settings, national, .. } = *question;
    if date < settings.first_day(now) {
        return Some(DayReason::TooEarly);
    }
    if date > settings.last_day(now) {
        return Some(DayReason::NotReleased);
    }
    if let Some(rest) = rest_reason(question, date) {
        return Some(rest);
    }
    if question.office.closed.contains(&date) || places.offered == 0 {
        return Some(DayReason::Closed);
    }
    if now >= settings.closes_at(date, national) {
        return Some(DayReason::TooLate);
    }
    (places.left == 0).then_some(DayReason::Full)
}

/// Holiday or weekend, unless the office opens specially for this service.
fn rest_reason(question: &DayQuestion<'_>, date: NaiveDate) -> Option<DayReason> {
    // Divorce is registered on statutory workdays only, whatever the office opens for.
    let opened = question.office.open.contains(&date) && !question.service.is_divorce_matter();
    match question.national.day(date) {
        DayKind::Workday | DayKind::MakeUpWorkday => None,
        _ if opened => None,
        DayKind::Holiday(_) => Some(DayReason::Holiday),
        DayKind::Weekend => Some(DayReason::Weekend),
    }
}

/// The line under the month grid: 「10月1日 星期四：国庆节放假」, 「2月26日 星期四：1月27日 星期二 08:30 放号」.
/// Other reasons say their sentence. The years left out are this year's.
pub fn closed_sentence(question: &DayQuestion<'_>, date: NaiveDate, reason: DayReason, lang: Lang) -> String {
    let this_year = question.now.year();
    let why = match (reason, question.national.day(date)) {
        (DayReason::Holiday, DayKind::Holiday(Some(holiday))) => holiday.closed(lang).to_owned(),
        (DayReason::NotReleased, _) => released(question.settings.released_at(date), this_year, lang),
        _ => reason.words(lang).to_owned(),
    };
    let day = words::date(date, this_year, lang);
    match lang {
        Lang::Zh => format!("{day}：{why}"),
        Lang::En => format!("{day}: {why}"),
    }
}

fn released(at: NaiveDateTime, this_year: i32, lang: Lang) -> String {
    let (day, time) = (words::date(at.date(), this_year, lang), words::time(at.time()));
    match lang {
        Lang::Zh => format!("{day} {time} 放号"),
        Lang::En => format!("opens for booking on {day} at {time}"),
    }
}

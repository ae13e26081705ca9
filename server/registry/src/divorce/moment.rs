//! Which day an act counts for: today, the day of a ticket taken in time, or the day of an act entered late.

use crate::error::{Error, Result};
use crate::registry::{Opening, Registry};
use chrono::{NaiveDate, NaiveDateTime, NaiveTime};
use law::divorce_case::{Ticket, When};
use serde::{Deserialize, Serialize};

/// An act that was done on an earlier day (outage, paper day) and is entered now.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LateAct {
    pub on: NaiveDate,
    pub reason: String,
}

/// The day of an act, as the law and the register want it.
#[derive(Debug, Clone)]
pub(super) struct ActDay {
    pub when: When,
    pub late_reason: Option<String>,
    pub ticket: Option<Ticket>,
}

/// Nobody looks farther ahead for a day on which the office serves.
const FAR: usize = 60;

impl Opening {
    /// The first day on or after `day` on which the office serves.
    pub(super) fn next_open(&self, day: NaiveDate) -> Option<NaiveDate> {
        day.iter_days().take(FAR).find(|day| self.is_open(*day))
    }

    /// When the office closes on a day on which it serves.
    pub(super) fn closes(&self) -> NaiveTime {
        self.office.hours.iter().map(|span| span.ends).max().unwrap_or(NaiveTime::MIN)
    }

    /// The moment of an act that is done now.
    pub(super) fn now(&self, local: NaiveDateTime) -> When {
        let day = local.date();
        let opens = if self.is_open(day) { None } else { day.succ_opt().and_then(|day| self.next_open(day)) };
        When { day, closed: local.time() >= self.closes(), opens }
    }
}

impl Registry {
    /// Reads for which day an act counts.
    ///
    /// Errors: `Invalid` (`late.on not_past`, `late.reason missing`, `ticket.reason missing`), `IllegalMove` with
    /// `ticket_not_in_time`.
    pub(super) async fn act_day(&self, late: Option<&LateAct>, ticket: Option<&Ticket>) -> Result<ActDay> {
        let (opening, local) = (self.opening().await?, self.clock().local());
        if let Some(late) = late {
            let reason = late.reason.trim();
            if late.on >= local.date() {
                return Err(Error::invalid("late.on", "not_past"));
            }
            if reason.is_empty() {
                return Err(Error::invalid("late.reason", "missing"));
            }
            return Ok(ActDay {
                when: When::served(late.on),
                late_reason: Some(reason.to_owned()),
                ticket: None,
            });
        }
        let Some(ticket) = ticket else {
            return Ok(ActDay { when: opening.now(local), late_reason: None, ticket: None });
        };
        let reason = ticket.reason.trim();
        if reason.is_empty() {
            return Err(Error::invalid("ticket.reason", "missing"));
        }
        let day = ticket.taken_at.date();
        // Who waited at closing time is served that evening, or the first thing when the office opens again.
        let latest = day.succ_opt().and_then(|next| opening.next_open(next)).unwrap_or(day);
        let in_time = ticket.taken_at <= local
            && opening.is_open(day)
            && ticket.taken_at.time() <= opening.closes()
            && local.date() <= latest;
        if !in_time {
            return Err(Error::IllegalMove("ticket_not_in_time"));
        }
        let late_reason = (local.date() > day).then(|| reason.to_owned());
        let ticket = Ticket { taken_at: ticket.taken_at, reason: reason.to_owned() };
        Ok(ActDay { when: When::served(day), late_reason, ticket: Some(ticket) })
    }
}

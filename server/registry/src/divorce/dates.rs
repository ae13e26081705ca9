//! The dates that an application goes by: ours by the calendar, the receipt's as typed, and where a day on which
//! nothing lapses moves the end.

use crate::error::{Error, Result};
use crate::register::{CaseDates, DatesFrom as RegisterFrom, policy};
use crate::registry::{Opening, Registry};
use crate::store::Tx;
use crate::store::queries::divorce::ApplicationRow;
use crate::store::queries::divorce_dates::suspensions;
use chrono::NaiveDate;
use law::calendar::Calendar;
use law::divorce_case::{ApplicationDates, DatesFrom};
use law::divorce_clock::clock;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// The two dates as they stand on the national receipt.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct TypedDates {
    /// Last day of the thirty.
    pub cooling_off_last: NaiveDate,
    /// Last day to register.
    pub issuance_last: NaiveDate,
}

/// What dates are counted with: the national calendar and the days on which nothing lapses.
#[derive(Debug, Clone)]
pub(super) struct Counting {
    pub calendar: Calendar,
    pub suspended: BTreeSet<NaiveDate>,
}

impl Counting {
    pub async fn read(tx: &mut Tx, opening: &Opening) -> Result<Self> {
        Ok(Self { calendar: opening.calendar.clone(), suspended: suspended(tx).await? })
    }

    /// By our own clock. Errors: `Invalid` with the clock's code at `accepted`.
    pub fn ours(&self, accepted: NaiveDate) -> Result<ApplicationDates> {
        let dates = clock(accepted, &self.calendar, policy())
            .map_err(|fault| Error::invalid("accepted", fault.code()))?;
        Ok(self.extended((&dates).into()))
    }

    /// The receipt's dates. Errors: `Invalid` at the field where a period is cut short or the order is impossible.
    pub fn typed(&self, accepted: NaiveDate, typed: TypedDates) -> Result<ApplicationDates> {
        let read = ApplicationDates::typed(accepted, typed.cooling_off_last, typed.issuance_last);
        let dates = read.map_err(|fault| {
            use law::divorce_case::DatesFault::{BadOrder, CoolingOffTooShort, IssuanceTooShort};
            let field = match fault {
                CoolingOffTooShort => "cooling_off_last",
                BadOrder if typed.cooling_off_last <= accepted => "cooling_off_last",
                BadOrder | IssuanceTooShort => "issuance_last",
            };
            Error::invalid(field, fault.code())
        })?;
        Ok(self.extended(dates))
    }

    /// A last day on which the office could not serve goes over to the next on which it can.
    pub fn extended(&self, dates: ApplicationDates) -> ApplicationDates {
        let mut last = dates.issuance_last;
        while self.suspended.contains(&last) {
            let Some(next) = last.succ_opt().and_then(|next| self.calendar.workday_from(next)) else { break };
            last = next;
        }
        ApplicationDates { issuance_last: last, ..dates }
    }

    /// What the public is told of an application: from its acceptance and its receipt alone, whatever became of it.
    pub fn shown(&self, row: &ApplicationRow) -> Result<ApplicationDates> {
        let dates = row.dates()?;
        match dates.from {
            DatesFrom::Typed => Ok(self.extended(dates)),
            // The same count for a case that ended and for one that is open: neither can be told from the other.
            DatesFrom::Computed => self.ours(dates.accepted),
        }
    }
}

impl ApplicationRow {
    /// The four dates as the register has them.
    pub(super) fn dates(&self) -> Result<ApplicationDates> {
        let from = DatesFrom::parse(&self.dates_from);
        Ok(ApplicationDates {
            accepted: self.act_date,
            cooling_off_last: self.cooling_off_last,
            issuance_first: self.issuance_first,
            issuance_last: self.issuance_last,
            from: from.ok_or_else(|| Error::inconsistent(format!("dates from {}", self.dates_from)))?,
        })
    }

    /// Whether it was ended by an act or by staff; a lapse is neither.
    pub(super) fn has_ended(&self) -> bool {
        self.ended_by.is_some() || self.case_state.as_deref() == Some("closed")
    }
}

/// The days on which nothing lapses.
pub(super) async fn suspended(tx: &mut Tx) -> Result<BTreeSet<NaiveDate>> {
    Ok(suspensions(tx).await?.into_iter().map(|row| row.date).collect())
}

/// As the register wants them.
pub(super) fn for_register(dates: &ApplicationDates) -> CaseDates {
    CaseDates {
        accepted: dates.accepted,
        cooling_off_last: dates.cooling_off_last,
        issuance_first: dates.issuance_first,
        issuance_last: dates.issuance_last,
        from: match dates.from {
            DatesFrom::Computed => RegisterFrom::Computed,
            DatesFrom::Typed => RegisterFrom::Typed,
        },
    }
}

impl Registry {
    pub(super) async fn counting(&self) -> Result<Counting> {
        let opening = self.opening().await?;
        Counting::read(&mut self.store().read().await?, &opening).await
    }
}

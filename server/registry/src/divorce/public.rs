//! What somebody learns online: the dates of an application, against its receipt's number and one's own document. The
//! answer comes from acceptance and receipt alone, never from what became of the case: it is the same bytes before and
//! after the other withdrew, until the last day has passed (decisions 9 and 10). Everything else is one refusal.

use super::document::ShownDocument;
use crate::booking::{Booked, Booking, Channel, Request, UnderReceipt};
use crate::error::{Error, Result};
use crate::registry::Registry;
use crate::store::queries::divorce::ApplicationRow;
use chrono::NaiveDate;
use law::divorce_case::{ApplicationDates, DatesFrom};
use law::service::Service;
use serde::Serialize;
use std::ops::RangeInclusive;

/// The dates as told to one of the two.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct ShownDates {
    pub accepted: NaiveDate,
    pub cooling_off_last: NaiveDate,
    pub issuance_first: NaiveDate,
    /// The first day in the window that is worked.
    pub issuance_first_service: NaiveDate,
    pub issuance_last: NaiveDate,
    /// Counted by our own clock; `false` where they were typed from the receipt.
    pub computed: bool,
    /// Whether a year without a published schedule had a part in it.
    pub provisional: bool,
}

impl Registry {
    /// The dates of an application. `from` is the address that asks, for the limit alone.
    ///
    /// Errors: `NotFound` whatever the cause (no such receipt, another's document, past its last day); `TooMany` after
    /// ten wrong tries within ten minutes.
    pub async fn divorce_dates_for(
        &self,
        receipt_no: &str,
        document: &ShownDocument,
        from: &str,
    ) -> Result<ShownDates> {
        let now = self.clock().now();
        let keys = [format!("receipt {receipt_no}"), format!("from {from}")];
        for key in &keys {
            self.code_limit().check(key, now)?;
        }
        let found = self.shown_application(receipt_no, self.key_of_document(document)).await?;
        let Some((_, dates)) = found else {
            keys.iter().for_each(|key| self.code_limit().count(key, now));
            return Err(Error::NotFound);
        };
        self.shown(dates).await
    }

    /// Books a withdrawal or a registration for which the receipt's number was given: only for one of the two (a
    /// registration: both) and only on a lawful day. Nothing of it is told; without a receipt [`Registry::take`] asks
    /// nothing.
    ///
    /// Errors: `NotBookable` whatever the cause, too many wrong tries with this receipt included, else as
    /// [`Registry::take`].
    pub async fn take_with_receipt(
        &self,
        request: &Request,
        receipt_no: &str,
        channel: Channel<'_>,
    ) -> Result<Booked> {
        let (service, now) = (request.slot.service(), self.clock().now());
        let tried = format!("receipt {receipt_no}");
        let may_try = self.code_limit().check(&tried, now).is_ok();
        let first = self.vault().person_key(&request.a.person).0;
        let second = request.b.as_ref().map(|b| self.vault().person_key(&b.person).0);
        let found = self.shown_application(receipt_no, Some(first)).await?;
        let lawful = match found {
            None => {
                if may_try {
                    self.code_limit().count(&tried, now);
                }
                false
            }
            Some((row, dates)) => {
                let both = second.is_none_or(|key| row.is_of(&key) && key != first);
                let days = self.shown(dates).await?.days_for(service);
                may_try && both && days.is_some_and(|days| days.contains(&request.slot.date()))
            }
        };
        self.take_under(request, UnderReceipt { number: receipt_no, lawful }, channel).await
    }

    /// Whether a booking that was made under a receipt may move to this day: it asks the dates alone, as when it was
    /// made. Without a receipt any day will do.
    pub(crate) async fn may_move_to(&self, booking: &Booking, day: NaiveDate) -> Result<bool> {
        let Some(lawful) = self.days_of_booking(booking).await? else { return Ok(true) };
        Ok(lawful.contains(&day))
    }

    /// The lawful days of a booking that was made under a receipt, for whoever holds it.
    pub async fn days_of_booking(&self, booking: &Booking) -> Result<Option<RangeInclusive<NaiveDate>>> {
        let Some(receipt_no) = &booking.receipt_no else { return Ok(None) };
        let counting = self.counting().await?;
        let Some(row) = self.application_of(receipt_no).await? else { return Ok(None) };
        let dates = self.shown(counting.shown(&row)?).await?;
        Ok(dates.days_for(booking.service))
    }

    /// The application and the dates that the public is told, if the document is one of the two's and the last day has
    /// not passed.
    async fn shown_application(
        &self,
        receipt_no: &str,
        key: Option<[u8; 16]>,
    ) -> Result<Option<(ApplicationRow, ApplicationDates)>> {
        // All of it is read whatever is found, so that the answer takes its time alike.
        let counting = self.counting().await?;
        let row = match self.application_of(receipt_no).await {
            Ok(row) => row,
            Err(Error::Invalid(_)) => None,
            Err(other) => return Err(other),
        };
        let Some(row) = row else { return Ok(None) };
        let dates = counting.shown(&row)?;
        let theirs = key.is_some_and(|key| row.is_of(&key));
        let over = self.clock().today() > dates.issuance_last;
        Ok((theirs && !over).then_some((row, dates)))
    }

    async fn shown(&self, dates: ApplicationDates) -> Result<ShownDates> {
        let calendar = &self.opening().await?.calendar;
        let computed = dates.from == DatesFrom::Computed;
        let years = [dates.accepted, dates.issuance_last].map(|day| chrono::Datelike::year(&day));
        Ok(ShownDates {
            accepted: dates.accepted,
            cooling_off_last: dates.cooling_off_last,
            issuance_first: dates.issuance_first,
            issuance_first_service: calendar
                .workday_from(dates.issuance_first)
                .unwrap_or(dates.issuance_first),
            issuance_last: dates.issuance_last,
            computed,
            provisional: computed && (years[0]..=years[1]).any(|year| calendar.is_provisional(year)),
        })
    }
}

impl ApplicationRow {
    fn is_of(&self, key: &[u8; 16]) -> bool {
        self.a_key == key || self.b_key.as_deref() == Some(key)
    }
}

impl ShownDates {
    /// The days on which a service is lawful (民法典 1077), by the day alone; `None` for a service without any.
    pub fn days_for(&self, service: Service) -> Option<RangeInclusive<NaiveDate>> {
        match service {
            Service::DivorceWithdrawal => Some(self.accepted..=self.cooling_off_last),
            Service::DivorceRegistration => Some(self.issuance_first_service..=self.issuance_last),
            Service::Marriage
            | Service::DivorceApplication
            | Service::ReissueMarriage
            | Service::ReissueDivorce
            | Service::Records
            | Service::Consultation
            | Service::Ceremony
            | Service::Counselling => None,
        }
    }
}

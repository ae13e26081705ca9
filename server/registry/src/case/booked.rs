//! Who is named in a booking that becomes a case.

use crate::booking::{StoredParties, StoredParty};
use crate::error::{Error, Result};
use crate::registry::Registry;
use crate::store::queries::bookings;
use chrono::NaiveDate;
use law::certificate::OfficeCode;
use law::service::Service;
use uuid::Uuid;

impl Registry {
    /// This office's code as it stands in certificate numbers.
    pub(crate) async fn office_code(&self) -> Result<OfficeCode> {
        OfficeCode::parse(&self.opening().await?.office.code)
            .ok_or_else(|| Error::inconsistent("the office's code"))
    }

    /// The persons of a booking of this service and day.
    ///
    /// Errors: `NotFound`, `Invalid` for another service, `TooEarly` for a booking of another day.
    pub(crate) async fn booked_parties(
        &self,
        id: Uuid,
        service: Service,
        on: NaiveDate,
    ) -> Result<(StoredParty, Option<StoredParty>)> {
        let row = bookings::by_id(&mut self.store().read().await?, id).await?.ok_or(Error::NotFound)?;
        if row.service != service.as_str() {
            return Err(Error::invalid("booking", "other_service"));
        }
        if row.date != on {
            return Err(Error::TooEarly);
        }
        let parties: StoredParties = self.vault().open_record("bookings", row.id.as_bytes(), &row.sealed)?;
        Ok((parties.a, parties.b))
    }
}

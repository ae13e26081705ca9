//! Which application it is, by what people bring: one's own document, or the booking of today. The receipt may lie at
//! home with the other one.

use super::document::ShownDocument;
use crate::error::{Error, Result};
use crate::registry::Registry;
use crate::staff::{Officer, Right};
use crate::store::queries::divorce::{ApplicationRow, of_person};
use law::service::Service;
use uuid::Uuid;

impl Registry {
    /// The receipt of a person's application at this office: the latest that has not ended, else the latest.
    ///
    /// Errors: `Forbidden`, `Invalid` at `id_number`, `IllegalMove` with `no_application`.
    pub async fn receipt_of_document(&self, officer: &Officer, shown: &ShownDocument) -> Result<String> {
        officer.may(Right::HandleCase)?;
        let key = self.key_of_document(shown).ok_or_else(|| Error::invalid("id_number", "bad_form"))?;
        self.receipt_of(&key, None).await
    }

    /// The receipt of those who booked a withdrawal or a registration for today.
    ///
    /// Errors: as [`Registry::receipt_of_document`]; `NotFound`, `TooEarly`, `Invalid` for another service.
    pub async fn receipt_of_booking(&self, officer: &Officer, booking: Uuid) -> Result<String> {
        officer.may(Right::HandleCase)?;
        let today = self.clock().today();
        let (a, b) = match self.booked_parties(booking, Service::DivorceRegistration, today).await {
            Err(Error::Invalid(_)) => self.booked_parties(booking, Service::DivorceWithdrawal, today).await?,
            other => other?,
        };
        let other = b.map(|b| self.key_of_stored(&b)).transpose()?;
        self.receipt_of(&self.key_of_stored(&a)?, other.as_deref()).await
    }

    /// `other` where both are known: an application of these two alone will do.
    async fn receipt_of(&self, person: &[u8], other: Option<&[u8]>) -> Result<String> {
        let rows = of_person(&mut self.store().read().await?, person).await?;
        let theirs = |row: &&ApplicationRow| {
            other.is_none_or(|other| row.a_key == other || row.b_key.as_deref() == Some(other))
        };
        let latest = rows.iter().filter(theirs).max_by_key(|row| (!row.has_ended(), row.act_date));
        latest.map(|row| row.reference.clone()).ok_or(Error::IllegalMove("no_application"))
    }
}

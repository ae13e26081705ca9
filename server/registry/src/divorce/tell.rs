//! A date moved: each of the two is told separately, by the way each allowed. Written down one by one.

use crate::audit::{Act, enter};
use crate::case::Sight;
use crate::error::{Error, Result};
use crate::registry::Registry;
use crate::staff::{Officer, Right};
use crate::store::queries::divorce::case_of_act;
use crate::store::queries::divorce_dates::{TellingRow, move_by_id, put_telling};
use crate::store::{Tx, Write};
use law::eligibility::Party;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// How somebody was told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ToldBy {
    Phone,
    Sms,
    InPerson,
    /// No way was allowed, or nobody answered three times.
    NotReached,
}

impl ToldBy {
    pub const ALL: [Self; 4] = [Self::Phone, Self::Sms, Self::InPerson, Self::NotReached];

    pub fn as_str(self) -> &'static str {
        match self {
            Self::Phone => "phone",
            Self::Sms => "sms",
            Self::InPerson => "in_person",
            Self::NotReached => "not_reached",
        }
    }
}

struct Tell(TellingRow);

impl Write for Tell {
    type Out = ();

    async fn run(&self, tx: &mut Tx) -> Result<()> {
        let change = move_by_id(tx, self.0.move_id).await?.ok_or(Error::NotFound)?;
        put_telling(tx, &self.0).await?;
        let subject = format!("date_move:{}", change.id);
        let stored = format!("{} {}", self.0.seat, self.0.how);
        let act = Act {
            at: self.0.at,
            officer: Some(self.0.officer),
            verb: "date_move_told",
            subject,
            stored: stored.as_bytes(),
        };
        enter(tx, act).await
    }
}

impl Registry {
    /// The telephone that one of the two gave, to tell them of a moved date; each sight is logged. `None` where none was
    /// given, or the application has no case yet.
    ///
    /// Errors: `Forbidden`, `NotFound`.
    pub async fn phone_for_move(&self, officer: &Officer, id: Uuid, seat: Party) -> Result<Option<String>> {
        officer.may(Right::SeeCases)?;
        let mut tx = self.store().read().await?;
        let change = move_by_id(&mut tx, id).await?.ok_or(Error::NotFound)?;
        let Some(case) = case_of_act(&mut tx, change.act_id).await? else { return Ok(None) };
        drop(tx);
        let (_, file) = self.case_file(case).await?;
        let person = file.person(seat);
        let document = person.document.as_ref().and_then(|known| known.phone.clone());
        let booked = person.booked().map(|booked| booked.phone).filter(|phone| !phone.is_empty());
        let Some(phone) = document.or(booked) else { return Ok(None) };
        let now = self.clock().now();
        let stored = format!("{} date_move", seat.as_str());
        let sight = Sight { case, officer: officer.id, now, verb: "phone_seen", stored };
        self.store().write(sight).await?;
        Ok(Some(phone))
    }

    /// Writes down that one of the two was told of a moved date. Errors: `Forbidden`, `NotFound`.
    pub async fn tell_of_move(&self, officer: &Officer, id: Uuid, seat: Party, how: ToldBy) -> Result<()> {
        officer.may(Right::SeeCases)?;
        let row = TellingRow {
            move_id: id,
            seat: seat.as_str().to_owned(),
            how: how.as_str().to_owned(),
            at: self.clock().now(),
            officer: officer.id,
        };
        self.store().write(Tell(row)).await
    }
}

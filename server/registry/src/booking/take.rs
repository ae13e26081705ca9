//! A booking is made: the slot is locked, what has run out is written down, the place is counted, then the booking stands.

use super::hold::refusal;
use super::line::{Line, end_wait};
use super::request::{Request, StoredParty};
use super::slot::{lock, take_place};
use crate::audit::{Act, enter};
use crate::error::{Error, Result};
use crate::registry::Registry;
use crate::staff::{Officer, Right};
use crate::store::queries::bookings::{NewBooking, bind_person, by_id, free_past, insert, insert_person};
use crate::store::queries::slots::SlotPlan;
use crate::store::queries::{holds, idempotency};
use crate::store::{Tx, Write};
use crate::vault::{hash_secret, new_id, random_bytes};
use chrono::{NaiveDate, NaiveTime, TimeDelta};
use law::booking::{BookingCode, DayReason, SlotId};
use law::service::Service;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// How a booking came in.
#[derive(Debug, Clone)]
pub enum Channel<'a> {
    /// From a phone's pages, out of a draft that keeps a place.
    Web { draft: &'a str },
    /// From the portal of the province.
    Api(Option<Idempotency<'a>>),
    /// By reception, for somebody who called or has no phone.
    Reception(&'a Officer),
}

/// The client's key and the bytes it came with: the same request again gives the same answer.
#[derive(Debug, Clone, Copy)]
pub struct Idempotency<'a> {
    pub key: &'a str,
    pub body: &'a [u8],
}

/// What a booking is answered with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Booked {
    pub id: Uuid,
    pub code: BookingCode,
    pub manage_token: String,
    pub service: Service,
    pub date: NaiveDate,
    pub start: NaiveTime,
    pub end: NaiveTime,
}

/// Both persons as they are sealed into the booking.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct StoredParties {
    pub a: StoredParty,
    pub b: Option<StoredParty>,
}

/// What is sealed into a booking: the persons and, where one was asked for, the receipt that its day was checked by.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(super) struct StoredBooking {
    #[serde(flatten)]
    pub parties: StoredParties,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub receipt_no: Option<String>,
}

/// The receipt that a booking is made under, and whether its day is lawful by it.
#[derive(Debug, Clone, Copy)]
pub(crate) struct UnderReceipt<'a> {
    pub number: &'a str,
    pub lawful: bool,
}

/// How long a key is remembered.
const KEY_KEPT: TimeDelta = TimeDelta::days(7);
/// How many codes are drawn in advance; one in ten million is taken for each booking there is.
const CODES: usize = 6;

struct Take {
    plan: SlotPlan,
    line: Line,
    new: NewBooking,
    persons: Vec<(&'static str, [u8; 16], bool)>,
    codes: Vec<BookingCode>,
    draft: Option<Vec<u8>>,
    key: Option<(Vec<u8>, Vec<u8>)>,
    /// Why the day can't be booked (any more); a repeated request is answered all the same.
    closed: Option<DayReason>,
    /// Whether the receipt forbids it; a repeated request is answered all the same.
    unlawful: bool,
    today: NaiveDate,
    by: Option<Uuid>,
}

/// A booking that stands, new or made before under the same key.
struct Taken {
    id: Uuid,
    code: String,
    slot_id: String,
}

impl Write for Take {
    type Out = Taken;

    async fn run(&self, tx: &mut Tx) -> Result<Taken> {
        if let Some(before) = self.claim_key(tx).await? {
            return Ok(before);
        }
        if self.unlawful {
            return Err(Error::NotBookable);
        }
        if let Some(reason) = self.closed {
            return Err(refusal(reason));
        }
        let now = self.new.made_at;
        lock(tx, &self.plan, &self.line, now).await?;
        for (_, person, _) in &self.persons {
            free_past(tx, person, self.plan.service, self.today).await?;
        }
        if !self.use_hold(tx).await? {
            take_place(tx, &self.plan.id).await?;
        }
        let code = self.insert_under_free_code(tx).await?;
        for (seat, person, binds) in &self.persons {
            insert_person(tx, self.new.id, seat, person).await?;
            if *binds && !bind_person(tx, person, self.plan.service, self.new.id, self.new.date).await? {
                return Err(Error::NotBookable);
            }
        }
        if self.by.is_some() {
            let subject = format!("booking:{}", self.new.id);
            let act =
                Act { at: now, officer: self.by, verb: "booking_made", subject, stored: &self.new.sealed };
            enter(tx, act).await?;
        }
        Ok(Taken { id: self.new.id, code: code.to_string(), slot_id: self.plan.id.clone() })
    }
}

impl Take {
    /// The answer given before under this key, or the key is claimed.
    async fn claim_key(&self, tx: &mut Tx) -> Result<Option<Taken>> {
        let Some((key, body)) = &self.key else { return Ok(None) };
        let now = self.new.made_at;
        idempotency::forget_before(tx, now - KEY_KEPT).await?;
        if idempotency::claim(tx, key, body, self.new.id, &self.plan.id, now).await? {
            return Ok(None);
        }
        let known =
            idempotency::get(tx, key).await?.ok_or_else(|| Error::Contended("a key went away".into()))?;
        if known.body_hash != *body {
            return Err(Error::KeyReused);
        }
        let booking = by_id(tx, known.booking_id).await?.ok_or(Error::Gone)?;
        Ok(Some(Taken { id: booking.id, code: booking.code, slot_id: known.slot_id }))
    }

    /// Turns the draft's living hold on this slot into the booking's place.
    async fn use_hold(&self, tx: &mut Tx) -> Result<bool> {
        let Some(draft) = &self.draft else { return Ok(false) };
        match holds::of_draft(tx, draft).await? {
            // Run-out holds of this slot are gone by now: what is left is alive.
            Some(hold) if hold.slot_id == self.plan.id => {
                end_wait(tx, draft, "taken", self.new.made_at).await?;
                holds::remove(tx, hold.id).await
            }
            _ => Ok(false),
        }
    }

    async fn insert_under_free_code(&self, tx: &mut Tx) -> Result<BookingCode> {
        for code in &self.codes {
            if insert(tx, &self.new, &code.to_string()).await? {
                return Ok(*code);
            }
        }
        Err(Error::Unavailable("no booking code is free; try again".into()))
    }
}

impl Registry {
    /// Makes a booking.
    ///
    /// Errors: `Invalid` with each field's fault; `SlotFull` with up to five alternatives; `NotBookable` when one of
    /// them has a live booking of this service; `TooEarly`, `TooLate`, `Closed` for the day; `KeyReused`; `Forbidden`.
    pub async fn take(&self, request: &Request, channel: Channel<'_>) -> Result<Booked> {
        let outcome = self.take_place_for(request, channel, None).await;
        self.tally().count(&outcome);
        outcome
    }

    /// The same under a receipt. Errors: `NotBookable`, too, where the day is not lawful by it.
    pub(crate) async fn take_under(
        &self,
        request: &Request,
        receipt: UnderReceipt<'_>,
        channel: Channel<'_>,
    ) -> Result<Booked> {
        let outcome = self.take_place_for(request, channel, Some(receipt)).await;
        self.tally().count(&outcome);
        outcome
    }

    async fn take_place_for(
        &self,
        request: &Request,
        channel: Channel<'_>,
        receipt: Option<UnderReceipt<'_>>,
    ) -> Result<Booked> {
        let (slot, service) = (request.slot, request.slot.service());
        let opening = self.opening().await?;
        let by = match channel {
            Channel::Reception(officer) => {
                officer.may(Right::BookForCaller)?;
                Some(officer.id)
            }
            Channel::Web { .. } | Channel::Api(_) => None,
        };
        let plan = opening.plan(slot)?;
        let faults = request.faults_on_the_day(self.terms());
        if !faults.is_empty() {
            return Err(Error::Invalid(faults));
        }
        let persons = self.persons(request);
        let key = self.key_of(&channel, slot, &persons);
        let closed =
            self.reason_against(&opening, slot).filter(|_| !self.may_all_the_same(&channel, &opening, slot));
        let now = self.clock().now();
        let id = new_id(now)?;
        let stored = StoredBooking {
            parties: StoredParties { a: (&request.a).into(), b: request.b.as_ref().map(Into::into) },
            receipt_no: receipt.map(|receipt| receipt.number.to_owned()),
        };
        let take = Take {
            new: NewBooking {
                id,
                service: service.as_str(),
                slot_id: plan.id.clone(),
                date: plan.date,
                starts: plan.starts,
                ends: plan.ends,
                channel: channel.as_str(),
                made_at: now,
                made_by: by,
                contact: request.contact.as_str(),
                lang: request.lang.as_str(),
                sealed: self.vault().seal_record("bookings", id.as_bytes(), &stored)?,
            },
            plan,
            line: opening.line(slot),
            persons,
            closed,
            unlawful: receipt.is_some_and(|receipt| !receipt.lawful),
            codes: (0..CODES).map(|_| random_code()).collect::<Result<_>>()?,
            draft: match channel {
                Channel::Web { draft } => Some(hash_secret(draft)),
                Channel::Api(_) | Channel::Reception(_) => None,
            },
            key,
            today: self.clock().today(),
            by,
        };
        let taken = match self.store().write(take).await {
            Ok(taken) => taken,
            Err(error) => return Err(self.with_alternatives(slot, error).await),
        };
        self.availability_cache().forget(service);
        let slot = SlotId::parse(&taken.slot_id).map_err(|_| Error::inconsistent("a booking of no slot"))?;
        Ok(Booked {
            id: taken.id,
            code: BookingCode::parse(&taken.code)
                .map_err(|_| Error::inconsistent("a booking without a code"))?,
            manage_token: self.vault().manage_token(taken.id, 1),
            service,
            date: slot.date(),
            start: slot.start(),
            end: opening.plan(slot)?.ends,
        })
    }

    /// The key under which a repeated request is known: the portal's own, or the draft it came out of.
    fn key_of(
        &self,
        channel: &Channel<'_>,
        slot: SlotId,
        persons: &[(&'static str, [u8; 16], bool)],
    ) -> Option<(Vec<u8>, Vec<u8>)> {
        let hash = |purpose: &str, parts: &[&[u8]]| self.vault().hash(purpose, parts).to_vec();
        match channel {
            Channel::Api(key) => {
                key.map(|key| (hash("api_key", &[key.key.as_bytes()]), hash("api_body", &[key.body])))
            }
            Channel::Web { draft } => {
                let slot = slot.to_string();
                let mut parts = vec![slot.as_bytes()];
                parts.extend(persons.iter().map(|(_, person, _)| &person[..]));
                Some((self.draft_key(draft), hash("draft_body", &parts)))
            }
            Channel::Reception(_) => None,
        }
    }

    /// The key that a draft's booking is made under.
    pub(super) fn draft_key(&self, draft: &str) -> Vec<u8> {
        self.vault().hash("draft_key", &[draft.as_bytes()]).to_vec()
    }

    /// Reception may book any open day of the horizon, today and after the cut-off too.
    fn may_all_the_same(&self, channel: &Channel<'_>, opening: &crate::Opening, slot: SlotId) -> bool {
        let now = self.clock().local();
        let ahead = slot.date().and_time(slot.start()) > now;
        let horizon = slot.date() <= opening.office.booking.last_day(now);
        matches!(channel, Channel::Reception(_)) && ahead && horizon && opening.is_open(slot.date())
    }

    /// Who is named and who is bound, in order of their keys: locks are taken in one order.
    fn persons(&self, request: &Request) -> Vec<(&'static str, [u8; 16], bool)> {
        let both = request.slot.service().binds_second_person();
        let mut persons = vec![("a", self.vault().person_key(&request.a.person).0, true)];
        persons.extend(request.b.as_ref().map(|b| ("b", self.vault().person_key(&b.person).0, both)));
        persons.sort_by_key(|(_, person, _)| *person);
        persons
    }
}

impl Channel<'_> {
    fn as_str(&self) -> &'static str {
        match self {
            Self::Web { .. } => "web",
            Self::Api(_) => "api",
            Self::Reception(_) => "reception",
        }
    }
}

fn random_code() -> Result<BookingCode> {
    Ok(BookingCode::from_seven(u32::from_be_bytes(random_bytes()?)))
}

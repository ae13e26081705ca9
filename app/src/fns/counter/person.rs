//! What the documents of the two say, and which version stands where the booking said otherwise.

use super::view::{DocumentField, GripField};
use law::eligibility::Party;
use leptos::prelude::*;

use super::{keep::Hand, view::person_form};
use registry::{
    Error,
    booking::RawParty,
    case::{CaseKind, CasePerson},
    divorce::DivorceStep,
    marriage::{Choice, Grip, RawParticulars, Step},
    reissue::ReissueStep,
};

/// One person's document, as typed or read. An empty number or phone keeps what was given before.
#[server]
pub async fn record_person(
    grip: GripField,
    seat: Party,
    #[server(default)] typed: DocumentField,
    /// 「和证件核对过，就是预约时的号码」 was ticked.
    #[server(default)]
    same_number: Option<String>,
) -> Result<(), ServerFnError> {
    let same = same_number.is_some();
    let mut kept: Vec<_> = typed.pairs().map(|(name, value)| (name, value.clone())).into();
    kept.push(("same_number", same_number.unwrap_or_default()));
    let Some(hand) = Hand::on(&grip, person_form(seat), kept).await? else { return Ok(()) };
    let outcome = record(&hand, seat, raw(typed), same).await;
    hand.done(outcome).await.map(|_| ())
}

fn raw(typed: DocumentField) -> RawParticulars {
    let DocumentField { name, id_type, id_number, sex, birth, nationality, .. } = typed;
    RawParticulars {
        party: RawParty { name, id_type, id_number, phone: typed.phone, sex, birth, nationality },
        ethnicity: typed.ethnicity,
        valid_until: typed.valid_until,
        prior: typed.prior,
        occupation: typed.occupation,
        education: typed.education,
        address: typed.address,
    }
}

/// Writes the person down and, where nothing differs, notes the document as checked: it was just compared.
async fn record(hand: &Hand, seat: Party, mut raw: RawParticulars, same: bool) -> registry::Result<()> {
    let (registry, officer) = (&hand.seat.registry, &hand.seat.officer);
    let person = &Known::read(hand, seat).await?.person;
    let number = person.document.as_ref().map(|known| known.id_number.clone());
    let booked = person.booked();
    if raw.party.id_number.trim().is_empty() && same {
        raw.party.id_number =
            number.or_else(|| booked.as_ref().map(|booked| booked.id_number.clone())).unwrap_or_default();
    }
    if raw.party.phone.trim().is_empty() {
        let phone = person.document.as_ref().and_then(|known| known.phone.clone());
        raw.party.phone = phone.or_else(|| booked.map(|booked| booked.phone)).unwrap_or_default();
    }
    registry.record_person(officer, hand.grip, seat, &raw).await?;
    note_checked(hand, seat).await
}

/// One of the two as the case knows them, whatever the two came for.
struct Known {
    person: CasePerson,
    version: i64,
    /// Compared before, or nothing to be compared now.
    checked: bool,
    check: Check,
}

/// How a compared document is noted.
enum Check {
    Marriage,
    Divorce,
    Reissue,
}

impl Known {
    async fn read(hand: &Hand, seat: Party) -> registry::Result<Self> {
        let (registry, officer, id) = (&hand.seat.registry, &hand.seat.officer, hand.grip.case);
        Ok(match registry.case_kind(officer, id).await? {
            CaseKind::Marriage => {
                let case = registry.marriage_case(officer, id).await?;
                let checked = case.state.identity_checked(seat) || case.state.is_paused();
                let person = case.file.person(seat).clone();
                Self { person, version: case.version, checked, check: Check::Marriage }
            }
            CaseKind::Divorce => {
                let case = registry.divorce_case(officer, id).await?;
                // Whose application is accepted, the register has checked.
                let accepted = case.state.application().is_some();
                let checked = accepted || case.state.identity_checked(seat) || case.state.is_paused();
                let person = case.file.person(seat).clone();
                Self { person, version: case.version, checked, check: Check::Divorce }
            }
            CaseKind::Reissue => {
                let case = registry.reissue_case(officer, id).await?;
                // Who asks for nothing only stands in the record.
                let state = &case.state;
                let checked = !state.asks(seat) || state.identity_checked(seat) || state.is_paused();
                let person = case.file.person(seat).clone();
                Self { person, version: case.version, checked, check: Check::Reissue }
            }
            // Who asks for records is written down in a form of its own.
            CaseKind::Records => return Err(Error::NotFound),
        })
    }
}

/// The document counts as checked once nothing differs any more.
async fn note_checked(hand: &Hand, seat: Party) -> registry::Result<()> {
    let (registry, officer) = (&hand.seat.registry, &hand.seat.officer);
    let after = Known::read(hand, seat).await?;
    if !after.person.differences().is_empty() || after.checked {
        return Ok(());
    }
    let grip = Grip { version: after.version, ..hand.grip };
    match after.check {
        Check::Marriage => {
            registry.advance_marriage(officer, grip, Step::IdentityChecked { seat }).await.map(|_| ())
        }
        Check::Divorce => {
            registry.advance_divorce(officer, grip, DivorceStep::IdentityChecked { seat }).await.map(|_| ())
        }
        Check::Reissue => {
            registry.advance_reissue(officer, grip, ReissueStep::IdentityChecked { seat }).await.map(|_| ())
        }
    }
}

/// 「用证件上的」 or 「保留原填」.
#[server]
pub async fn settle_difference(
    grip: GripField,
    seat: Party,
    #[server(default)] choice: String,
) -> Result<(), ServerFnError> {
    let Some(hand) = Hand::on(&grip, person_form(seat), Vec::new()).await? else { return Ok(()) };
    let outcome = settle(&hand, seat, &choice).await;
    hand.done(outcome).await.map(|_| ())
}

async fn settle(hand: &Hand, seat: Party, choice: &str) -> registry::Result<()> {
    let choice = match choice {
        "document" => Choice::Document,
        "booked" => Choice::Booked,
        _ => return Err(Error::IllegalMove("difference_first")),
    };
    hand.seat.registry.settle_difference(&hand.seat.officer, hand.grip, seat, choice).await?;
    note_checked(hand, seat).await
}

/// 复婚 and the remarks of the review form.
#[server]
pub async fn record_remarks(
    grip: GripField,
    #[server(default)] restored: Option<String>,
    #[server(default)] remarks: String,
) -> Result<(), ServerFnError> {
    let typed = vec![("remarks", remarks.clone()), ("restored", restored.clone().unwrap_or_default())];
    let Some(hand) = Hand::on(&grip, "remarks", typed).await? else { return Ok(()) };
    let (registry, officer) = (&hand.seat.registry, &hand.seat.officer);
    let outcome = registry.record_remarks(officer, hand.grip, restored.is_some(), &remarks).await;
    hand.done(outcome).await.map(|_| ())
}

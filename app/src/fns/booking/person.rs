//! Reading one person of a draft by the law, and the sentences for what can't be taken.

use super::draft::Draft;
use super::view::Typed;
use chrono::{Datelike, NaiveDate};
use law::{
    Lang,
    divorce_case::ReceiptNo,
    eligibility::{self, Applicant, Party as Seat},
    identity::PartyKind,
    service::Service,
};
use registry::Terms;
use registry::booking::{Contact, Party, RawParty, Reading};
use registry::divorce::ShownDocument;

/// Everything the reading of a draft depends on.
pub struct Reader<'a> {
    pub draft: &'a Draft,
    pub today: NaiveDate,
    pub terms: &'a Terms,
    pub lang: Lang,
}

impl Reader<'_> {
    /// The person at this seat, if every field can be read.
    pub fn read(&self, seat: Seat) -> Option<Party> {
        Party::read(&raw(self.draft.typed(seat)?), seat.as_str(), self.rules()).ok()
    }

    /// What must be mended at this seat, field by field; nothing before the form was sent.
    pub fn faults(&self, seat: Seat) -> Vec<(String, String)> {
        let Some(typed) = self.draft.typed(seat) else { return Vec::new() };
        let receipt = match ReceiptNo::parse(&typed.receipt_no) {
            Err(fault) if self.asks_receipt(seat) => Some(fault.words(self.lang)),
            Ok(_) | Err(_) => None,
        };
        let mut said = match Party::read(&raw(typed), seat.as_str(), self.rules()) {
            Ok(person) => self.lawful(seat, &person.person),
            Err(faults) => faults.iter().map(|fault| self.said(fault)).collect(),
        };
        said.extend(receipt.map(|words| ("receipt_no".to_owned(), words.to_owned())));
        said.sort_by_key(|(field, _)| place_in_form(field));
        said
    }

    fn asks_receipt(&self, seat: Seat) -> bool {
        seat == Seat::First && self.draft.service.asks_receipt()
    }

    /// The number on the receipt, where it is asked for and can be read.
    pub fn receipt(&self) -> Option<ReceiptNo> {
        let typed = self.draft.first.as_ref().filter(|_| self.draft.service.asks_receipt())?;
        ReceiptNo::parse(&typed.receipt_no).ok()
    }

    /// Whether this person is too young on the day that was chosen, so that a later one would work.
    pub fn waits_for_age(&self, seat: Seat) -> bool {
        let day = self.draft.slot.filter(|_| self.draft.service == Service::Marriage);
        day.zip(self.read(seat)).is_some_and(|(day, own)| too_young(day.date(), seat, &own.person).is_some())
    }

    /// What the law says of them on the day that was chosen, as far as it is known yet.
    fn lawful(&self, seat: Seat, person: &Applicant) -> Vec<(String, String)> {
        let mut faults = Vec::new();
        let other = match seat {
            Seat::First => None,
            Seat::Second => self.read(Seat::First),
        };
        if self.draft.service != Service::Marriage {
            let same = other.is_some_and(|other| other.person.key_form() == person.key_form());
            let words = eligibility::MarriageRefusal::SamePerson.words(self.lang);
            return same.then(|| ("id_number".to_owned(), words.to_owned())).into_iter().collect();
        }
        let kind = other.as_ref().map_or(PartyKind::Mainland, |other| other.person.kind());
        if let Err(fault) = eligibility::office_for([kind, person.kind()], self.terms.foreign_related) {
            faults.push(("id_type".to_owned(), fault.words(self.lang).to_owned()));
        }
        if let Some(slot) = self.draft.slot {
            let refusals = match &other {
                Some(other) => eligibility::marriage(slot.date(), &other.person, person),
                None => too_young(slot.date(), seat, person).into_iter().collect(),
            };
            let about_this_seat =
                refusals.into_iter().filter(|refusal| refusal.who.is_none_or(|who| who == seat));
            faults.extend(
                about_this_seat
                    .map(|refusal| ("id_number".to_owned(), refusal.sentence(self.lang, self.today.year()))),
            );
        }
        faults
    }

    fn said(&self, fault: &registry::Fault) -> (String, String) {
        let field = fault.field.rsplit('.').next().unwrap_or(&fault.field);
        let words = law::field::words(&fault.field, &fault.code, self.lang);
        // A list that sends what it doesn't hold was not sent by our page.
        let words = words.unwrap_or(self.lang.pick("请在列表里选一项", "Please choose one from the list"));
        (field.to_owned(), words.to_owned())
    }

    pub fn rules(&self) -> Reading {
        Reading { service: self.draft.service, today: self.today, phone_required: true }
    }
}

/// Whether the booker may be texted: only where they said so.
pub fn contact(draft: &Draft) -> Contact {
    draft.first.as_ref().and_then(|first| Contact::parse(&first.contact)).unwrap_or_default()
}

/// The document as somebody typed it, to ask for what is theirs.
pub fn document(typed: &Typed) -> ShownDocument {
    ShownDocument {
        id_type: typed.id_type.clone(),
        id_number: typed.id_number.clone(),
        nationality: typed.nationality.clone(),
    }
}

pub fn raw(typed: &Typed) -> RawParty {
    RawParty {
        name: typed.name.clone(),
        id_type: typed.id_type.clone(),
        id_number: typed.id_number.clone(),
        phone: typed.phone.clone(),
        sex: typed.sex.clone(),
        birth: typed.birth.clone(),
        nationality: typed.nationality.clone(),
    }
}

/// 民法典 1047, for one person alone: said at once, before the second is typed.
fn too_young(day: NaiveDate, seat: Seat, person: &Applicant) -> Option<eligibility::Refusal> {
    let from = eligibility::earliest_day(person.sex(), person.birth());
    (day < from).then_some(eligibility::Refusal {
        rule: eligibility::MarriageRefusal::UnderAge,
        who: Some(seat),
        from: Some(from),
    })
}

fn place_in_form(field: &str) -> usize {
    const ORDER: [&str; 8] =
        ["name", "id_type", "id_number", "sex", "birth", "nationality", "receipt_no", "phone"];
    ORDER.iter().position(|known| *known == field).unwrap_or(ORDER.len())
}

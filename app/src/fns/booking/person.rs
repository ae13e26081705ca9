//! Reading one person of a draft by the law, and the sentences for what can't be taken.

use super::draft::Draft;
use super::view::Typed;
use chrono::{Datelike, NaiveDate};
use law::{
    Lang,
    eligibility::{self, Applicant, Party as Seat},
    identity::PartyKind,
    service::Service,
};
use registry::Terms;
use registry::booking::{Contact, Party, RawParty, Reading};

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
        let person = match Party::read(&raw(typed), seat.as_str(), self.rules()) {
            Ok(person) => person,
            Err(faults) => {
                let mut said: Vec<_> = faults.iter().filter_map(|fault| self.said(fault)).collect();
                said.sort_by_key(|(field, _)| place_in_form(field));
                return said;
            }
        };
        self.lawful(seat, &person.person)
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

    fn said(&self, fault: &registry::Fault) -> Option<(String, String)> {
        let field = fault.field.rsplit('.').next().unwrap_or(&fault.field);
        let words = law::field::words(&fault.field, &fault.code, self.lang)?;
        Some((field.to_owned(), words.to_owned()))
    }

    pub fn rules(&self) -> Reading {
        Reading { service: self.draft.service, today: self.today, phone_required: true }
    }
}

/// Whether the booker may be texted: only where they said so.
pub fn contact(draft: &Draft) -> Contact {
    draft.first.as_ref().and_then(|first| Contact::parse(&first.contact)).unwrap_or_default()
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
    const ORDER: [&str; 7] = ["name", "id_type", "id_number", "sex", "birth", "nationality", "phone"];
    ORDER.iter().position(|known| *known == field).unwrap_or(ORDER.len())
}

//! A registration is found by the number on its certificate, before anything is noted on it.

use super::read::{Note, read_note};
use crate::error::{Error, Result};
use crate::register::StoredPersons;
use crate::registry::Registry;
use crate::staff::{Officer, Right};
use crate::store::queries::notes::{self, RegistrationRow};
use crate::store::queries::staff::names;
use chrono::NaiveDate;
use law::certificate::CertificateNo;
use law::registration_note::Registered;
use uuid::Uuid;

/// A registration with what is noted on it. Nobody in it is named in full.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FoundRegistration {
    pub id: Uuid,
    pub registered: Registered,
    pub on: NaiveDate,
    /// None on an imported entry whose file bears no numbers.
    pub certificate_no: Option<String>,
    /// The ref under which it stands in the register.
    pub reference: String,
    pub persons: Vec<MaskedPerson>,
    pub note: Option<Note>,
}

/// 「王**」 and 「370*************11」.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MaskedPerson {
    pub name: String,
    pub number: String,
}

impl Registry {
    /// Looks a registration up by its certificate's number, or by the ref of an imported one.
    ///
    /// Errors: `Forbidden` without the right, or where it is the officer's own; `Invalid` with `number missing`;
    /// `NotFound`.
    pub async fn find_registration(&self, officer: &Officer, number: &str) -> Result<FoundRegistration> {
        officer.may(Right::NoteRegistration)?;
        let typed = number.trim();
        if typed.is_empty() {
            return Err(Error::invalid("number", "missing"));
        }
        let mut tx = self.store().read().await?;
        let written =
            CertificateNo::parse(typed).map_or_else(|_| typed.to_owned(), |known| known.to_string());
        let row = match notes::by_certificate(&mut tx, &written).await? {
            Some(row) => Some(row),
            None => notes::by_ref(&mut tx, typed).await?,
        };
        drop(tx);
        self.found(officer, row.ok_or(Error::NotFound)?).await
    }

    /// The registration of this id. Errors: as [`Registry::find_registration`].
    pub async fn registration(&self, officer: &Officer, id: Uuid) -> Result<FoundRegistration> {
        officer.may(Right::NoteRegistration)?;
        let row = notes::by_id(&mut self.store().read().await?, id).await?.ok_or(Error::NotFound)?;
        self.found(officer, row).await
    }

    async fn found(&self, officer: &Officer, row: RegistrationRow) -> Result<FoundRegistration> {
        require_anothers(officer, &row)?;
        let mut tx = self.store().read().await?;
        let note = match notes::of_act(&mut tx, row.id).await? {
            Some(note) => Some(read_note(self.vault(), &note, &names(&mut tx).await?)?),
            None => None,
        };
        let sealed = match row.sealed {
            Some(sealed) => Some((row.id, sealed)),
            None => {
                notes::sealed_of(&mut tx, &row.reference).await?.and_then(|(id, sealed)| Some((id, sealed?)))
            }
        };
        let persons = match sealed {
            Some((id, sealed)) => {
                let stored: StoredPersons = self.vault().open_record("acts", id.as_bytes(), &sealed)?;
                [Some(stored.a), stored.b].into_iter().flatten().map(|person| masked(&person)).collect()
            }
            None => Vec::new(),
        };
        Ok(FoundRegistration {
            id: row.id,
            registered: registered(&row.act)?,
            on: row.act_date,
            certificate_no: row.certificate_no,
            reference: row.reference,
            persons,
            note,
        })
    }
}

/// Nobody decides about their own registration.
pub(super) fn require_anothers(officer: &Officer, row: &RegistrationRow) -> Result<()> {
    let persons = [Some(row.a_key.as_slice()), row.b_key.as_deref()];
    if officer.is_one_of(persons.into_iter().flatten()) {
        return Err(Error::Forbidden("own_case"));
    }
    Ok(())
}

pub(super) fn registered(act: &str) -> Result<Registered> {
    Registered::parse(act).ok_or_else(|| Error::inconsistent(format!("a registration called {act}")))
}

fn masked(person: &crate::register::StoredPerson) -> MaskedPerson {
    let name: Vec<char> = person.name.chars().collect();
    let shown = name.first().into_iter().copied().chain(name.iter().skip(1).map(|_| '*')).take(4);
    MaskedPerson { name: shown.collect(), number: mask_number(&person.id_number) }
}

/// First three and last two characters (decision 8); of a short number the first and the last.
fn mask_number(number: &str) -> String {
    let chars: Vec<char> = number.chars().collect();
    let (head, tail) = if chars.len() >= 8 { (3, 2) } else { (1, 1) };
    let keep = |at: usize| at < head || at + tail >= chars.len();
    chars.iter().enumerate().map(|(at, c)| if keep(at) { *c } else { '*' }).collect()
}

#[cfg(test)]
mod tests {
    use super::mask_number;

    #[test]
    fn of_a_number_the_first_three_and_the_last_two_are_shown() {
        assert_eq!(mask_number("370126199903080511"), "370*************11");
        assert_eq!(mask_number("E12345"), "E****5");
    }
}

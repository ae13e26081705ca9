//! The seven columns of one person are read.

use super::code::Code;
use super::column::Column;
use super::fields::Row;
use crate::register::{Person, Prior};
use chrono::NaiveDate;
use law::eligibility::{Applicant, ParticularsFault};
use law::identity::{IdFault, IdNumber, IdType, Nationality, Region, Sex};
use law::name::{NameFault, PersonName};

/// A column and what is wrong there.
pub(super) type Fault = (Column, Code);

const NAME: u8 = 0;
const ID_TYPE: u8 = 1;
pub(super) const ID: u8 = 2;
pub(super) const SEX: u8 = 3;
pub(super) const BIRTH: u8 = 4;
pub(super) const PRIOR: u8 = 5;
const REGION: u8 = 6;

/// Whether any of a person's columns is filled in.
pub(super) fn is_present(row: &Row, seat: usize) -> bool {
    (NAME..=REGION).any(|which| !row.get(Column::of(seat, which)).is_empty())
}

/// Reads the person at `seat` (0 or 1) as of the day of the act. Errors: the first fault in order of the columns.
pub(super) fn read(row: &Row, seat: usize, on: NaiveDate, today: NaiveDate) -> Result<Person, Fault> {
    let column = |which| Column::of(seat, which);
    let text = |which| match row.get(column(which)) {
        "" => Err((column(which), Code::Missing)),
        text => Ok(text),
    };
    let name = PersonName::parse(text(NAME)?).map_err(|fault| (column(NAME), name_code(fault)))?;
    let unknown = |which| (column(which), Code::UnknownValue);
    let id_type = IdType::parse(text(ID_TYPE)?).ok_or(unknown(ID_TYPE))?;
    let id = read_id(id_type, text(ID)?, today).map_err(|code| (column(ID), code))?;
    let sex = Sex::parse(text(SEX)?).ok_or(unknown(SEX))?;
    let birth = super::row::read_date(text(BIRTH)?, today).map_err(|code| (column(BIRTH), code))?;
    let prior = Prior::parse(text(PRIOR)?).ok_or(unknown(PRIOR))?;
    let region = Region::parse(text(REGION)?).ok_or(unknown(REGION))?;
    let person = Applicant::new(id, Some(sex), Some(birth), Some(nationality(region)), today)
        .map_err(|faults| particulars_fault(seat, &faults))?;
    if birth > on {
        return Err((column(BIRTH), Code::BadDate));
    }
    Ok(Person { name, person, prior, region: Some(region) })
}

/// Whether both seats bear one and the same document.
pub(super) fn is_one_number(row: &Row, today: NaiveDate) -> bool {
    let key = |seat| {
        let id_type = IdType::parse(row.get(Column::of(seat, ID_TYPE)))?;
        IdNumber::parse(id_type, row.get(Column::of(seat, ID)), today).ok().map(|id| id.key_form())
    };
    key(0).is_some_and(|first| key(1) == Some(first))
}

fn name_code(fault: NameFault) -> Code {
    match fault {
        NameFault::Missing => Code::Missing,
        NameFault::TooLong
        | NameFault::ControlCharacter
        | NameFault::UnreadableCharacter
        | NameFault::Markup
        | NameFault::NoLetters => Code::UnknownValue,
    }
}

fn read_id(id_type: IdType, text: &str, today: NaiveDate) -> Result<IdNumber, Code> {
    IdNumber::parse(id_type, text, today).map_err(|fault| match fault {
        IdFault::Missing => Code::Missing,
        IdFault::BadChecksum => Code::BadChecksum,
        IdFault::BadLength | IdFault::OldFifteen | IdFault::BadCharacters
            if id_type.tells_sex_and_birth() =>
        {
            Code::BadChecksum
        }
        IdFault::BadBirthDate | IdFault::BadProvince | IdFault::BadRegion if !last_character_fits(text) => {
            Code::BadChecksum
        }
        IdFault::BadBirthDate => Code::BirthMismatch,
        IdFault::BadLength
        | IdFault::OldFifteen
        | IdFault::BadCharacters
        | IdFault::BadProvince
        | IdFault::BadRegion
        | IdFault::BadForm => Code::UnknownValue,
    })
}

/// The law looks at region and birth first; a slipped digit there is a slip of the number all the same
/// (ISO 7064 MOD 11-2: the weighted sum of all eighteen leaves 1).
fn last_character_fits(number: &str) -> bool {
    let digits: Option<Vec<u32>> =
        number.chars().map(|c| if matches!(c, 'X' | 'x') { Some(10) } else { c.to_digit(10) }).collect();
    digits.is_some_and(|digits| digits.iter().fold(0, |sum, digit| (sum * 2 + digit) % 11) == 1)
}

fn particulars_fault(seat: usize, faults: &[ParticularsFault]) -> Fault {
    // Told in order of the columns; nationality always comes from the region.
    let at = |fault: &ParticularsFault| match fault {
        ParticularsFault::SexMissing => (Column::of(seat, SEX), Code::Missing),
        ParticularsFault::SexMismatch => (Column::of(seat, SEX), Code::SexMismatch),
        ParticularsFault::BirthMissing => (Column::of(seat, BIRTH), Code::Missing),
        ParticularsFault::BirthMismatch => (Column::of(seat, BIRTH), Code::BirthMismatch),
        ParticularsFault::BirthImpossible => (Column::of(seat, BIRTH), Code::BadDate),
        ParticularsFault::NationalityMissing => (Column::of(seat, REGION), Code::Missing),
    };
    faults
        .iter()
        .map(at)
        .min_by_key(|(column, _)| *column)
        .unwrap_or((Column::of(seat, ID), Code::UnknownValue))
}

/// Where the household lies abroad, it names the state; a foreigner who lives here is of a state not told (XXX).
fn nationality(region: Region) -> Nationality {
    match region {
        Region::State(state) => state,
        Region::Division(_) => Nationality::parse("XXX").unwrap_or(Nationality::CHN),
    }
}

#[cfg(test)]
mod tests {
    use super::last_character_fits;

    #[test]
    fn the_last_character_is_checked_apart_from_region_and_birth() {
        assert!(last_character_fits("11010519491231002X"));
        assert!(last_character_fits("11010519491231002x"));
        assert!(!last_character_fits("110105194912310021"));
        assert!(!last_character_fits("11010519491331002X"));
        assert!(!last_character_fits("1101051949123100"));
    }
}

//! One row is read into one act, as far as the row alone can tell.

use super::clocks::Clocks;
use super::code::Code;
use super::column::Column;
use super::fields;
use super::person::{self, BIRTH, Fault, ID, PRIOR, SEX};
use crate::register::{ActKind, Deed, Part, Person, Prior, Reason};
use chrono::NaiveDate;
use law::eligibility::{Party, earliest_day};
use law::identity::Sex;

/// Longer refs name nothing.
const LONGEST_REF: usize = 64;

/// A row that can be an act.
pub(super) struct ReadRow {
    pub reference: String,
    pub on: NaiveDate,
    pub deed: Deed,
    /// Persons that an ending names by itself, though its application names them already.
    pub named: [Option<Person>; 2],
}

/// Why a row can't be an act, and what could be read of it all the same.
pub(super) struct BadRow {
    pub fault: Fault,
    pub reference: Option<String>,
    pub act: Option<ActKind>,
}

/// Reads a row. Errors: its first fault in order of the columns, then of the rules within the row.
pub(super) fn read(row: &fields::Row, clocks: &mut Clocks) -> Result<ReadRow, Box<BadRow>> {
    let act = ActKind::parse(row.get(Column::ACT));
    let reference = read_ref(row.get(Column::REF));
    read_parts(row, act, reference, clocks)
        .map_err(|fault| Box::new(BadRow { fault, reference: reference.ok().map(str::to_owned), act }))
}

fn read_parts(
    row: &fields::Row,
    act: Option<ActKind>,
    reference: Result<&str, Code>,
    clocks: &mut Clocks,
) -> Result<ReadRow, Fault> {
    let today = clocks.today;
    let on = read_date(row.get(Column::DATE), today).map_err(|code| (Column::DATE, code))?;
    let act = act.ok_or_else(|| match row.get(Column::ACT) {
        "" => (Column::ACT, Code::Missing),
        _ => (Column::ACT, Code::UnknownAct),
    })?;
    let reference = reference.map_err(|code| (Column::REF, code))?;
    let seats = Seats { row, on, today };
    let (deed, named) = match act {
        ActKind::Marriage => {
            let (a, b) = seats.both()?;
            let restored = flag(row)?;
            empty(row, &[Column::BY, Column::REASON])?;
            may_marry(on, &a, &b)?;
            (Deed::Marriage { a, b, restored }, [None, None])
        }
        ActKind::DivorceApplication => {
            let (a, b) = seats.both()?;
            empty(row, &[Column::RESTORED, Column::BY, Column::REASON])?;
            // Before 2021-01-01 there was no application: divorce was registered the same day.
            let dates = clocks.dates(on).ok_or((Column::DATE, Code::TooEarly))?;
            (Deed::DivorceApplication { a, b, dates }, [None, None])
        }
        ActKind::DivorceWithdrawal => {
            let named = [seats.optional(0)?, seats.optional(1)?];
            empty(row, &[Column::RESTORED])?;
            let by = chosen(row, Column::BY, Party::parse)?;
            empty(row, &[Column::REASON])?;
            (Deed::DivorceWithdrawal { by }, named)
        }
        ActKind::DivorceRegistration => {
            let named = [seats.optional(0)?, seats.optional(1)?];
            empty(row, &[Column::RESTORED, Column::BY, Column::REASON])?;
            (Deed::DivorceRegistration, named)
        }
        ActKind::ReissueMarriage => {
            let (a, b) = seats.both()?;
            empty(row, &[Column::RESTORED, Column::BY])?;
            let reason = chosen(row, Column::REASON, Reason::parse)?;
            (Deed::ReissueMarriage { a, b, reason }, [None, None])
        }
        ActKind::ReissueDivorce => {
            let (a, b) = (person::read(row, 0, on, today)?, seats.optional(1)?);
            empty(row, &[Column::RESTORED, Column::BY])?;
            let reason = chosen(row, Column::REASON, Reason::parse)?;
            if person::is_one_number(row, today) {
                return Err((Column::of(1, ID), Code::SamePerson));
            }
            (Deed::ReissueDivorce { a, b, reason }, [None, None])
        }
    };
    debug_assert!(act.part() == Part::Ending || named == [None, None]);
    Ok(ReadRow { reference: reference.to_owned(), on, deed, named })
}

/// Exactly `YYYY-MM-DD`, a real day that has come.
pub(super) fn read_date(text: &str, today: NaiveDate) -> Result<NaiveDate, Code> {
    if text.is_empty() {
        return Err(Code::Missing);
    }
    let bytes = text.as_bytes();
    let shaped = bytes.len() == 10
        && bytes.iter().enumerate().all(|(at, byte)| match at {
            4 | 7 => *byte == b'-',
            _ => byte.is_ascii_digit(),
        });
    if !shaped {
        return Err(Code::BadDate);
    }
    let number = |from: usize, to: usize| text[from..to].parse::<u32>().map_err(|_| Code::BadDate);
    let year = i32::try_from(number(0, 4)?).map_err(|_| Code::BadDate)?;
    let date = NaiveDate::from_ymd_opt(year, number(5, 7)?, number(8, 10)?).ok_or(Code::BadDate)?;
    if date > today { Err(Code::FutureDate) } else { Ok(date) }
}

fn read_ref(text: &str) -> Result<&str, Code> {
    match text {
        "" => Err(Code::Missing),
        text if text.chars().count() > LONGEST_REF || text.chars().any(char::is_control) => {
            Err(Code::UnknownValue)
        }
        text => Ok(text),
    }
}

struct Seats<'a> {
    row: &'a fields::Row<'a>,
    on: NaiveDate,
    today: NaiveDate,
}

impl Seats<'_> {
    /// The man and the woman.
    fn both(&self) -> Result<(Person, Person), Fault> {
        // Looked at first: one number can't tell two sexes, and what is wrong here is not the sex.
        if person::is_one_number(self.row, self.today) {
            return Err((Column::of(1, ID), Code::SamePerson));
        }
        Ok((self.seated(0)?, self.seated(1)?))
    }

    fn optional(&self, seat: usize) -> Result<Option<Person>, Fault> {
        match person::is_present(self.row, seat) {
            true => person::read(self.row, seat, self.on, self.today).map(Some),
            false => Ok(None),
        }
    }

    fn seated(&self, seat: usize) -> Result<Person, Fault> {
        let person = person::read(self.row, seat, self.on, self.today)?;
        let expected = if seat == 0 { Sex::M } else { Sex::F };
        if person.person.sex() == expected {
            Ok(person)
        } else {
            Err((Column::of(seat, SEX), Code::SexMismatch))
        }
    }
}

/// `restored`: `yes` or nothing.
fn flag(row: &fields::Row) -> Result<bool, Fault> {
    match row.get(Column::RESTORED) {
        "" => Ok(false),
        "yes" => Ok(true),
        _ => Err((Column::RESTORED, Code::UnknownValue)),
    }
}

fn chosen<T>(row: &fields::Row, column: Column, parse: fn(&str) -> Option<T>) -> Result<T, Fault> {
    match row.get(column) {
        "" => Err((column, Code::Missing)),
        text => parse(text).ok_or((column, Code::UnknownValue)),
    }
}

/// A value that has no meaning in this act is a slipped column.
fn empty(row: &fields::Row, columns: &[Column]) -> Result<(), Fault> {
    let filled = columns.iter().find(|column| !row.get(**column).is_empty());
    filled.map_or(Ok(()), |column| Err((*column, Code::UnknownValue)))
}

fn may_marry(on: NaiveDate, a: &Person, b: &Person) -> Result<(), Fault> {
    for (seat, person) in [a, b].into_iter().enumerate() {
        // 民法典 1047, on the day of the act.
        if on < earliest_day(person.person.sex(), person.person.birth()) {
            return Err((Column::of(seat, BIRTH), Code::UnderAge));
        }
    }
    for (seat, person) in [a, b].into_iter().enumerate() {
        // 民法典 1042: married by their own words.
        if person.prior == Prior::Married {
            return Err((Column::of(seat, PRIOR), Code::AlreadyMarried));
        }
    }
    Ok(())
}

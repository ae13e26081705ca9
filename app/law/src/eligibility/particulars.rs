//! What is known of an applicant: from the number where it tells, from the form where it doesn't.

use chrono::NaiveDate;

use super::age_on;
use crate::coded::worded;
use crate::identity::{IdNumber, Nationality, PartyKind, Sex};

worded! {
    /// A refused sex, birth date or nationality.
    pub enum ParticularsFault {
        SexMissing = "sex_missing":
            "还没选性别，请照证件选",
            "Please choose the sex shown on the document";
        BirthMissing = "birth_missing":
            "还没填出生日期，请照证件填写",
            "Please enter the birth date shown on the document";
        NationalityMissing = "nationality_missing":
            "还没选国籍，请照护照选",
            "Please choose the nationality shown in the passport";
        SexMismatch = "sex_mismatch":
            "选的性别和证件号码不一致，请照证件再看一遍",
            "The sex chosen differs from the number; please check both against the document";
        BirthMismatch = "birth_mismatch":
            "填的出生日期和证件号码不一致，请照证件再看一遍",
            "The birth date differs from the number; please check both against the document";
        BirthImpossible = "birth_impossible":
            "出生日期不对，请照证件再看一遍",
            "This birth date can't be right; please check it against the document";
    }
}

impl ParticularsFault {
    /// The form field it belongs to.
    pub const fn field(self) -> &'static str {
        match self {
            Self::SexMissing | Self::SexMismatch => "sex",
            Self::BirthMissing | Self::BirthMismatch | Self::BirthImpossible => "birth",
            Self::NationalityMissing => "nationality",
        }
    }
}

/// A person whose sex and birth date are known.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Applicant {
    id: IdNumber,
    sex: Sex,
    birth: NaiveDate,
    nationality: Nationality,
}

impl Applicant {
    /// Puts number and statements together. A statement may be absent where the number tells the same, and
    /// must agree where both do. Gives every fault at once.
    pub fn new(
        id: IdNumber,
        sex: Option<Sex>,
        birth: Option<NaiveDate>,
        nationality: Option<Nationality>,
        today: NaiveDate,
    ) -> Result<Self, Vec<ParticularsFault>> {
        let sex = agree(id.sex(), sex, ParticularsFault::SexMissing, ParticularsFault::SexMismatch);
        let birth = agree(id.birth(), birth, ParticularsFault::BirthMissing, ParticularsFault::BirthMismatch)
            .and_then(|birth| possible(birth, today));
        let nationality = nationality_of(&id, nationality);
        match (sex, birth, nationality) {
            (Ok(sex), Ok(birth), Ok(nationality)) => Ok(Self { id, sex, birth, nationality }),
            (sex, birth, nationality) => {
                Err([sex.err(), birth.err(), nationality.err()].into_iter().flatten().collect())
            }
        }
    }

    pub const fn id(&self) -> &IdNumber {
        &self.id
    }

    pub const fn sex(&self) -> Sex {
        self.sex
    }

    pub const fn birth(&self) -> NaiveDate {
        self.birth
    }

    /// 中国 for mainland, Hong Kong, Macau, Taiwan and 华侨; else as the passport says.
    pub const fn nationality(&self) -> Nationality {
        self.nationality
    }

    pub fn kind(&self) -> PartyKind {
        self.id.party_kind()
    }

    /// Whole years on `day`.
    pub fn age_on(&self, day: NaiveDate) -> u32 {
        age_on(self.birth, day)
    }

    /// What identifies the person over renewals of the document.
    pub fn key_form(&self) -> String {
        self.id.key_form_from(self.nationality)
    }
}

fn agree<T: PartialEq>(
    told: Option<T>,
    stated: Option<T>,
    missing: ParticularsFault,
    mismatch: ParticularsFault,
) -> Result<T, ParticularsFault> {
    match (told, stated) {
        (Some(told), Some(stated)) if told != stated => Err(mismatch),
        (Some(value), _) | (None, Some(value)) => Ok(value),
        (None, None) => Err(missing),
    }
}

/// Born after today, or before anyone now alive, is a slip of the pen.
fn possible(birth: NaiveDate, today: NaiveDate) -> Result<NaiveDate, ParticularsFault> {
    if birth > today || age_on(birth, today) > 130 {
        return Err(ParticularsFault::BirthImpossible);
    }
    Ok(birth)
}

fn nationality_of(id: &IdNumber, stated: Option<Nationality>) -> Result<Nationality, ParticularsFault> {
    if id.id_type().asks_nationality() {
        stated.ok_or(ParticularsFault::NationalityMissing)
    } else {
        Ok(Nationality::CHN)
    }
}

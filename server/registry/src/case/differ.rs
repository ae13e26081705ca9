//! Where the booking said otherwise than the document.

use super::file::{CasePerson, Particulars};
use crate::error::{Error, Result};
use chrono::NaiveDate;
use law::eligibility::Applicant;
use law::identity::{IdNumber, Sex};

/// A field in which booking and document differ, both masked where they are numbers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference {
    pub field: &'static str,
    pub booked: String,
    pub document: String,
}

impl CasePerson {
    /// The name that stands: the document's, or the booked one until it has been seen.
    pub fn name(&self) -> Option<&str> {
        let document = self.document.as_ref().map(|document| document.name.as_str());
        document.or_else(|| self.booked.as_ref().map(|booked| booked.name.as_str()))
    }

    /// The sex that stands, as the name does.
    pub(crate) fn sex(&self) -> Option<Sex> {
        let document = self.document.as_ref().map(|document| document.sex);
        document.or_else(|| self.booked.as_ref().map(|booked| booked.sex))
    }

    /// What was booked, to fill the form before the document is read.
    pub fn booked(&self) -> Option<crate::booking::RawParty> {
        self.booked.as_ref().map(|booked| crate::booking::RawParty {
            name: booked.name.clone(),
            id_type: booked.id_type.as_str().to_owned(),
            id_number: booked.id_number.clone(),
            phone: booked.phone.clone().unwrap_or_default(),
            sex: booked.sex.as_str().to_owned(),
            birth: booked.birth.to_string(),
            nationality: booked.nationality.as_str().to_owned(),
        })
    }

    /// Where booking and document differ and nobody has settled it.
    pub fn differences(&self) -> Vec<Difference> {
        let (Some(document), Some(booked), false) = (&self.document, &self.booked, self.settled) else {
            return Vec::new();
        };
        let mut found = Vec::new();
        let mut differ = |field, booked: &str, document: &str, shown: [String; 2]| {
            if booked != document {
                let [booked, document] = shown;
                found.push(Difference { field, booked, document });
            }
        };
        differ("name", &booked.name, &document.name, [booked.name.clone(), document.name.clone()]);
        let numbers = [masked(&booked.id_number), masked(&document.id_number)];
        differ("id_number", &booked.id_number, &document.id_number, numbers);
        found
    }
}

/// First three and last two characters (decision 8).
fn masked(number: &str) -> String {
    let chars: Vec<char> = number.chars().collect();
    let keep = |at: usize| at < 3 || at + 2 >= chars.len();
    chars.iter().enumerate().map(|(at, c)| if keep(at) { *c } else { '*' }).collect()
}

impl Particulars {
    /// The person as the law asks about them.
    pub fn applicant(&self, today: NaiveDate) -> Result<Applicant> {
        let broken = || Error::inconsistent("a case's particulars can't be read");
        let id = IdNumber::parse(self.id_type, &self.id_number, today).map_err(|_| broken())?;
        Applicant::new(id, Some(self.sex), Some(self.birth), Some(self.nationality), today)
            .map_err(|_| broken())
    }
}

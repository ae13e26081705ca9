//! A document that somebody shows or types: whose it is, by keyed hash alone.

use crate::registry::Registry;
use law::eligibility::Applicant;
use law::identity::{IdNumber, IdType, Nationality, Sex};
use serde::{Deserialize, Serialize};

/// Kind and number of a document as read from the card or typed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct ShownDocument {
    /// Empty for the mainland card.
    pub id_type: String,
    pub id_number: String,
    /// ISO 3166 alpha-3; only for foreigners' documents.
    pub nationality: String,
}

impl Registry {
    /// The person's key; `None` where the document can't be read, whatever the cause.
    pub(super) fn key_of_document(&self, shown: &ShownDocument) -> Option<[u8; 16]> {
        let today = self.clock().today();
        let id_type = match shown.id_type.trim() {
            "" => IdType::MainlandId,
            text => IdType::parse(text)?,
        };
        let id = IdNumber::parse(id_type, &shown.id_number, today).ok()?;
        // The key is made of kind, number and nationality; what else a person is made of doesn't matter here.
        let (sex, birth) = (id.sex().or(Some(Sex::F)), id.birth().or(Some(today)));
        let person = Applicant::new(id, sex, birth, Nationality::parse(&shown.nationality), today).ok()?;
        Some(self.vault().person_key(&person).0)
    }
}

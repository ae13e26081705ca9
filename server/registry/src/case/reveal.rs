//! A full number is shown once, for a reason, and that is logged.

use super::file::seat_name;
use crate::audit::{Act, enter};
use crate::error::{Error, Result};
use crate::registry::Registry;
use crate::staff::{Officer, Right};
use crate::store::{Tx, Write};
use chrono::{DateTime, Utc};
use law::eligibility::Party;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// Why somebody looks at a full number: one of three.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RevealReason {
    CompareWithDocument,
    TypeIntoNationalSystem,
    AnswerTheirQuestion,
}

impl RevealReason {
    pub const ALL: [Self; 3] =
        [Self::CompareWithDocument, Self::TypeIntoNationalSystem, Self::AnswerTheirQuestion];

    pub fn as_str(self) -> &'static str {
        match self {
            Self::CompareWithDocument => "compare_with_document",
            Self::TypeIntoNationalSystem => "type_into_national_system",
            Self::AnswerTheirQuestion => "answer_their_question",
        }
    }

    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|reason| reason.as_str() == text)
    }

    pub fn title(self) -> &'static str {
        match self {
            Self::CompareWithDocument => "和证件核对",
            Self::TypeIntoNationalSystem => "抄到国家系统",
            Self::AnswerTheirQuestion => "本人询问",
        }
    }
}

pub(crate) struct Sight {
    pub case: Uuid,
    pub officer: Uuid,
    pub now: DateTime<Utc>,
    pub verb: &'static str,
    pub stored: String,
}

impl Write for Sight {
    type Out = ();

    async fn run(&self, tx: &mut Tx) -> Result<()> {
        let subject = format!("case:{}", self.case);
        let stored = self.stored.as_bytes();
        enter(tx, Act { at: self.now, officer: Some(self.officer), verb: self.verb, subject, stored }).await
    }
}

impl Registry {
    /// The full number of one of the two. Errors: `Forbidden`, `NotFound`.
    pub async fn reveal_number(
        &self,
        officer: &Officer,
        case: Uuid,
        seat: Party,
        reason: RevealReason,
    ) -> Result<String> {
        officer.may(Right::HandleCase)?;
        let (_, file) = self.case_file(case).await?;
        let person = file.person(seat);
        let document = person.document.as_ref().map(|document| document.id_number.clone());
        let number = document.or_else(|| person.booked.as_ref().map(|booked| booked.id_number.clone()));
        let number = number.ok_or(Error::NotFound)?;
        let stored = format!("{} {}", seat_name(seat), reason.as_str());
        let now = self.clock().now();
        self.store().write(Sight { case, officer: officer.id, now, verb: "number_seen", stored }).await?;
        Ok(number)
    }
}

//! Roles, and the rights each carries: everyone only what they must.

use crate::error::{Error, Result};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// What somebody is here for. One person may hold several.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    Reception,
    Registrar,
    Supervisor,
    /// Looks after the machine: staff and settings, and no personal data of those who come.
    Administrator,
    /// Reads the log and the figures, and no personal data.
    Auditor,
}

impl Role {
    pub const ALL: [Self; 5] =
        [Self::Reception, Self::Registrar, Self::Supervisor, Self::Administrator, Self::Auditor];

    pub fn as_str(self) -> &'static str {
        match self {
            Self::Reception => "reception",
            Self::Registrar => "registrar",
            Self::Supervisor => "supervisor",
            Self::Administrator => "administrator",
            Self::Auditor => "auditor",
        }
    }

    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|role| role.as_str() == text)
    }

    /// The word on screen.
    pub fn title(self, lang: law::Lang) -> &'static str {
        match (self, lang) {
            (Self::Reception, law::Lang::Zh) => "导办员",
            (Self::Registrar, law::Lang::Zh) => "登记员",
            (Self::Supervisor, law::Lang::Zh) => "负责人",
            (Self::Administrator, law::Lang::Zh) => "系统管理员",
            (Self::Auditor, law::Lang::Zh) => "审计员",
            (Self::Reception, law::Lang::En) => "reception",
            (Self::Registrar, law::Lang::En) => "registrar",
            (Self::Supervisor, law::Lang::En) => "supervisor",
            (Self::Administrator, law::Lang::En) => "administrator",
            (Self::Auditor, law::Lang::En) => "auditor",
        }
    }

    fn carries(self, right: Right) -> bool {
        use Right::{
            BookForCaller, HandleCase, ManageOffice, ManageStaff, NoteRegistration, ReceiveArrivals,
            SeeAudit, SeeBookings, SeeCases, SeeFigures, TakeOverCase,
        };
        match self {
            Self::Reception => matches!(right, BookForCaller | ReceiveArrivals | SeeBookings),
            Self::Registrar => {
                matches!(
                    right,
                    BookForCaller | ReceiveArrivals | SeeBookings | SeeCases | HandleCase | SeeFigures
                )
            }
            Self::Supervisor => matches!(
                right,
                BookForCaller
                    | ReceiveArrivals
                    | SeeBookings
                    | SeeCases
                    | TakeOverCase
                    | NoteRegistration
                    | SeeFigures
                    | SeeAudit
                    | ManageOffice
            ),
            Self::Administrator => matches!(right, ManageStaff | ManageOffice),
            Self::Auditor => matches!(right, SeeAudit | SeeFigures),
        }
    }
}

/// One thing that not everyone may do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Right {
    BookForCaller,
    ReceiveArrivals,
    SeeBookings,
    SeeCases,
    /// Accept, review, register: with a valid assessment only (2025 norm).
    HandleCase,
    TakeOverCase,
    /// Revoked, or ended by a court: a supervisor alone notes it on a registration.
    NoteRegistration,
    SeeFigures,
    SeeAudit,
    ManageStaff,
    ManageOffice,
}

impl Right {
    pub fn as_str(self) -> &'static str {
        match self {
            Self::BookForCaller => "book_for_caller",
            Self::ReceiveArrivals => "receive_arrivals",
            Self::SeeBookings => "see_bookings",
            Self::SeeCases => "see_cases",
            Self::HandleCase => "handle_case",
            Self::TakeOverCase => "take_over_case",
            Self::NoteRegistration => "note_registration",
            Self::SeeFigures => "see_figures",
            Self::SeeAudit => "see_audit",
            Self::ManageStaff => "manage_staff",
            Self::ManageOffice => "manage_office",
        }
    }
}

/// A signed-in colleague, as every act needs one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Officer {
    pub id: Uuid,
    pub login: String,
    pub name: String,
    pub roles: Vec<Role>,
    /// The counter window this session sits at.
    pub window: Option<u32>,
    /// Until which day the registrar's assessment is valid.
    pub assessed_until: Option<NaiveDate>,
    pub today: NaiveDate,
    pub(crate) person: Option<Vec<u8>>,
}

impl Officer {
    /// `Forbidden` with the right's name where it is missing, or `no_valid_assessment`.
    pub fn may(&self, right: Right) -> Result<()> {
        if !self.roles.iter().any(|role| role.carries(right)) {
            return Err(Error::Forbidden(right.as_str()));
        }
        match right {
            Right::HandleCase if !self.is_assessed() => Err(Error::Forbidden("no_valid_assessment")),
            _ => Ok(()),
        }
    }

    /// Whether today lies inside a passed assessment.
    pub fn is_assessed(&self) -> bool {
        self.assessed_until.is_some_and(|until| until >= self.today)
    }

    /// Whether one of these documents is the officer's own: nobody handles a case in which they are a party.
    pub fn is_one_of<'a>(&self, persons: impl IntoIterator<Item = &'a [u8]>) -> bool {
        let own = self.person.as_deref();
        persons.into_iter().any(|person| Some(person) == own)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn officer(roles: &[Role], assessed: Option<(i32, u32, u32)>) -> Officer {
        Officer {
            id: Uuid::from_u128(1),
            login: "wang".into(),
            name: "王某".into(),
            roles: roles.to_vec(),
            window: None,
            assessed_until: assessed.and_then(|(y, m, d)| NaiveDate::from_ymd_opt(y, m, d)),
            today: NaiveDate::from_ymd_opt(2026, 11, 23).unwrap(),
            person: None,
        }
    }

    #[test]
    fn only_a_registrar_with_a_valid_assessment_handles_cases() {
        assert!(officer(&[Role::Registrar], Some((2026, 11, 23))).may(Right::HandleCase).is_ok());
        let lapsed = officer(&[Role::Registrar], Some((2026, 11, 22))).may(Right::HandleCase);
        assert!(matches!(lapsed, Err(Error::Forbidden("no_valid_assessment"))));
        assert!(officer(&[Role::Registrar], None).may(Right::HandleCase).is_err());
        for role in [Role::Reception, Role::Supervisor, Role::Administrator, Role::Auditor] {
            assert!(officer(&[role], Some((2030, 1, 1))).may(Right::HandleCase).is_err(), "{role:?}");
        }
    }

    #[test]
    fn the_administrator_and_the_auditor_see_no_personal_data() {
        for role in [Role::Administrator, Role::Auditor] {
            for right in [Right::SeeBookings, Right::SeeCases, Right::BookForCaller, Right::ReceiveArrivals] {
                assert!(officer(&[role], None).may(right).is_err(), "{role:?} {right:?}");
            }
        }
    }

    #[test]
    fn only_a_supervisor_notes_on_a_registration_that_it_was_revoked() {
        for role in Role::ALL {
            let may = officer(&[role], Some((2030, 1, 1))).may(Right::NoteRegistration).is_ok();
            assert_eq!(may, role == Role::Supervisor, "{role:?}");
        }
    }

    #[test]
    fn an_officer_is_found_among_the_parties_by_their_own_document() {
        let mut own = officer(&[Role::Registrar], None);
        assert!(!own.is_one_of([&b"someone"[..]]));
        own.person = Some(b"someone".to_vec());
        assert!(own.is_one_of([&b"else"[..], b"someone"]));
    }
}

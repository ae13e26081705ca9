//! What the archive says, and what stands in where it says nothing.

use serde::{Deserialize, Serialize};

use super::Matter;
use crate::Lang;
use crate::coded::named;

/// The result of 查档 (条例 art. 21).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "finding", rename_all = "snake_case")]
pub enum Archive {
    /// The record, by its 档号 and the office that keeps it. `agrees`: names and numbers are those of the documents.
    Found { file_no: String, keeper: String, agrees: bool },
    /// Looked for and not found yet.
    NotFound,
    /// The office that should keep it says in writing that there is none: lost, or from before records were kept.
    NoRecord,
}

impl Archive {
    /// Where to look next, said to the person and shown on the case; empty once the record is found.
    pub fn what_next(&self, matter: Matter, lang: Lang) -> Vec<&'static str> {
        match self {
            Self::Found { .. } => Vec::new(),
            Self::NotFound => {
                let mut list = vec![
                    lang.pick(
                        "向原登记机关查：当时的乡镇、街道，现在归哪个县（区）民政局",
                        "Ask the office that registered it: which county now keeps that township's records",
                    ),
                    lang.pick(
                        "向登记地的县（区）档案馆查：民政局的旧档案常常已经移交",
                        "Ask the county archive there: old records are often handed over to it",
                    ),
                    lang.pick(
                        "换着查：曾用名、同音字、15 位旧身份证号、前后一年",
                        "Look again by former names, like-sounding characters, old 15-digit numbers, a year around",
                    ),
                ];
                if matches!(matter, Matter::Divorce) {
                    list.push(lang.pick(
                        "问清是不是法院离的婚：法院离婚没有离婚证，用法院文书",
                        "Ask whether a court divorced them: then there is no certificate, the court's paper serves",
                    ));
                }
                list.push(lang.pick(
                    "确实没有的，请保管单位出具没有档案的书面证明",
                    "If there is none, have its keeper say so in writing",
                ));
                list
            }
            Self::NoRecord => vec![
                lang.pick(
                    "户口簿上写明夫妻关系或者离婚的那一页",
                    "The household register's page that states marriage or divorce",
                ),
                lang.pick(
                    "工作单位、村（居）民委员会写明婚姻状况的证明",
                    "A statement of status by employer or village (residents') committee",
                ),
                lang.pick("近亲属写明婚姻状况的证明", "A statement of status by close relatives"),
                lang.pick(
                    "手边的旧证、复印件、照片，能看出登记日期和机关的都带来",
                    "Any old certificate, copy or photo that shows date and office",
                ),
            ],
        }
    }
}

/// What a proof is good for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Proves {
    /// The status, where there is no record in the archive.
    Status,
    /// That person and record are one, where their data differ.
    Identity,
}

named! {
    /// Another paper that was shown.
    pub enum Proof {
        RegistrationRecord = "registration_record",
        CourtDocument = "court_document",
        HouseholdRegister = "household_register",
        EmployerStatement = "employer_statement",
        VillageStatement = "village_statement",
        RelativesStatement = "relatives_statement",
        HouseholdChangePage = "household_change_page",
        PoliceIdentityProof = "police_identity_proof",
    }
}

impl Proof {
    /// The words beside the tick.
    pub const fn title(self, lang: Lang) -> &'static str {
        match self {
            Self::RegistrationRecord => {
                lang.pick("婚姻登记记录证明", "Certificate of the registration record")
            }
            Self::CourtDocument => lang.pick("法院生效司法文书", "Final court document"),
            Self::HouseholdRegister => {
                lang.pick("户口簿上的婚姻状况记载", "Household register stating the status")
            }
            Self::EmployerStatement => lang.pick("工作单位的证明", "Employer's statement"),
            Self::VillageStatement => lang.pick("村（居）民委员会的证明", "Village or residents' committee"),
            Self::RelativesStatement => lang.pick("近亲属的证明", "Close relatives' statement"),
            Self::HouseholdChangePage => {
                lang.pick("户口簿变更页（姓名、号码、出生日期）", "Household register's page of changes")
            }
            Self::PoliceIdentityProof => {
                lang.pick("公安机关的同一人证明", "Letter of the police that it is one person")
            }
        }
    }

    pub const fn proves(self) -> Proves {
        match self {
            Self::RegistrationRecord
            | Self::CourtDocument
            | Self::HouseholdRegister
            | Self::EmployerStatement
            | Self::VillageStatement
            | Self::RelativesStatement => Proves::Status,
            Self::HouseholdChangePage | Self::PoliceIdentityProof => Proves::Identity,
        }
    }

    /// Whether it outweighs what the national system says of the status: neither neighbours nor kin do.
    pub const fn outweighs_the_network(self) -> bool {
        matches!(self, Self::RegistrationRecord | Self::CourtDocument)
    }
}

//! What is known of the two in a case: as booked, and as their documents say.

use super::open::Origin;
use crate::booking::StoredParty;
use chrono::NaiveDate;
use law::eligibility::Party;
use law::identity::{IdType, Nationality, Sex};
use serde::{Deserialize, Serialize};

/// The file of a case, sealed in its row.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub struct CaseFile {
    pub a: CasePerson,
    pub b: CasePerson,
    /// Why the act is entered after its day.
    pub late_reason: Option<String>,
    /// The two marry each other again (复婚).
    pub restored: bool,
    /// 备注 on the review form.
    pub remarks: String,
    /// The marriage that is to end, or the registration of which a certificate is issued again.
    #[serde(default)]
    pub marriage: Option<MarriageFacts>,
    /// Who came with a notarised authority; in reissues only.
    #[serde(default)]
    pub proxy: Option<ProxyPerson>,
}

/// Somebody who acts for the applicant.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProxyPerson {
    pub name: String,
    pub id_type: IdType,
    pub id_number: String,
}

/// A registration as its certificate says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MarriageFacts {
    pub registered_on: NaiveDate,
    /// 登记机关
    pub office: String,
    /// 字号, of today's form or an old one; empty where a lost one isn't known.
    pub certificate_no: String,
}

/// One of the two.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub struct CasePerson {
    pub(crate) booked: Option<StoredParty>,
    pub document: Option<Particulars>,
    /// Where booking and document differ, the officer has said which stands.
    pub settled: bool,
}

/// What a person's document and the person say, in the order of the national form.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Particulars {
    pub name: String,
    pub id_type: IdType,
    pub id_number: String,
    pub sex: Sex,
    pub birth: NaiveDate,
    pub nationality: Nationality,
    pub ethnicity: String,
    pub valid_until: Validity,
    pub prior: Prior,
    pub occupation: String,
    pub education: Option<Education>,
    pub address: String,
    pub phone: Option<String>,
}

/// Until when a document is valid.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Validity {
    Until(NaiveDate),
    /// 长期, for cards issued from the age of 46 on (居民身份证法 5).
    LongTerm,
    /// The document wasn't shown: of somebody named in a record who doesn't ask for anything.
    NotShown,
}

/// Marital status before the act.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Prior {
    Never,
    Divorced,
    Widowed,
    /// In divorces only.
    Married,
}

impl Prior {
    /// What one can be before a marriage.
    pub const ALL: [Self; 3] = [Self::Never, Self::Divorced, Self::Widowed];

    pub fn as_str(self) -> &'static str {
        match self {
            Self::Never => "never",
            Self::Divorced => "divorced",
            Self::Widowed => "widowed",
            Self::Married => "married",
        }
    }

    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|prior| prior.as_str() == text)
    }

    /// 婚姻状况 as the form writes it.
    pub fn title(self) -> &'static str {
        match self {
            Self::Never => "未婚",
            Self::Divorced => "离婚",
            Self::Widowed => "丧偶",
            Self::Married => "已婚",
        }
    }
}

/// 文化程度, GB/T 4658.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Education {
    Postgraduate,
    Bachelor,
    College,
    SecondaryVocational,
    SeniorHigh,
    JuniorHigh,
    Primary,
    None,
}

impl Education {
    pub const ALL: [Self; 8] = [
        Self::Postgraduate,
        Self::Bachelor,
        Self::College,
        Self::SecondaryVocational,
        Self::SeniorHigh,
        Self::JuniorHigh,
        Self::Primary,
        Self::None,
    ];

    /// The word on the form, which is also its stable name in forms.
    pub fn title(self) -> &'static str {
        match self {
            Self::Postgraduate => "研究生",
            Self::Bachelor => "大学本科",
            Self::College => "大学专科",
            Self::SecondaryVocational => "中专",
            Self::SeniorHigh => "高中",
            Self::JuniorHigh => "初中",
            Self::Primary => "小学",
            Self::None => "文盲或半文盲",
        }
    }

    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|education| education.title() == text)
    }
}

impl CaseFile {
    /// Of those who were booked, before any document is looked at.
    pub(crate) fn of(origin: Origin) -> Self {
        let person = |booked| CasePerson { booked, document: None, settled: false };
        Self { a: person(origin.a), b: person(origin.b), late_reason: origin.late_reason, ..Self::default() }
    }

    pub(crate) fn booked_parties(&self) -> [Option<&StoredParty>; 2] {
        [self.a.booked.as_ref(), self.b.booked.as_ref()]
    }

    pub fn person(&self, seat: Party) -> &CasePerson {
        match seat {
            Party::First => &self.a,
            Party::Second => &self.b,
        }
    }

    pub(crate) fn person_mut(&mut self, seat: Party) -> &mut CasePerson {
        match seat {
            Party::First => &mut self.a,
            Party::Second => &mut self.b,
        }
    }

    /// Both documents, once both have been written down.
    pub fn documents(&self) -> Option<[&Particulars; 2]> {
        Some([self.a.document.as_ref()?, self.b.document.as_ref()?])
    }
}

/// The seat's name in storage and requests.
pub(crate) fn seat_name(seat: Party) -> &'static str {
    match seat {
        Party::First => "a",
        Party::Second => "b",
    }
}

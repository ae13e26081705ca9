//! Who asks: both or one of a couple, the person of a divorce, or somebody with a notarised authority.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::{Matter, MoveFault, Reason};
use crate::Lang;
use crate::coded::named;
use crate::eligibility::Party;

/// What is asked for, by whom.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Asking {
    /// Those to whom the certificate belongs and who ask for it, in person or by proxy.
    pub applicants: BTreeSet<Party>,
    pub reason: Reason,
    /// Why one alone of a couple is served. No text settles whether that may be; the registrar decides and says so.
    pub alone: Option<String>,
    /// What was seen of the authority, where somebody else came.
    pub proxy: Option<BTreeSet<ProxyPoint>>,
}

named! {
    /// What a proxy has to bring.
    pub enum ProxyPoint {
        Notarised = "notarised",
        StatesParticulars = "states_particulars",
        OwnDocument = "own_document",
    }
}

impl ProxyPoint {
    /// The words beside the tick.
    pub const fn title(self, lang: Lang) -> &'static str {
        match self {
            Self::Notarised => lang.pick("委托书经过公证", "The authority is notarised"),
            Self::StatesParticulars => lang.pick(
                "写明姓名、证件号、登记时间和机关、现在的婚姻状况、委托什么事、受托人",
                "It states names, numbers, date and office, present status, matter and proxy",
            ),
            Self::OwnDocument => {
                lang.pick("受托人带了本人身份证件原件", "The proxy's own document was shown")
            }
        }
    }
}

impl Asking {
    /// Whether these may ask for this certificate; what is missing if not.
    pub fn check(&self, matter: Matter) -> Result<(), MoveFault> {
        if self.applicants.is_empty() {
            return Err(MoveFault::ApplicantMissing);
        }
        match matter {
            // Each of the two has a divorce certificate of their own.
            Matter::Divorce if self.applicants.len() > 1 => return Err(MoveFault::OneApplicantOnly),
            Matter::Marriage if self.applicants.len() == 1 && is_blank(self.alone.as_deref()) => {
                return Err(MoveFault::AloneReasonMissing);
            }
            Matter::Marriage | Matter::Divorce => {}
        }
        match &self.proxy {
            Some(points) if !points.contains(&ProxyPoint::Notarised) => Err(MoveFault::AuthorityNotNotarised),
            Some(points) if points.len() < ProxyPoint::ALL.len() => Err(MoveFault::AuthorityOpen),
            Some(_) | None => Ok(()),
        }
    }

    pub const fn is_by_proxy(&self) -> bool {
        self.proxy.is_some()
    }
}

fn is_blank(text: Option<&str>) -> bool {
    text.is_none_or(|text| text.trim().is_empty())
}

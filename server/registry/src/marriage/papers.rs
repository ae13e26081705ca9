//! What a paper of a case says, gathered for the printer; every print is counted and logged.

use crate::case::{CaseFile, Particulars, Sight, find_name};
use crate::error::{Error, Result};
use crate::paper::{NewPaper, Print};
use crate::registry::Registry;
use crate::revocation::remark_on_case;
use crate::staff::{Officer, Right};
use crate::store::queries::staff::names;
use crate::store::{Tx, Write};
use crate::vault::PaperKind;
use chrono::NaiveDate;
use law::checklist::Item;
use law::eligibility::{MarriageRefusalGround, Party};
use law::marriage_case::{End, MarriageState, Registration};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use uuid::Uuid;

/// A paper of a marriage case.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CasePaper {
    /// 一次性告知单
    MissingPapers,
    /// 不予办理结婚登记告知书
    Refusal,
    /// 申请结婚登记声明书, one for each
    DeclarationA,
    DeclarationB,
    /// 结婚登记审查处理表
    ReviewForm,
    /// 发证凭条
    IssuingSlip,
}

impl CasePaper {
    pub const ALL: [Self; 6] = [
        Self::MissingPapers,
        Self::Refusal,
        Self::DeclarationA,
        Self::DeclarationB,
        Self::ReviewForm,
        Self::IssuingSlip,
    ];

    pub fn as_str(self) -> &'static str {
        match self {
            Self::MissingPapers => "missing-papers",
            Self::Refusal => "refusal",
            Self::DeclarationA => "declaration-a",
            Self::DeclarationB => "declaration-b",
            Self::ReviewForm => "review-form",
            Self::IssuingSlip => "issuing-slip",
        }
    }

    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|paper| paper.as_str() == text)
    }

    /// Our own papers bear a QR code; working copies of statutory forms do not (decision 13).
    fn signed(self) -> Option<PaperKind> {
        match self {
            Self::MissingPapers => Some(PaperKind::MissingPapersNotice),
            Self::Refusal => Some(PaperKind::MarriageRefusalNotice),
            Self::IssuingSlip => Some(PaperKind::MarriageIssuingSlip),
            Self::DeclarationA | Self::DeclarationB | Self::ReviewForm => None,
        }
    }
}

/// Everything a paper of the case may say.
#[derive(Debug, Clone)]
pub struct PaperContents {
    pub case: Uuid,
    pub persons: [Option<Particulars>; 2],
    /// The names that stand, for notices given before the documents were read.
    pub names: [String; 2],
    pub opened_on: NaiveDate,
    pub missing: BTreeSet<Item>,
    pub refused: Option<MarriageRefusalGround>,
    pub registration: Option<Registration>,
    pub restored: bool,
    pub remarks: String,
    pub officer: String,
    /// The signed token of the QR code; `None` for working copies.
    pub token: Option<String>,
    /// 补打 n; `None` for the first print.
    pub reprint: Option<u32>,
}

struct PrintVerb {
    paper: NewPaper,
    sight: Sight,
}

impl Write for PrintVerb {
    type Out = Print;

    async fn run(&self, tx: &mut Tx) -> Result<Print> {
        let print = self.paper.print(tx).await?;
        self.sight.run(tx).await?;
        Ok(print)
    }
}

impl Registry {
    /// Gathers what a paper says and counts the print.
    ///
    /// Errors: `IllegalMove` with what comes first (`documents_first`, `nothing_missing`, `not_refused`,
    /// `register_first`, `withdrawn`), `Forbidden`, `NotFound`.
    pub async fn print_case_paper(
        &self,
        officer: &Officer,
        case: Uuid,
        paper: CasePaper,
    ) -> Result<PaperContents> {
        officer.may(Right::HandleCase)?;
        let (_, state, file) = self.read_case(case).await?;
        ready(paper, &state, &file)?;
        let noted = remark_on_case(self, case).await?;
        if noted.is_some() && paper == CasePaper::IssuingSlip {
            // It would say again what no longer is.
            return Err(Error::IllegalMove("withdrawn"));
        }
        let now = self.clock().now();
        let sight = Sight {
            case,
            officer: officer.id,
            now,
            verb: "paper_printed",
            stored: paper.as_str().to_owned(),
        };
        let kind = paper.signed();
        // A working copy is counted under its own name, so that its reprints are told from each other.
        let counted = NewPaper::prepare_named(self, kind, paper.as_str(), case, officer.id)?;
        let print = self.store().write(PrintVerb { paper: counted, sight }).await?;
        let names = names(&mut self.store().read().await?).await?;
        Ok(PaperContents {
            case,
            names: [&file.a, &file.b].map(|person| person.name().unwrap_or_default().to_owned()),
            persons: [
                file.person(Party::First).document.clone(),
                file.person(Party::Second).document.clone(),
            ],
            opened_on: state.opening().map_or(self.clock().today(), |opening| opening.on),
            missing: state.missing().clone(),
            refused: refused(&state),
            registration: state.registration().cloned(),
            restored: file.restored,
            remarks: match noted {
                Some(noted) => format!("{}{noted}", file.remarks),
                None => file.remarks,
            },
            officer: find_name(&names, officer.id),
            token: print.token.map(|token| self.vault().sign_paper(&token)),
            reprint: (print.reprint > 0).then_some(print.reprint),
        })
    }
}

fn ready(paper: CasePaper, state: &MarriageState, file: &CaseFile) -> Result<()> {
    let first = match paper {
        CasePaper::MissingPapers if !state.is_paused() => "nothing_missing",
        CasePaper::Refusal if refused(state).is_none() => "not_refused",
        CasePaper::DeclarationA | CasePaper::DeclarationB | CasePaper::ReviewForm
            if file.documents().is_none() =>
        {
            "identity_first"
        }
        CasePaper::IssuingSlip if state.registration().is_none() || state.number_to_void().is_some() => {
            "register_first"
        }
        _ => return Ok(()),
    };
    Err(Error::IllegalMove(first))
}

fn refused(state: &MarriageState) -> Option<MarriageRefusalGround> {
    match state.end() {
        Some(End::Refused { ground }) => Some(ground),
        Some(End::Issued | End::WithdrawnByParties) | None => None,
    }
}

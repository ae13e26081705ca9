//! What a paper of a reissue says, gathered for the printer; every print is counted and logged.

use super::show::ReadReissue;
use crate::case::{CaseFile, CasePerson, MarriageFacts, Particulars, ProxyPerson, SEATS, Sight, find_name};
use crate::error::{Error, Result};
use crate::paper::{NewPaper, Print};
use crate::registry::Registry;
use crate::staff::{Officer, Right};
use crate::store::queries::staff::names;
use crate::store::{Tx, Write};
use crate::vault::PaperKind;
use chrono::NaiveDate;
use law::eligibility::Party;
use law::reissue_case::{End, Matter, RefusedGround, ReissueState};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// Under this name every case counts the slip that tells whether its certificate still stands.
pub(super) const ISSUING_SLIP: &str = "issuing-slip";

/// A paper of a reissue.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ReissuePaper {
    /// 一次性告知单
    MissingPapers,
    /// 不予补发婚姻登记证告知书
    Refusal,
    /// 申请补领婚姻登记证声明书, one for each applicant
    DeclarationA,
    DeclarationB,
    /// 补发婚姻登记证审查处理表
    ReviewForm,
    /// 补领发证凭条
    IssuingSlip,
}

impl ReissuePaper {
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
            Self::IssuingSlip => ISSUING_SLIP,
        }
    }

    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|paper| paper.as_str() == text)
    }

    /// Our own papers bear a QR code; working copies of statutory forms do not (decision 13).
    fn signed(self) -> Option<PaperKind> {
        match self {
            Self::MissingPapers => Some(PaperKind::MissingPapersNotice),
            Self::Refusal => Some(PaperKind::ReissueRefusalNotice),
            Self::IssuingSlip => Some(PaperKind::ReissueIssuingSlip),
            Self::DeclarationA | Self::DeclarationB | Self::ReviewForm => None,
        }
    }
}

/// Everything a paper of the case may say.
#[derive(Debug, Clone)]
pub struct ReissuePaperContents {
    pub case: Uuid,
    pub matter: Matter,
    pub state: ReissueState,
    pub persons: [Option<Particulars>; 2],
    /// The names that stand, for notices given before the documents were read.
    pub names: [String; 2],
    pub proxy: Option<ProxyPerson>,
    pub original: Option<MarriageFacts>,
    pub opened_on: NaiveDate,
    pub refused: Option<RefusedGround>,
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
    /// Errors: `IllegalMove` with what comes first (`document_first`, `nothing_missing`, `not_refused`, `ask_first`,
    /// `reissue_first`), `Forbidden`, `NotFound`.
    pub async fn print_reissue_paper(
        &self,
        officer: &Officer,
        case: Uuid,
        paper: ReissuePaper,
    ) -> Result<ReissuePaperContents> {
        officer.may(Right::HandleCase)?;
        let ReadReissue { state, file, .. } = self.read_reissue(case).await?;
        ready(paper, &state, &file)?;
        let now = self.clock().now();
        let stored = paper.as_str().to_owned();
        let sight = Sight { case, officer: officer.id, now, verb: "paper_printed", stored };
        let kind = paper.signed();
        let counted = NewPaper::prepare_named(self, kind, paper.as_str(), case, officer.id)?;
        let print = self.store().write(PrintVerb { paper: counted, sight }).await?;
        let staff = names(&mut self.store().read().await?).await?;
        let opening = state.opening().ok_or_else(|| Error::inconsistent("a reissue of nothing"))?;
        Ok(ReissuePaperContents {
            case,
            matter: opening.matter,
            opened_on: opening.on,
            persons: SEATS.map(|seat| file.person(seat).document.clone()),
            names: [&file.a, &file.b].map(|person: &CasePerson| person.name().unwrap_or_default().to_owned()),
            proxy: file.proxy,
            original: file.marriage,
            refused: refused(&state),
            remarks: file.remarks,
            officer: find_name(&staff, officer.id),
            token: print.token.map(|token| self.vault().sign_paper(&token)),
            reprint: (print.reprint > 0).then_some(print.reprint),
            state,
        })
    }
}

fn ready(paper: ReissuePaper, state: &ReissueState, file: &CaseFile) -> Result<()> {
    let asks = |seat| match (state.asks(seat), file.person(seat).document.is_some()) {
        (false, _) => Some("not_an_applicant"),
        (true, false) => Some("document_first"),
        (true, true) => None,
    };
    let first = match paper {
        ReissuePaper::MissingPapers => (!state.is_paused()).then_some("nothing_missing"),
        ReissuePaper::Refusal => refused(state).is_none().then_some("not_refused"),
        ReissuePaper::DeclarationA => asks(Party::First),
        ReissuePaper::DeclarationB => asks(Party::Second),
        ReissuePaper::ReviewForm if state.asking().is_none() => Some("ask_first"),
        ReissuePaper::ReviewForm => (!state.all_identified()).then_some("identity_first"),
        ReissuePaper::IssuingSlip => {
            (state.reissue().is_none() || state.number_to_void().is_some()).then_some("reissue_first")
        }
    };
    first.map_or(Ok(()), |code| Err(Error::IllegalMove(code)))
}

fn refused(state: &ReissueState) -> Option<RefusedGround> {
    match state.end() {
        Some(End::Refused { ground }) => Some(ground),
        Some(End::Issued | End::Withdrawn) | None => None,
    }
}

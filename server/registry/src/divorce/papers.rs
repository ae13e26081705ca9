//! What a paper of the case says, gathered for the printer; every print is counted and logged.

use super::show::ReadCase;
use crate::case::{CaseFile, CasePerson, MarriageFacts, Particulars, SEATS, Sight, find_name};
use crate::error::{Error, Result};
use crate::paper::{NewPaper, Print};
use crate::registry::{Opening, Registry};
use crate::staff::{Officer, Right};
use crate::store::queries::staff::names;
use crate::store::{Tx, Write};
use crate::vault::PaperKind;
use chrono::{Datelike, NaiveDate};
use law::checklist::Item;
use law::divorce_case::{
    Application, ApplicationDates, DivorceState, End, NotAcceptedGround, PastRefusal, SheetWords,
};
use law::divorce_clock::{DivorceDates, clock};
use law::eligibility::Party;
use law::identity::{IdType, Nationality, Sex};
use law::marriage_case::Registration;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use uuid::Uuid;

/// A paper of a divorce case. Addresses and file names of all of them are neutral.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DivorcePaper {
    /// 离婚登记日期提示单, one for each of the two, the same bytes.
    DateSheet,
    /// 一次性告知单
    MissingPapers,
    /// 离婚登记申请书
    Application,
    /// 不予受理离婚登记申请告知书
    NotAccepted,
    /// 撤回离婚登记申请书
    WithdrawalRequest,
    /// 撤回离婚登记申请确认单
    WithdrawalConfirmation,
    /// 离婚登记声明书, one for each
    DeclarationA,
    DeclarationB,
    /// 离婚登记审查处理表
    ReviewForm,
    /// 不予办理离婚登记告知书
    Refusal,
    /// 离婚协议书, blank, in three originals. Nothing of it is ever stored.
    AgreementBlank,
    /// 询问笔录, blank
    InterviewBlank,
}

impl DivorcePaper {
    pub const ALL: [Self; 12] = [
        Self::DateSheet,
        Self::MissingPapers,
        Self::Application,
        Self::NotAccepted,
        Self::WithdrawalRequest,
        Self::WithdrawalConfirmation,
        Self::DeclarationA,
        Self::DeclarationB,
        Self::ReviewForm,
        Self::Refusal,
        Self::AgreementBlank,
        Self::InterviewBlank,
    ];

    /// The name in addresses and in the count of prints.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::DateSheet => "dates",
            Self::MissingPapers => "missing-papers",
            Self::Application => "form-1",
            Self::NotAccepted => "notice-1",
            Self::WithdrawalRequest => "form-2",
            Self::WithdrawalConfirmation => "form-3",
            Self::DeclarationA => "form-4a",
            Self::DeclarationB => "form-4b",
            Self::ReviewForm => "form-5",
            Self::Refusal => "notice-2",
            Self::AgreementBlank => "blank-1",
            Self::InterviewBlank => "blank-2",
        }
    }

    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|paper| paper.as_str() == text)
    }

    /// 「登记材料-20260116.pdf」, 「日期单-20260116.pdf」: no word from which a bystander learns what for.
    pub fn file_name(self, on: NaiveDate) -> String {
        let what = match self {
            Self::DateSheet => "日期单",
            Self::MissingPapers | Self::NotAccepted | Self::Refusal => "告知单",
            Self::Application
            | Self::WithdrawalRequest
            | Self::WithdrawalConfirmation
            | Self::DeclarationA
            | Self::DeclarationB
            | Self::ReviewForm
            | Self::AgreementBlank
            | Self::InterviewBlank => "登记材料",
        };
        format!("{what}-{}{:02}{:02}.pdf", on.year(), on.month(), on.day())
    }

    /// Our own papers bear a QR code; working copies of statutory forms do not (decision 13).
    fn signed(self) -> Option<PaperKind> {
        match self {
            Self::DateSheet => Some(PaperKind::DivorceDateSheet),
            Self::MissingPapers => Some(PaperKind::MissingPapersNotice),
            Self::NotAccepted | Self::Refusal => Some(PaperKind::DivorceNotice),
            Self::Application
            | Self::WithdrawalRequest
            | Self::WithdrawalConfirmation
            | Self::DeclarationA
            | Self::DeclarationB
            | Self::ReviewForm
            | Self::AgreementBlank
            | Self::InterviewBlank => None,
        }
    }
}

/// One of the two as a paper names them; `more` once the document was written down.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PaperPerson {
    pub name: String,
    pub id_type: IdType,
    pub id_number: String,
    pub sex: Sex,
    pub birth: NaiveDate,
    pub nationality: Nationality,
    pub more: Option<Particulars>,
}

/// Everything a paper of the case may say.
#[derive(Debug, Clone)]
pub struct DivorcePaperContents {
    pub case: Uuid,
    pub paper: DivorcePaper,
    pub persons: [Option<PaperPerson>; 2],
    pub applied_on: NaiveDate,
    pub marriage: Option<MarriageFacts>,
    pub application: Option<Application>,
    /// Our own count with its reasons, of the accepted application.
    pub ours: Option<DivorceDates>,
    /// The short reasons of the date sheet.
    pub sheet: Option<SheetWords>,
    pub missing: BTreeSet<Item>,
    pub not_accepted: Option<(NotAcceptedGround, NaiveDate)>,
    pub refused: Option<PastRefusal>,
    pub withdrawn: Option<(Party, NaiveDate)>,
    /// The day of the review.
    pub reviewed_on: Option<NaiveDate>,
    pub registration: Option<Registration>,
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
    /// Errors: `IllegalMove` with what comes first (`identity_first`, `accept_first`, `nothing_missing`,
    /// `not_refused`, `not_withdrawn`), `Forbidden`, `NotFound`.
    pub async fn print_divorce_paper(
        &self,
        officer: &Officer,
        case: Uuid,
        paper: DivorcePaper,
    ) -> Result<DivorcePaperContents> {
        officer.may(Right::HandleCase)?;
        let ReadCase { state, file, .. } = self.read_divorce(case).await?;
        ready(paper, &state, &file)?;
        let now = self.clock().now();
        let stored = paper.as_str().to_owned();
        let sight = Sight { case, officer: officer.id, now, verb: "paper_printed", stored };
        let counted = NewPaper::prepare_named(self, paper.signed(), paper.as_str(), case, officer.id)?;
        let print = self.store().write(PrintVerb { paper: counted, sight }).await?;
        let names = names(&mut self.store().read().await?).await?;
        let opening = self.opening().await?;
        let dates = state.application().map(|application| application.dates);
        Ok(DivorcePaperContents {
            case,
            paper,
            persons: [person(&file.a), person(&file.b)],
            applied_on: state.opening().map_or(self.clock().today(), |opening| opening.on),
            ours: dates
                .and_then(|dates| clock(dates.accepted, &opening.calendar, crate::register::policy()).ok()),
            sheet: dates.and_then(|dates| sheet_of(&dates, &opening, self.clock().today())),
            application: state.application().cloned(),
            missing: state.missing().clone(),
            not_accepted: not_accepted(&state),
            refused: state.refusals().last().copied(),
            withdrawn: withdrawn(&state),
            reviewed_on: state.review().map(|review| review.on),
            registration: state.registration().cloned(),
            marriage: file.marriage.clone(),
            remarks: file.remarks,
            officer: find_name(&names, officer.id),
            token: print.token.map(|token| self.vault().sign_paper(&token)),
            reprint: (print.reprint > 0).then_some(print.reprint),
        })
    }
}

fn sheet_of(dates: &ApplicationDates, opening: &Opening, today: NaiveDate) -> Option<SheetWords> {
    let ours = clock(dates.accepted, &opening.calendar, crate::register::policy()).ok()?;
    let first_service = opening.next_open(dates.issuance_first);
    Some(SheetWords::new(dates, &ours, first_service, today))
}

fn ready(paper: DivorcePaper, state: &DivorceState, file: &CaseFile) -> Result<()> {
    let known = SEATS.iter().all(|seat| file.person(*seat).name().is_some());
    let first = match paper {
        DivorcePaper::AgreementBlank | DivorcePaper::InterviewBlank => return Ok(()),
        DivorcePaper::MissingPapers if !state.is_paused() => "nothing_missing",
        DivorcePaper::NotAccepted if not_accepted(state).is_none() => "not_refused",
        DivorcePaper::Refusal if state.refusals().is_empty() => "not_refused",
        DivorcePaper::WithdrawalConfirmation if withdrawn(state).is_none() => "not_withdrawn",
        DivorcePaper::DateSheet | DivorcePaper::WithdrawalRequest if state.application().is_none() => {
            "accept_first"
        }
        DivorcePaper::Application
        | DivorcePaper::DeclarationA
        | DivorcePaper::DeclarationB
        | DivorcePaper::ReviewForm
            if file.documents().is_none() =>
        {
            "identity_first"
        }
        _ if !known => "identity_first",
        _ => return Ok(()),
    };
    Err(Error::IllegalMove(first))
}

fn not_accepted(state: &DivorceState) -> Option<(NotAcceptedGround, NaiveDate)> {
    match state.end() {
        Some(End::NotAccepted { ground, on }) => Some((ground, on)),
        Some(End::LeftBefore | End::Withdrawn { .. } | End::Issued | End::Closed { .. }) | None => None,
    }
}

fn withdrawn(state: &DivorceState) -> Option<(Party, NaiveDate)> {
    match state.end() {
        Some(End::Withdrawn { by, on }) => Some((by, on)),
        Some(End::LeftBefore | End::NotAccepted { .. } | End::Issued | End::Closed { .. }) | None => None,
    }
}

/// As the document says, or as booked until it has been read.
fn person(person: &CasePerson) -> Option<PaperPerson> {
    if let Some(document) = &person.document {
        return Some(PaperPerson {
            name: document.name.clone(),
            id_type: document.id_type,
            id_number: document.id_number.clone(),
            sex: document.sex,
            birth: document.birth,
            nationality: document.nationality,
            more: Some(document.clone()),
        });
    }
    person.booked.as_ref().map(|booked| PaperPerson {
        name: booked.name.clone(),
        id_type: booked.id_type,
        id_number: booked.id_number.clone(),
        sex: booked.sex,
        birth: booked.birth,
        nationality: booked.nationality,
        more: None,
    })
}

//! What the counter is shown of a divorce case. Numbers of persons are masked, phones left out: either of the two may
//! see this screen.

use crate::fns::{
    counter::{
        CopyItem, DifferView, GripField, HoldView, NetworkView, PaperLine, PastLine, PersonView,
        RegistrationView, Row, StageView,
    },
    staff::{Kept, Me},
};
use chrono::{NaiveDate, NaiveTime};
use law::{
    checklist::Item,
    divorce_case::{
        AgreementShown, CertificatesSeen, Counselling, DivorceMove, NotAcceptedGround, RefusedGround,
        SignedPaper,
    },
    eligibility::Party,
};
use serde::{Deserialize, Serialize};

/// A divorce case.
#[derive(Clone, Debug, PartialEq)]
pub struct DivorceView {
    pub grip: GripField,
    pub hold: HoldView,
    /// Of the latest visit.
    pub number: u32,
    /// The day of the latest visit; of a late entry the day of the act.
    pub on: NaiveDate,
    /// Why it is entered late.
    pub late: Option<String>,
    pub appointed: Option<NaiveTime>,
    pub arrived: Option<NaiveTime>,
    pub opened: NaiveTime,
    /// Since it was opened today; none where it has ended or is of another day.
    pub minutes: Option<i64>,
    pub stages: Vec<StageView>,
    pub persons: [PersonView; 2],
    pub ask: DivorceAsk,
    pub moves: Vec<DivorceMove>,
    pub not_today: Vec<NotToday>,
    pub dates: FourDates,
    pub receipt: Option<ReceiptView>,
    /// What was asked of a supervisor and what became of it, oldest first.
    pub confirmations: Vec<ConfirmationView>,
    pub marriage: MarriageView,
    pub agreement: Option<AgreementShown>,
    pub network: Option<NetworkView>,
    pub counselling: Option<Counselling>,
    pub review: Option<ReviewView>,
    /// Earlier reviews that ended without a registration.
    pub refusals: Vec<(RefusedGround, NaiveDate)>,
    pub registration: Option<RegistrationView>,
    pub stamped: bool,
    pub signed: Vec<SignedPaper>,
    pub end: Option<EndView>,
    /// What is being waited for.
    pub missing: Vec<Item>,
    /// Everything that may be missing.
    pub items: Vec<Item>,
    /// Both persons' values and the marriage's, in the order of the national form.
    pub copies: Vec<CopyItem>,
    pub past: Vec<PastLine>,
    pub papers: Vec<PaperLine>,
    /// Characters of names that no font prints.
    pub uncovered: String,
    /// Receipt and certificate numbers are allocated here (demonstration and training).
    pub own_numbers: bool,
    pub care: CareView,
    pub kept: Kept,
}

/// The one question in the middle.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DivorceAsk {
    Fill(Party),
    /// The marriage certificates and the agreement.
    Documents,
    Network,
    PreCheck,
    Accept,
    /// Accepted today: papers to take home, and what they are told.
    Accepted,
    /// One of the two has come within the thirty days.
    Withdraw,
    BeginReview,
    Question,
    Sign,
    Review,
    Register,
    Issue,
    Paused,
    /// Nothing can be done here today.
    Wait,
    Lapsed,
    Ended,
}

/// A move that the law doesn't allow today, with the day on which it would work.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NotToday {
    pub kind: DivorceMove,
    /// A sentence that ends with the day.
    pub words: String,
    /// Who took a ticket before closing is served all the same.
    pub after_closing: bool,
}

/// The four dates, each with its short reason; empty where there is nothing to explain.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FourDates {
    /// None yet: as if accepted on the case's day.
    pub is_accepted: bool,
    pub accepted: NaiveDate,
    pub thirty_last: NaiveDate,
    pub window_first: NaiveDate,
    pub window_last: NaiveDate,
    pub why_thirty_last: String,
    pub why_window_first: String,
    pub why_window_last: String,
    /// They stand as typed from the national receipt.
    pub is_typed: bool,
    /// How many days the receipt's dates lie after our count.
    pub thirty_differs: i64,
    pub window_differs: i64,
    /// A year without a published calendar had a part in it.
    pub provisional: bool,
}

/// The national receipt of the accepted application.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReceiptView {
    pub number: String,
}

/// Receipt dates far from ours.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ConfirmationView {
    pub thirty_last: NaiveDate,
    pub window_last: NaiveDate,
    pub asked_by: String,
    pub asked_at: String,
    /// Who confirmed, when and why.
    pub confirmed: Option<(String, String, String)>,
    /// Whether this colleague may confirm it.
    pub may_confirm: bool,
}

/// The marriage that is to end.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MarriageView {
    pub registered_on: Option<NaiveDate>,
    pub office: String,
    pub certificate_no: String,
    pub seen: Option<CertificatesSeen>,
}

/// One coming together inside the window.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReviewView {
    pub on: NaiveDate,
    pub questioning: Option<Party>,
    pub questioned: Vec<Party>,
    pub declared: Vec<Party>,
    pub agreement_signed: bool,
}

/// How the case ended, without a word of who.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum EndView {
    NotAccepted { ground: NotAcceptedGround, on: NaiveDate },
    LeftBefore,
    Withdrawn { on: NaiveDate },
    Issued,
    Closed { cause: String, on: NaiveDate },
    Lapsed { since: NaiveDate },
}

/// 关怀: only for the officers of the case.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CareView {
    /// This colleague may read it.
    pub known: bool,
    pub set: bool,
    pub prompts: Vec<String>,
    /// When, whether set or taken back, and why; the latest first.
    pub notes: Vec<(String, bool, String)>,
}

/// The board: receipt numbers and dates, no name and no number of a person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BoardView {
    pub me: Me,
    pub kept: Kept,
    pub due_today: Vec<BoardRow>,
    pub last_days: Vec<BoardRow>,
    pub lapsing: Vec<BoardRow>,
    pub withdrawn: Vec<BoardRow>,
    /// With by how many days the receipt's dates lie after ours.
    pub differ: Vec<(BoardRow, i64, i64)>,
    pub moved: Vec<MovedRow>,
    pub to_check: Vec<MovedRow>,
    pub to_confirm: Vec<ConfirmRow>,
    /// Days on which nothing lapses, and why.
    pub suspended: Vec<(NaiveDate, String)>,
    /// Days that are looked at before they are named, and whose end they are.
    pub looked_at: Option<(NaiveDate, NaiveDate, Vec<BoardRow>)>,
}

/// An application.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BoardRow {
    /// None until it is called up.
    pub case: Option<String>,
    pub receipt_no: String,
    pub accepted: NaiveDate,
    pub thirty_last: NaiveDate,
    pub window_last: NaiveDate,
    pub ended_on: Option<NaiveDate>,
}

/// An application whose dates moved, or are to be checked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MovedRow {
    pub id: String,
    pub row: BoardRow,
    pub why: String,
    pub old: [NaiveDate; 2],
    pub new: [NaiveDate; 2],
    pub told: Vec<Party>,
}

/// Receipt dates that wait for a supervisor.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ConfirmRow {
    pub case: String,
    pub thirty_last: NaiveDate,
    pub window_last: NaiveDate,
    pub asked_by: String,
    pub asked_at: String,
}

/// For which moment an act counts, where it isn't now: a ticket taken before closing, or an earlier day.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct MomentField {
    /// `HH:MM`; empty without a ticket.
    pub ticket_at: String,
    /// Empty for today's ticket.
    pub ticket_on: String,
    pub ticket_reason: String,
    /// `YYYY-MM-DD`; empty unless the act was done on an earlier day.
    pub late_on: String,
    pub late_reason: String,
}

impl MomentField {
    /// The fields by name, for what is kept.
    pub fn pairs(&self) -> Vec<(&'static str, String)> {
        vec![
            ("ticket_at", self.ticket_at.clone()),
            ("ticket_on", self.ticket_on.clone()),
            ("ticket_reason", self.ticket_reason.clone()),
            ("late_on", self.late_on.clone()),
            ("late_reason", self.late_reason.clone()),
        ]
    }
}

impl DivorceView {
    pub fn mine(&self) -> bool {
        self.hold == HoldView::Mine
    }

    pub fn offers(&self, kind: DivorceMove) -> bool {
        self.mine() && self.moves.contains(&kind)
    }

    /// Why a move isn't offered today.
    pub fn refused(&self, kind: DivorceMove) -> Option<&NotToday> {
        self.not_today.iter().find(|not| not.kind == kind)
    }

    /// What is still to be decided between document and booking.
    pub fn differences(&self) -> impl Iterator<Item = (&PersonView, &DifferView)> {
        self.persons.iter().flat_map(|person| person.differences.iter().map(move |differs| (person, differs)))
    }

    /// A row of one of the two.
    pub fn row(&self, seat: Party, label: &str) -> Option<&Row> {
        self.persons[seat.index()].rows.iter().find(|row| row.label == label)
    }
}

//! A divorce at the counter as a state machine: 申请, 受理, 三十日, 审查, 登记（发证）. What happened is a list of
//! events; the state is what they fold to. What the passing of a day makes true (the window opens, the application
//! lapses) is no event: it follows from the dates whenever it is asked.

mod apply;
mod dates;
mod event;
mod fault;
mod ground;
mod guard;
mod moves;
mod points;
mod receipt;
mod sheet;
mod state;
mod when;

pub use apply::{BrokenHistory, apply, fold};
pub use dates::{ApplicationDates, DatesFault, DatesFrom, Difference, FAR_APART};
pub use event::{CertificatesSeen, DivorceEvent, MoveReason, Ticket};
pub use fault::{MoveFault, Refusal};
pub use ground::{CloseCause, NotAcceptedGround, RefusedGround};
pub use guard::{legal_moves, may};
pub use moves::DivorceMove;
pub use points::{AgreementShown, Counselling, PreCheckPoint, ReceiptBrought, ReviewPoint, SignedPaper};
pub use receipt::{ReceiptFault, ReceiptNo};
pub use sheet::SheetWords;
pub use state::{Application, DivorceState, End, PastRefusal, Reached, Review, Standing, Step};
pub use when::When;

/// 审查意见 on the 离婚登记审查处理表.
pub const REVIEW_OPINION: &str = "符合离婚条件，准予登记";
/// What the marriage certificates are stamped with before they are given back.
pub const STAMP: &str = "双方离婚，证件失效";

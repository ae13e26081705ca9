//! A marriage at the counter as a state machine: 初审, 受理, 审查, 登记发证. What happened is a list of events;
//! the state is what they fold to. Who did it and when it was entered stands on the stored row, not here.

mod apply;
mod event;
mod evidence;
mod fault;
mod guard;
mod moves;
mod state;

pub use apply::{BrokenHistory, apply, fold};
pub use event::{MarriageEvent, PreCheckPoint, SignedPaper, VoidReason};
pub use evidence::{EvidenceKind, NetworkCheck, NetworkResult};
pub use fault::MoveFault;
pub use guard::{legal_moves, may};
pub use moves::MarriageMove;
pub use state::{End, MarriageState, Opening, Reached, Registration, Step};

/// 审查意见 on the 结婚登记审查处理表.
pub const REVIEW_OPINION: &str = "符合结婚条件，准予登记";

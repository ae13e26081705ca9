//! A certificate issued again at the counter as a state machine: 初审, 受理, 审查, 发证. What happened is a list of
//! events; the state is what they fold to. Who did it and when it was entered stands on the stored row, not here.
//!
//! The record is looked up in the archive (条例 art. 21). Where it isn't found, nothing is refused: the case stays open
//! with what to look for next. The certificate's date of registration stays the original one.

mod apply;
mod archive;
mod asking;
mod event;
mod fault;
mod ground;
mod guard;
mod matter;
mod moves;
mod points;
mod state;

pub use apply::{BrokenHistory, apply, fold};
pub use archive::{Archive, Proof, Proves};
pub use asking::{Asking, ProxyPoint};
pub use event::ReissueEvent;
pub use fault::MoveFault;
pub use ground::RefusedGround;
pub use guard::{legal_moves, may};
pub use matter::{Matter, Reason, RegisteredAt};
pub use moves::ReissueMove;
pub use points::PreCheckPoint;
pub use state::{End, Opening, Original, Reached, Reissue, ReissueState, Step};

/// 审查意见 on the 补发婚姻登记证审查处理表.
pub const REVIEW_OPINION: &str = "符合补发条件，准予补发";

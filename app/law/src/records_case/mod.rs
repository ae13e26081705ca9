//! 查档案、开证明 as a state machine: somebody asks and shows by what right, the archive is searched, an answer is given
//! (档案管理办法; 条例 19). What happened is a list of events; the state is what they fold to. Names, numbers and
//! what was searched for lie in the case's sealed file, not here.

mod apply;
mod asker;
mod event;
mod fault;
mod state;

pub use apply::{BrokenHistory, apply, fold, legal_moves};
pub use asker::{Asker, Shown, Sought};
pub use event::{Answer, LeftReason, MOST_PAPERS, RecordsEvent, RecordsMove};
pub use fault::RecordsFault;
pub use state::{Asked, End, Opening, RecordsState};

//! Who works here and what each may do.

mod add;
mod assess;
mod depart;
mod limit;
mod list;
mod password;
mod rights;
mod session;
mod sign_in;

pub use add::NewOfficer;
pub use limit::Limiter;
pub use list::Colleague;
pub use rights::{Officer, Right, Role};
pub use session::SessionState;

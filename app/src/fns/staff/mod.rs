//! Who sits at the desk: signing in, the lock, signing out, and what every staff screen is shown behind.

mod act;
#[cfg(feature = "ssr")]
mod cookie;
#[cfg(feature = "ssr")]
mod session;
#[cfg(feature = "ssr")]
mod view;
#[cfg(feature = "ssr")]
pub mod words;

pub use act::{Lock, SignIn, SignOut, Unlock, lock_now, stay, unlock_now};
#[cfg(feature = "ssr")]
pub use cookie::SESSION;
#[cfg(feature = "ssr")]
pub use session::{Seat, Who, behind, office, seated, trouble, who};
#[cfg(feature = "ssr")]
pub use view::{Gate, Kept, LockedView, May, Me, SignInView};

//! Who is behind the request's cookie, and what a page shows to whoever is not.

use super::cookie;
use super::view::{Gate, LockedView, May, Me, SignInView};
use super::words;
use chrono::Timelike;
use leptos::prelude::{ServerFnError, use_context};
use registry::staff::{Officer, Right, SessionState};
use registry::{Error, Registry};

/// A colleague whose session is open.
pub struct Seat {
    pub registry: Registry,
    pub officer: Officer,
    /// The session's secret: names the drafts of this desk.
    pub cookie: String,
}

/// Who asks.
pub enum Who {
    Open(Seat),
    Locked(Seat),
    Out,
}

/// Who asks, by the session's cookie. Errors: only where the store can't be read.
pub async fn who() -> Result<Who, ServerFnError> {
    let registry = office()?;
    let Some(cookie) = cookie::session() else { return Ok(Who::Out) };
    match registry.session(&cookie).await {
        Ok(SessionState::Open(officer)) => Ok(Who::Open(Seat { registry, officer, cookie })),
        Ok(SessionState::Locked(officer)) => Ok(Who::Locked(Seat { registry, officer, cookie })),
        Err(Error::SignedOut) => Ok(Who::Out),
        Err(error) => Err(trouble(error)),
    }
}

/// The colleague who may act, or `None` after the answer was turned to `back`, which shows the lock or the sign-in.
pub async fn seated(back: &str) -> Result<Option<Seat>, ServerFnError> {
    match who().await? {
        Who::Open(seat) => Ok(Some(seat)),
        Who::Locked(_) | Who::Out => {
            leptos_axum::redirect(back);
            Ok(None)
        }
    }
}

/// A page for colleagues: `show` runs only for one who is signed in and holds the right.
pub async fn behind<T, Show, Fut>(right: Right, show: Show) -> Result<Gate<T>, ServerFnError>
where
    Show: FnOnce(Seat, Me) -> Fut,
    Fut: Future<Output = Result<T, ServerFnError>>,
{
    let seat = match who().await? {
        Who::Open(seat) => seat,
        Who::Locked(seat) => return Ok(Gate::Locked(LockedView { name: seat.officer.name, fault: again() })),
        Who::Out => return Ok(Gate::Out(sign_in_view())),
    };
    let me = seat.me().await?;
    match seat.officer.may(right) {
        // An assessment that has run out keeps nobody from looking.
        Ok(()) | Err(Error::Forbidden("no_valid_assessment")) => {
            show(seat, me).await.map(|view| Gate::Here(Box::new(view)))
        }
        Err(error) => Ok(Gate::Forbidden { me, why: words::sentence(&error) }),
    }
}

/// The office behind the screens, handed in by the server.
pub fn office() -> Result<Registry, ServerFnError> {
    use_context::<Registry>().ok_or_else(|| ServerFnError::new("no_office"))
}

/// What went wrong, by its code: no message of it holds anything about a person.
pub fn trouble(error: Error) -> ServerFnError {
    tracing::error!(%error, "a staff page could not be made");
    ServerFnError::new("unavailable")
}

fn sign_in_view() -> SignInView {
    SignInView { login: cookie::login().unwrap_or_default(), window: cookie::window(), fault: again() }
}

/// Why the last try failed, as the address says it: a word, never a value.
fn again() -> Option<String> {
    let word = crate::ui::request::query("again")?;
    words::again(&word).map(str::to_owned)
}

impl Seat {
    /// What the top of every staff screen says.
    pub async fn me(&self) -> Result<Me, ServerFnError> {
        let officer = &self.officer;
        let opening = self.registry.opening().await.map_err(trouble)?;
        let local = self.registry.clock().local();
        let may = |right| officer.may(right).is_ok();
        let roles: Vec<_> = officer.roles.iter().map(|role| role.title(law::Lang::Zh)).collect();
        Ok(Me {
            name: officer.name.clone(),
            roles: roles.join("、"),
            window: officer.window,
            today: local.date(),
            now: local.time().with_second(0).and_then(|time| time.with_nanosecond(0)).unwrap_or_default(),
            office: opening.office.name.clone(),
            code: opening.office.code.clone(),
            may: May {
                see_cases: may(Right::SeeCases),
                handle: may(Right::HandleCase),
                take_over: may(Right::TakeOverCase),
                note: may(Right::NoteRegistration),
                receive: may(Right::SeeBookings),
                book: may(Right::BookForCaller),
                figures: may(Right::SeeFigures),
                audit: may(Right::SeeAudit),
                staff: may(Right::ManageStaff),
                office: may(Right::ManageOffice),
            },
        })
    }

    /// The name under which this desk keeps what was typed into a form about `what`.
    pub fn draft(&self, what: &str) -> String {
        format!("{}:{what}", self.cookie)
    }
}

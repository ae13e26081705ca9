//! What somebody has typed so far, and the office they type it to.

use super::cookie;
use super::view::{Refused, Typed};
use chrono::NaiveDate;
use law::{booking::SlotId, checklist::Circumstance, eligibility::Party, service::Service};
use leptos::prelude::{ServerFnError, use_context};
use registry::{Registry, booking::Opened};
use serde::{Deserialize, Serialize};

/// Sealed by the registry, found by the cookie alone, forgotten after ninety minutes.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Draft {
    pub service: Service,
    pub applies: Vec<Circumstance>,
    pub date: Option<NaiveDate>,
    pub slot: Option<SlotId>,
    /// Right or wrong, as typed; there once the form was sent.
    pub first: Option<Typed>,
    pub second: Option<Typed>,
    /// Only one of the two comes (reissue).
    pub alone: bool,
    /// Why the last step was refused; shown on the page it leads back to.
    pub refused: Option<Refused>,
    /// The booking that came of it, so that a form sent twice leads to the same page.
    pub booked: Option<String>,
}

impl Draft {
    pub fn new(service: Service) -> Self {
        Self {
            service,
            applies: Vec::new(),
            date: None,
            slot: None,
            first: None,
            second: None,
            alone: false,
            refused: None,
            booked: None,
        }
    }

    pub fn typed(&self, seat: Party) -> Option<&Typed> {
        match seat {
            Party::First => self.first.as_ref(),
            Party::Second => self.second.as_ref(),
        }
    }
}

/// One visitor's booking at this office.
pub struct Desk {
    pub registry: Registry,
    pub draft: Draft,
    cookie: Option<String>,
}

impl Desk {
    /// What this visitor has typed for this service; what they typed for another is another draft.
    pub async fn of(service: Service) -> Result<Self, ServerFnError> {
        let registry = office()?;
        let known = match cookie::draft(service) {
            None => None,
            Some(cookie) => {
                let draft = registry.draft::<Draft>(&cookie).await.map_err(trouble)?;
                draft.filter(|draft| draft.service == service).map(|draft| (cookie, draft))
            }
        };
        Ok(match known {
            Some((cookie, draft)) => Self { registry, draft, cookie: Some(cookie) },
            None => Self { registry, cookie: None, draft: Draft::new(service) },
        })
    }

    /// A draft under a secret that keeps a place already.
    pub fn under(registry: Registry, secret: String, draft: Draft) -> Self {
        Self { registry, draft, cookie: Some(secret) }
    }

    /// The secret that names the draft; where there is none yet, or the old one became a booking, a fresh one.
    pub fn secret(&mut self) -> Result<String, ServerFnError> {
        if self.draft.booked.is_some() {
            self.draft = Draft::new(self.draft.service);
            self.cookie = None;
        }
        if let Some(known) = &self.cookie {
            return Ok(known.clone());
        }
        let fresh = self.registry.new_draft_cookie().map_err(trouble)?;
        self.cookie = Some(fresh.clone());
        Ok(fresh)
    }

    /// The booking that came out of this draft.
    pub async fn booked(&self) -> Result<Option<Opened>, ServerFnError> {
        match &self.cookie {
            Some(cookie) => self.registry.booked_under(cookie).await.map_err(trouble),
            None => Ok(None),
        }
    }

    /// Keeps what was typed for another ninety minutes.
    pub async fn keep(&mut self) -> Result<(), ServerFnError> {
        let cookie = match &self.cookie {
            Some(known) => known.clone(),
            None => self.secret()?,
        };
        cookie::set_draft(self.draft.service, &cookie);
        self.registry.keep_draft(&cookie, &self.draft).await.map_err(trouble)
    }

    /// Why the last step was refused; the next step that is tried puts its own in place.
    pub fn refused(&self) -> Option<Refused> {
        self.draft.refused.clone()
    }
}

/// The office behind the screens, handed in by the server.
pub fn office() -> Result<Registry, ServerFnError> {
    use_context::<Registry>().ok_or_else(|| ServerFnError::new("no_office"))
}

/// What went wrong, by its code: no message of it holds anything about a person.
#[expect(clippy::needless_pass_by_value, reason = "handed to map_err")]
pub fn trouble(error: registry::Error) -> ServerFnError {
    tracing::error!(%error, "a page could not be made");
    ServerFnError::new("unavailable")
}

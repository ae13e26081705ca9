//! What was typed into a form of a case and could not be taken: sealed under the session and the case.

use super::view::GripField;
use crate::fns::staff::{Kept, Seat, seated, words};
use leptos::prelude::ServerFnError;
use registry::marriage::Grip;
use uuid::Uuid;

/// One act at a case: who does it, with what grip, from which form.
pub struct Hand {
    pub seat: Seat,
    pub grip: Grip,
    form: &'static str,
    typed: Vec<(String, String)>,
}

/// The page of a case.
pub fn page(case: &str) -> String {
    match Uuid::parse_str(case) {
        Ok(id) => format!("/counter/case/{id}"),
        Err(_) => "/counter".to_owned(),
    }
}

impl Hand {
    /// The colleague's hand on the case. A screen that was locked meanwhile keeps what was typed and shows the lock.
    pub async fn on(
        grip: &GripField,
        form: &'static str,
        typed: Vec<(&'static str, String)>,
    ) -> Result<Option<Self>, ServerFnError> {
        let typed: Vec<_> =
            typed.into_iter().map(|(name, value)| (name.to_owned(), bounded(&value))).collect();
        let page = page(&grip.case);
        let Ok(case) = Uuid::parse_str(&grip.case) else {
            leptos_axum::redirect(&page);
            return Ok(None);
        };
        let Some(seat) = seated(&page).await? else {
            keep_for_later(&grip.case, form, typed).await?;
            return Ok(None);
        };
        let grip = Grip { case, fence: grip.fence, version: grip.version };
        Ok(Some(Self { seat, grip, form, typed }))
    }

    /// Leads back to the case: with nothing to say when it was done, else with what was typed and why not.
    pub async fn done<T>(self, outcome: registry::Result<T>) -> Result<bool, ServerFnError> {
        self.done_saying(outcome, |_| None).await
    }

    /// The same, where `said` may have a sentence of its own for a refusal.
    pub async fn done_saying<T>(
        self,
        outcome: registry::Result<T>,
        said: impl FnOnce(&registry::Error) -> Option<String>,
    ) -> Result<bool, ServerFnError> {
        let name = self.seat.draft(&self.grip.case.to_string());
        let page = page(&self.grip.case.to_string());
        let stored = match outcome {
            Ok(_) => {
                leptos_axum::redirect(&page);
                self.seat.registry.forget_draft(&name).await.map(|()| true)
            }
            Err(error) => {
                // Where the sentence stands, so that it is in sight on a small screen too.
                leptos_axum::redirect(&format!("{page}#said"));
                let mut kept = words::kept(self.form, self.typed, &error);
                kept.said = said(&error).or(kept.said);
                self.seat.registry.keep_draft(&name, &kept).await.map(|()| false)
            }
        };
        stored.map_err(crate::fns::staff::trouble)
    }
}

/// The session is locked: the form waits for the same colleague.
async fn keep_for_later(case: &str, form: &str, typed: Vec<(String, String)>) -> Result<(), ServerFnError> {
    use crate::fns::staff::{Who, who};
    if let Who::Locked(seat) = who().await? {
        let said = Some("锁屏以前填的还在，没有交上去。请核对后再交。".to_owned());
        let kept = Kept { form: form.to_owned(), typed, faults: Vec::new(), said };
        let name = seat.draft(case);
        seat.registry.keep_draft(&name, &kept).await.map_err(crate::fns::staff::trouble)?;
    }
    Ok(())
}

/// A draft is no place for a book.
fn bounded(value: &str) -> String {
    value.chars().take(400).collect()
}

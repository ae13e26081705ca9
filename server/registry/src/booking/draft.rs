//! What somebody has typed so far: sealed, found by their cookie alone, gone after ninety minutes.

use crate::error::Result;
use crate::registry::Registry;
use crate::store::queries::drafts;
use crate::store::{Tx, Write};
use crate::vault::{Secret, hash_secret};
use chrono::{DateTime, TimeDelta, Utc};
use serde::Serialize;
use serde::de::DeserializeOwned;

/// A draft that nobody has touched for so long is forgotten.
const KEPT: TimeDelta = TimeDelta::minutes(90);

struct Put {
    id: Vec<u8>,
    sealed: Vec<u8>,
    ends: DateTime<Utc>,
}

impl Write for Put {
    type Out = ();

    async fn run(&self, tx: &mut Tx) -> Result<()> {
        drafts::put(tx, &self.id, &self.sealed, self.ends).await
    }
}

struct Remove {
    id: Vec<u8>,
}

impl Write for Remove {
    type Out = ();

    async fn run(&self, tx: &mut Tx) -> Result<()> {
        drafts::remove(tx, &self.id).await
    }
}

impl Registry {
    /// A fresh cookie for a draft.
    pub fn new_draft_cookie(&self) -> Result<String> {
        Ok(Secret::fresh()?.as_str().to_owned())
    }

    /// What was kept under this cookie, in whatever form the screens keep it.
    pub async fn draft<T: DeserializeOwned>(&self, cookie: &str) -> Result<Option<T>> {
        let id = hash_secret(cookie);
        let sealed = drafts::get(&mut self.store().read().await?, &id, self.clock().now()).await?;
        sealed.map(|sealed| self.vault().open_record("drafts", &id, &sealed)).transpose()
    }

    /// Keeps what was typed for another ninety minutes.
    pub async fn keep_draft<T: Serialize>(&self, cookie: &str, draft: &T) -> Result<()> {
        let id = hash_secret(cookie);
        let sealed = self.vault().seal_record("drafts", &id, draft)?;
        self.store().write(Put { id, sealed, ends: self.clock().now() + KEPT }).await
    }

    /// Forgets what was typed.
    pub async fn forget_draft(&self, cookie: &str) -> Result<()> {
        self.store().write(Remove { id: hash_secret(cookie) }).await
    }
}

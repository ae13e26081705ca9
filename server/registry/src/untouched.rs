//! Whether anybody has ever worked in this office: only an empty one may be filled for show or restored into.

use crate::error::Result;
use crate::registry::Registry;
use crate::store::queries::office::is_untouched;

impl Registry {
    /// No colleague, no booking, no case and no act is in the store.
    pub async fn is_untouched(&self) -> Result<bool> {
        is_untouched(&mut self.store().read().await?).await
    }
}

//! The invented acts of 2024, so that register and figures have a year to show.

use crate::commands::Refused;
use registry::{Registry, import::Import};

/// The sample year that the import is tested with: invented people, the totals of a real county.
const ACTS: &[u8] = include_bytes!("../../../tests/data/acts.csv");

/// Enters them as an import would; a clock set before that year leaves the register empty.
pub async fn enter(registry: &Registry) -> Result<(), Refused> {
    let file = std::env::temp_dir().join(format!("hall-demo-{}.csv", std::process::id()));
    std::fs::write(&file, ACTS)?;
    let order = Import { file: &file, dry_run: false, reject: None };
    let imported = registry.import_acts(None, order, |_| {}).await;
    // Left behind it would harm nobody.
    let _ = std::fs::remove_file(&file);
    let imported = imported?;
    if imported.refused {
        tracing::warn!(
            bad = imported.bad,
            "the sample year does not fit the clock; the register stays empty"
        );
    }
    registry.write_lapses().await?;
    Ok(())
}

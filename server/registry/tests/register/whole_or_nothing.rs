//! An import counts as a whole or not at all.

use crate::hall::{Hall, SAMPLE, day, on_each_engine};
use registry::Error;
use registry::audit::Checked;
use registry::import::{Import, Phase};

async fn total(hall: &Hall) -> i64 {
    hall.registry.figures(None, "2024".parse().unwrap()).await.unwrap().indicators.total
}

/// Begins an import and breaks it off after some batches.
async fn break_off(hall: &Hall) {
    let file = hall.file("acts.csv", SAMPLE);
    let (stored, reached) = tokio::sync::oneshot::channel();
    let mut stored = Some(stored);
    let import = Import { file: &file, dry_run: false, reject: None };
    let importing = hall.registry.import_acts(None, import, |progress| {
        if progress.phase == Phase::Storing
            && progress.rows >= 1000
            && let Some(stored) = stored.take()
        {
            stored.send(()).unwrap();
        }
    });
    tokio::select! {
        biased;
        _ = reached => {}
        imported = importing => panic!("not broken off: {imported:?}"),
    }
}

#[tokio::test]
async fn a_broken_off_import_leaves_nothing_visible_and_the_next_one_clears_it_away() {
    on_each_engine(day(2026, 11, 23), async |hall| {
        break_off(hall).await;
        assert!(hall.count("SELECT COUNT(*) FROM acts").await > 500, "something was stored");
        assert_eq!(total(hall).await, 0);
        assert_eq!(hall.registry.write_lapses().await.unwrap().written, 0);
        let imported = hall.import(&hall.folder.join("acts.csv")).await;
        assert_eq!((imported.good, imported.skipped), (4931, 0));
        assert_eq!(hall.count("SELECT COUNT(*) FROM acts").await, 4931);
        assert_eq!(total(hall).await, 4783);
    })
    .await;
}

#[tokio::test]
async fn a_file_that_changes_while_it_is_imported_leaves_nothing() {
    on_each_engine(day(2026, 11, 23), async |hall| {
        let file = hall.file("acts.csv", SAMPLE);
        let changed = SAMPLE.replace("2024-12-31,divorce_registration", "2024-12-30,divorce_registration");
        let mut once = Some(changed);
        let import = Import { file: &file, dry_run: false, reject: None };
        let imported = hall
            .registry
            .import_acts(None, import, |progress| {
                if progress.phase == Phase::Judging
                    && let Some(changed) = once.take()
                {
                    std::fs::write(&file, changed).unwrap();
                }
            })
            .await;
        assert!(matches!(imported, Err(Error::Stale)), "{imported:?}");
        assert_eq!(total(hall).await, 0);
        assert_eq!(hall.count("SELECT COUNT(*) FROM acts").await, 0);
    })
    .await;
}

#[tokio::test]
async fn each_batch_and_the_whole_import_stand_in_the_log() {
    on_each_engine(day(2026, 11, 23), async |hall| {
        hall.import(&hall.file("acts.csv", SAMPLE)).await;
        let batches = hall.count("SELECT COUNT(*) FROM audit_entries WHERE verb = 'acts_imported'").await;
        assert_eq!(batches, 10, "4931 rows in batches of 500");
        assert_eq!(hall.count("SELECT COUNT(*) FROM audit_entries WHERE verb = 'import_published'").await, 1);
        assert!(matches!(hall.registry.verify_audit().await.unwrap(), Checked::Whole(_)));
    })
    .await;
}

#[tokio::test]
async fn nothing_of_a_person_stands_in_the_clear() {
    let hall = Hall::on_sqlite(day(2026, 11, 23)).await;
    hall.import(&hall.file("acts.csv", SAMPLE)).await;
    let mut bytes = std::fs::read(hall.folder.join("hall.db")).unwrap();
    bytes.extend(std::fs::read(hall.folder.join("hall.db-wal")).unwrap_or_default());
    for secret in ["370126199405210019", "郭俊超", "199405210019", "P23296390"] {
        let found = bytes.windows(secret.len()).any(|window| window == secret.as_bytes());
        assert!(!found, "{secret} lies in the clear");
    }
}

#[tokio::test]
async fn a_folder_or_a_missing_file_is_refused_with_its_name() {
    let hall = Hall::on_sqlite(day(2026, 11, 23)).await;
    for path in [hall.folder.join("none.csv"), hall.folder.clone()] {
        let refused = hall.try_import(Import { file: &path, dry_run: false, reject: None }).await;
        let words = refused.unwrap_err().to_string();
        assert!(words.contains(&path.display().to_string()), "{words}");
    }
}

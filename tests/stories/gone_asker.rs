//! Whoever asked may have gone before the answer: a phone in a tunnel, a tab that was closed.

use registry::{
    Result,
    store::{Tx, Write, queries::office as queries},
};
use std::time::Duration;
use tests::{office::Office, on_both_engines};

on_both_engines![a_change_whose_asker_has_gone_is_made_whole_and_stands_in_nobodys_way];

/// Changes two things, with time to break it off in between.
struct Slow;

impl Write for Slow {
    type Out = ();

    async fn run(&self, tx: &mut Tx) -> Result<()> {
        queries::raise_topic(tx, "first").await?;
        tokio::time::sleep(Duration::from_millis(300)).await;
        queries::raise_topic(tx, "second").await
    }
}

struct Quick;

impl Write for Quick {
    type Out = (i64, i64);

    async fn run(&self, tx: &mut Tx) -> Result<(i64, i64)> {
        queries::raise_topic(tx, "first").await?;
        Ok((queries::topic_version(tx, "first").await?, queries::topic_version(tx, "second").await?))
    }
}

async fn a_change_whose_asker_has_gone_is_made_whole_and_stands_in_nobodys_way(office: Office) {
    let store = office.registry.store();
    let asked = tokio::time::timeout(Duration::from_millis(100), store.write(Slow)).await;
    assert!(asked.is_err(), "the asker left before the change was made");

    let (first, second) = store.write(Quick).await.expect("nobody is in the way");

    assert_eq!((first, second), (2, 1), "both parts of the change stand, and then the next");
}

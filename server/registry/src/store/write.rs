//! The one door for changes: a verb is an owned value that may be run again, and is answered after the commit.
//!
//! On SQLite one writer task gathers what is waiting into one transaction, each verb in a savepoint of its own, and
//! answers all of them after one durable commit: the disk is forced once for many bookings. On PostgreSQL each verb
//! has a transaction of its own, run again when the engine asks for it.

use super::Tx;
use crate::error::{Error, Result};
use futures::FutureExt;
use futures::future::BoxFuture;
use sqlx::PgPool;
use std::panic::AssertUnwindSafe;
use std::sync::Arc;
use tokio::sync::{Semaphore, mpsc, oneshot};

/// A change to the store. It may run more than once, so it touches nothing but `tx`: clock, ids and random bytes are
/// its fields, made before.
pub trait Write: Send + Sync + 'static {
    type Out: Send + 'static;

    fn run(&self, tx: &mut Tx) -> impl Future<Output = Result<Self::Out>> + Send;
}

/// How many verbs share one durable commit at most.
const BATCH: usize = 128;
/// How often PostgreSQL may ask to run a verb again.
const TRIES: u32 = 6;

/// A verb on its way to the writer, with the place where its answer goes.
pub(super) trait Job: Send {
    /// Runs the verb and keeps its answer; `true` if its changes shall stay.
    fn run<'a>(&'a mut self, tx: &'a mut Tx) -> BoxFuture<'a, bool>;
    /// Gives the kept answer back, or `failure` where the shared commit did not come through.
    fn answer(self: Box<Self>, failure: Option<String>);
}

struct Ticket<W: Write> {
    verb: W,
    kept: Option<Result<W::Out>>,
    reply: oneshot::Sender<Result<W::Out>>,
}

impl<W: Write> Job for Ticket<W> {
    fn run<'a>(&'a mut self, tx: &'a mut Tx) -> BoxFuture<'a, bool> {
        async move {
            let outcome = AssertUnwindSafe(self.verb.run(tx)).catch_unwind().await;
            let outcome = outcome.unwrap_or_else(|_| Err(Error::inconsistent("a verb panicked")));
            let stays = outcome.is_ok();
            self.kept = Some(outcome);
            stays
        }
        .boxed()
    }

    fn answer(self: Box<Self>, failure: Option<String>) {
        let outcome = match (failure, self.kept) {
            (None, Some(kept)) => kept,
            // A refusal stands whether or not the others' commit came through: it changed nothing.
            (Some(_), Some(Err(refusal))) => Err(refusal),
            (Some(failure), _) => Err(Error::Unavailable(failure)),
            (None, None) => Err(Error::inconsistent("a verb was not run")),
        };
        // Whoever asked may have gone; the change stands all the same.
        let _ = self.reply.send(outcome);
    }
}

/// The way to the one writer of a SQLite file.
#[derive(Clone)]
pub(super) struct Door(mpsc::Sender<Box<dyn Job>>);

impl Door {
    /// Starts the writer on its connection.
    pub(super) fn open(tx: Tx) -> Self {
        let (sender, receiver) = mpsc::channel(4096);
        tokio::spawn(serve(tx, receiver));
        Self(sender)
    }

    pub(super) async fn write<W: Write>(&self, verb: W) -> Result<W::Out> {
        let (reply, answer) = oneshot::channel();
        let job = Box::new(Ticket { verb, kept: None, reply });
        self.0.send(job).await.map_err(|_| Error::Unavailable("the store is closing".into()))?;
        answer.await.map_err(|_| Error::Unavailable("the store is closing".into()))?
    }
}

async fn serve(mut tx: Tx, mut receiver: mpsc::Receiver<Box<dyn Job>>) {
    let mut batch: Vec<Box<dyn Job>> = Vec::with_capacity(BATCH);
    while receiver.recv_many(&mut batch, BATCH).await > 0 {
        let failure = commit_together(&mut tx, &mut batch).await.err().map(|error| {
            tracing::error!(%error, "a shared commit failed; nothing of it was kept");
            error.to_string()
        });
        for job in batch.drain(..) {
            job.answer(failure.clone());
        }
    }
}

async fn commit_together(tx: &mut Tx, batch: &mut [Box<dyn Job>]) -> Result<(), sqlx::Error> {
    tx.command("BEGIN IMMEDIATE").await?;
    let outcome = run_each(tx, batch).await;
    let outcome = match outcome {
        Ok(()) => tx.command("COMMIT").await,
        Err(error) => Err(error),
    };
    if outcome.is_err() {
        // A full disk may have rolled back already; then there is nothing to undo.
        let _ = tx.command("ROLLBACK").await;
    }
    outcome
}

async fn run_each(tx: &mut Tx, batch: &mut [Box<dyn Job>]) -> Result<(), sqlx::Error> {
    for job in batch {
        tx.command("SAVEPOINT verb").await?;
        if !job.run(tx).await {
            tx.command("ROLLBACK TO verb").await?;
        }
        tx.command("RELEASE verb").await?;
    }
    Ok(())
}

/// How many verbs run on PostgreSQL at once: half of the pool, so that reads never wait behind a row that many want.
const AT_ONCE: usize = 12;

/// The way to PostgreSQL: those who change something take turns in the order of their coming. The engine itself lets a
/// newcomer overtake who waits for a row, and who waits too long would be refused with a place still free.
#[derive(Clone)]
pub(super) struct Turns {
    pool: PgPool,
    turns: Arc<Semaphore>,
}

impl Turns {
    pub fn new(pool: PgPool) -> Self {
        Self { pool, turns: Arc::new(Semaphore::new(AT_ONCE)) }
    }

    /// Runs a verb in a transaction of its own, to its end even where whoever asked has gone: broken off between BEGIN
    /// and COMMIT, the connection would go back to the pool with an open transaction and its locks.
    pub async fn write<W: Write>(&self, verb: W) -> Result<W::Out> {
        let closing = || Error::Unavailable("the store is closing".into());
        let turn = self.turns.clone().acquire_owned().await.map_err(|_| closing())?;
        let pool = self.pool.clone();
        let running = tokio::spawn(async move {
            let outcome = run_until_done(&pool, &verb).await;
            drop(turn);
            outcome
        });
        running.await.map_err(|_| closing())?
    }
}

/// Runs a verb, again where another was in its way.
async fn run_until_done<W: Write>(pool: &PgPool, verb: &W) -> Result<W::Out> {
    let mut tries = 0;
    loop {
        tries += 1;
        match attempt(pool, verb).await {
            Err(Error::Contended(_)) if tries < TRIES => {
                tokio::time::sleep(std::time::Duration::from_millis(u64::from(tries * tries))).await;
            }
            Err(Error::Contended(words)) => return Err(Error::Unavailable(words)),
            outcome => return outcome,
        }
    }
}

async fn attempt<W: Write>(pool: &PgPool, verb: &W) -> Result<W::Out> {
    let mut tx = Tx::Postgres(pool.acquire().await?);
    tx.command("BEGIN").await?;
    let outcome = AssertUnwindSafe(verb.run(&mut tx)).catch_unwind().await;
    match outcome.unwrap_or_else(|_| Err(Error::inconsistent("a verb panicked"))) {
        Ok(out) => tx.command("COMMIT").await.map(|()| out).map_err(Error::from),
        Err(error) => {
            tx.command("ROLLBACK").await?;
            Err(error)
        }
    }
}

//! Many connections at once, each sending its next request when the last was answered.

use crate::Outcome;
use crate::client::Client;
use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::{Duration, Instant};

/// What a load came to: how many answers of each status, and how long they took.
#[derive(Default)]
pub struct Figures {
    pub by_status: BTreeMap<u16, usize>,
    times: Vec<Duration>,
    took: Duration,
}

impl Figures {
    pub fn per_second(&self) -> f64 {
        self.times.len() as f64 / self.took.as_secs_f64()
    }

    /// The time within which this share of the answers came, in milliseconds.
    pub fn within(&mut self, share: f64) -> f64 {
        self.times.sort_unstable();
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "a share of a small count"
        )]
        let at = (self.times.len() as f64 * share) as usize;
        self.times
            .get(at.min(self.times.len().saturating_sub(1)))
            .map_or(0.0, |time| time.as_secs_f64() * 1000.0)
    }

    fn add(&mut self, other: Self) {
        for (status, count) in other.by_status {
            *self.by_status.entry(status).or_default() += count;
        }
        self.times.extend(other.times);
    }
}

/// Runs `connections` at once for `seconds`; `request` makes the n-th request of a connection, or ends it with `None`.
pub async fn run(
    address: &str,
    connections: usize,
    seconds: u64,
    request: impl Fn(usize, usize) -> Option<Vec<u8>> + Send + Sync + 'static,
) -> Outcome<Figures> {
    let request = Arc::new(request);
    let start = Instant::now();
    let until = start + Duration::from_secs(seconds);
    let tasks: Vec<_> = (0..connections)
        .map(|connection| {
            let (address, request) = (address.to_owned(), request.clone());
            tokio::spawn(async move {
                let mut client = Client::connect(&address).await?;
                let mut figures = Figures::default();
                for nth in 0.. {
                    let Some(bytes) = request(connection, nth).filter(|_| Instant::now() < until) else {
                        break;
                    };
                    let sent = Instant::now();
                    let answer = client.send(&bytes).await?;
                    figures.times.push(sent.elapsed());
                    *figures.by_status.entry(answer.status).or_default() += 1;
                }
                Outcome::Ok(figures)
            })
        })
        .collect();
    let mut all = Figures::default();
    for task in tasks {
        all.add(task.await??);
    }
    all.took = start.elapsed();
    Ok(all)
}

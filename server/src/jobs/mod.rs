//! What is done without anybody asking: once a night, by the office's clock, until the program stops.
//!
//! Nothing depends on it: what the passing of a day makes true is computed when it is read. The job writes down what is
//! already true, and forgets what must not be kept.

pub mod forget;

use crate::http::shutdown::Shutdown;
use chrono::{NaiveDateTime, NaiveTime, TimeDelta};
use registry::{Clock, Registry};
use std::time::Duration;

/// Nobody is in the office then.
const HOUR: u32 = 3;
/// A clock may be set, a machine may sleep: the time is looked at this often.
const LOOK: Duration = Duration::from_mins(10);

/// Works until the shutdown begins. What was due while the program was not running is done at once.
pub async fn nightly(registry: Registry, shutdown: Shutdown) {
    let mut due = registry.clock().local();
    loop {
        if registry.clock().local() >= due {
            if let Err(error) = work(&registry).await {
                // The next night tries again.
                tracing::error!(%error, "the nightly job failed");
            }
            due = next(registry.clock());
        }
        tokio::select! {
            () = shutdown.begun() => return,
            () = tokio::time::sleep(LOOK) => {}
        }
    }
}

async fn work(registry: &Registry) -> registry::Result<()> {
    let lapsed = registry.write_lapses().await?;
    let forgotten = forget::forget(registry).await?;
    tracing::info!(lapses = lapsed.written, ?forgotten, "the nightly job is done");
    Ok(())
}

fn next(clock: &Clock) -> NaiveDateTime {
    following(clock.local())
}

/// The next time it is three o'clock, Asia/Shanghai.
fn following(now: NaiveDateTime) -> NaiveDateTime {
    let hour = NaiveTime::from_hms_opt(HOUR, 0, 0).unwrap_or_default();
    let today = now.date().and_time(hour);
    if today > now { today } else { today + TimeDelta::days(1) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_job_comes_once_a_night() {
        let at = |text: &str| text.parse::<NaiveDateTime>().unwrap();
        assert_eq!(following(at("2026-11-23T02:59:00")), at("2026-11-23T03:00:00"));
        assert_eq!(following(at("2026-11-23T03:00:00")), at("2026-11-24T03:00:00"));
        assert_eq!(following(at("2026-12-31T23:00:00")), at("2027-01-01T03:00:00"));
    }
}

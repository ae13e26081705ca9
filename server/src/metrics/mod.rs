//! Figures of the process for a monitor: counters in memory, written out as Prometheus text. Nothing in them is a path, a
//! code or an address: a request is counted under its class and status.

mod class;
mod process;

pub use class::Class;

use crate::{problem::Word, state::AppState};
use axum::{
    extract::{MatchedPath, Request, State},
    middleware::Next,
    response::Response,
};
use registry::{Error, Registry};
use std::{
    fmt::Write,
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering::Relaxed},
    },
    time::{Duration, Instant},
};

/// Upper bounds of the histogram, in microseconds.
const BOUNDS: [u64; 10] = [500, 1_000, 2_500, 5_000, 10_000, 25_000, 50_000, 100_000, 500_000, 2_000_000];

/// Cloning shares the counters.
#[derive(Clone)]
pub struct Metrics(Arc<Counters>);

struct Counters {
    began: Instant,
    classes: [OfClass; Class::ALL.len()],
    made: AtomicU64,
    /// By the word of the problem, in the order of [`Word::ALL`]; the last is a fault of ours.
    refused: [AtomicU64; Word::ALL.len() + 1],
}

#[derive(Default)]
struct OfClass {
    /// By the first digit of the status.
    statuses: [AtomicU64; 6],
    buckets: [AtomicU64; BOUNDS.len()],
    micros: AtomicU64,
}

impl Default for Metrics {
    fn default() -> Self {
        Self(Arc::new(Counters {
            began: Instant::now(),
            classes: Default::default(),
            made: AtomicU64::default(),
            refused: Default::default(),
        }))
    }
}

/// Counts every answer of the layers further in.
pub async fn count(State(state): State<AppState>, request: Request, next: Next) -> Response {
    let class = Class::of(request.extensions().get::<MatchedPath>().map(MatchedPath::as_str));
    let began = Instant::now();
    let response = next.run(request).await;
    state.metrics.answered(class, response.status().as_u16(), began.elapsed());
    response
}

impl Metrics {
    /// A booking that was made, or why it was refused.
    pub fn booking(&self, refusal: Option<&Error>) {
        let counter = match refusal {
            None => &self.0.made,
            Some(error) => {
                let word = Word::of(error);
                let at = Word::ALL.iter().position(|known| Some(*known) == word);
                &self.0.refused[at.unwrap_or(Word::ALL.len())]
            }
        };
        counter.fetch_add(1, Relaxed);
    }

    fn answered(&self, class: Class, status: u16, took: Duration) {
        let of = &self.0.classes[class as usize];
        of.statuses[usize::from(status / 100).min(5)].fetch_add(1, Relaxed);
        let micros = u64::try_from(took.as_micros()).unwrap_or(u64::MAX);
        of.micros.fetch_add(micros, Relaxed);
        if let Some(at) = BOUNDS.iter().position(|bound| micros <= *bound) {
            of.buckets[at].fetch_add(1, Relaxed);
        }
    }

    /// Prometheus text, with what the office counts itself.
    pub fn text(&self, registry: &Registry) -> String {
        self.written(registry.store().engine(), &registry.tally().outcomes())
    }

    fn written(&self, engine: &str, outcomes: &[(&str, u64)]) -> String {
        let mut text = String::with_capacity(8 * 1024);
        // Writing to a string can't fail.
        let _ = self.write(&mut text, engine, outcomes);
        text
    }

    fn write(&self, text: &mut String, engine: &str, outcomes: &[(&str, u64)]) -> std::fmt::Result {
        writeln!(text, "# TYPE hall_requests_total counter")?;
        for class in Class::ALL {
            let statuses = &self.0.classes[class as usize].statuses;
            for (digit, count) in
                statuses.iter().enumerate().map(|(digit, count)| (digit, count.load(Relaxed)))
            {
                if count > 0 {
                    let class = class.as_str();
                    writeln!(text, "hall_requests_total{{class=\"{class}\",status=\"{digit}xx\"}} {count}")?;
                }
            }
        }
        writeln!(text, "# TYPE hall_request_seconds histogram")?;
        for class in Class::ALL {
            self.0.classes[class as usize].write(text, class.as_str())?;
        }
        writeln!(text, "# TYPE hall_bookings_answered_total counter")?;
        for (outcome, count) in outcomes {
            writeln!(text, "hall_bookings_answered_total{{outcome=\"{outcome}\"}} {count}")?;
        }
        writeln!(text, "# TYPE hall_api_bookings_made_total counter")?;
        writeln!(text, "hall_api_bookings_made_total {}", self.0.made.load(Relaxed))?;
        writeln!(text, "# TYPE hall_api_bookings_refused_total counter")?;
        let words = Word::ALL.iter().map(|word| word.as_str()).chain(["fault"]);
        for (word, count) in words.zip(&self.0.refused) {
            writeln!(text, "hall_api_bookings_refused_total{{problem=\"{word}\"}} {}", count.load(Relaxed))?;
        }
        writeln!(text, "# TYPE hall_store_info gauge\nhall_store_info{{engine=\"{engine}\"}} 1")?;
        writeln!(text, "# TYPE process_uptime_seconds gauge")?;
        writeln!(text, "process_uptime_seconds {:.1}", self.0.began.elapsed().as_secs_f64())?;
        if let Some(bytes) = process::resident_bytes() {
            writeln!(
                text,
                "# TYPE process_resident_memory_bytes gauge\nprocess_resident_memory_bytes {bytes}"
            )?;
        }
        Ok(())
    }
}

impl OfClass {
    fn write(&self, text: &mut String, class: &str) -> std::fmt::Result {
        let all: u64 = self.statuses.iter().map(|count| count.load(Relaxed)).sum();
        if all == 0 {
            return Ok(());
        }
        let mut below = 0;
        for (bound, count) in BOUNDS.iter().zip(&self.buckets) {
            below += count.load(Relaxed);
            let seconds = Duration::from_micros(*bound).as_secs_f64();
            writeln!(text, "hall_request_seconds_bucket{{class=\"{class}\",le=\"{seconds}\"}} {below}")?;
        }
        writeln!(text, "hall_request_seconds_bucket{{class=\"{class}\",le=\"+Inf\"}} {all}")?;
        let sum = Duration::from_micros(self.micros.load(Relaxed)).as_secs_f64();
        writeln!(text, "hall_request_seconds_sum{{class=\"{class}\"}} {sum}")?;
        writeln!(text, "hall_request_seconds_count{{class=\"{class}\"}} {all}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_answered_and_booked_can_be_read_again() {
        let metrics = Metrics::default();
        metrics.answered(Class::Availability, 200, Duration::from_micros(700));
        metrics.answered(Class::Availability, 422, Duration::from_secs(9));
        metrics.booking(None);
        metrics.booking(Some(&Error::NotBookable));
        metrics.booking(Some(&Error::Inconsistent(String::new())));
        let text = metrics.written("sqlite", &[("made", 2), ("slot_full", 3)]);
        for line in [
            "hall_requests_total{class=\"availability\",status=\"2xx\"} 1",
            "hall_requests_total{class=\"availability\",status=\"4xx\"} 1",
            "hall_request_seconds_bucket{class=\"availability\",le=\"0.0005\"} 0",
            "hall_request_seconds_bucket{class=\"availability\",le=\"0.001\"} 1",
            "hall_request_seconds_bucket{class=\"availability\",le=\"+Inf\"} 2",
            "hall_bookings_answered_total{outcome=\"slot_full\"} 3",
            "hall_api_bookings_made_total 1",
            "hall_api_bookings_refused_total{problem=\"not_bookable\"} 1",
            "hall_api_bookings_refused_total{problem=\"fault\"} 1",
            "hall_store_info{engine=\"sqlite\"} 1",
        ] {
            assert!(text.lines().any(|written| written == line), "{line} is missing in\n{text}");
        }
    }
}

//! Many at once: what was sold, refused and left is counted, on each engine and over HTTP.

#![expect(clippy::expect_used, reason = "a race that can't be run has failed")]

mod churn;
mod outcome;
mod over_http;
mod same_person;
mod ten_places;
mod waiting;

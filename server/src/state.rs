//! What every request can reach.

use crate::{
    http::{shutdown::Shutdown, site::Site},
    metrics::Metrics,
    office::Opened,
    settings::Settings,
};
use chrono::TimeDelta;
use papers::Press;
use registry::{Registry, staff::Limiter};
use std::sync::Arc;

/// Cheap to clone: each request has its own.
#[derive(Clone)]
pub struct AppState {
    pub settings: Arc<Settings>,
    /// The office: everything that is decided or remembered.
    pub registry: Registry,
    /// Makes papers.
    pub press: Arc<Press>,
    /// The packed files of the browser's part.
    pub site: Site,
    pub metrics: Metrics,
    /// Wrong manage tokens, by code and address.
    pub wrong_tokens: Arc<Limiter>,
    /// Long answers (live streams, jobs) end when this says so.
    pub shutdown: Shutdown,
}

/// After so many wrong tokens for one code from one address, each further try waits.
const WRONG_TOKENS: u32 = 10;

impl AppState {
    pub fn new(settings: Settings, office: Opened, site: Site, shutdown: Shutdown) -> Self {
        Self {
            settings: Arc::new(settings),
            registry: office.registry,
            press: office.press,
            site,
            metrics: Metrics::default(),
            wrong_tokens: Arc::new(Limiter::new(WRONG_TOKENS, TimeDelta::minutes(10))),
            shutdown,
        }
    }
}

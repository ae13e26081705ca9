//! What every request can reach.

use crate::{
    http::{shutdown::Shutdown, site::Site},
    settings::Settings,
};
use std::sync::Arc;

/// Cheap to clone: each request has its own.
#[derive(Clone)]
pub struct AppState {
    pub settings: Arc<Settings>,
    /// The packed files of the browser's part.
    pub site: Site,
    /// Long answers (live streams, jobs) end when this says so.
    pub shutdown: Shutdown,
}

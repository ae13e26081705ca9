//! `serve`: opens the door and keeps it open until SIGTERM or SIGINT.

use super::{Refused, logs};
use crate::{
    http::{self, door, shutdown, site::Site},
    settings::{RecordSystem, Settings},
    state::AppState,
};
use clap::Args;
use std::{sync::Arc, time::Duration};

/// What is still being answered when the stop comes may finish within this time.
const LAST_ANSWERS: Duration = Duration::from_secs(5);

#[derive(Args)]
pub struct Serve {
    /// Show the hall with invented people: numbers are allocated here instead of by the national system.
    #[arg(long)]
    demo: bool,
}

impl Serve {
    pub fn run(self, mut settings: Settings) -> Result<(), Refused> {
        if self.demo {
            settings.record_system = RecordSystem::Own;
        }
        logs::start(&settings);
        tokio::runtime::Builder::new_multi_thread().enable_all().build()?.block_on(serve(settings))
    }
}

async fn serve(settings: Settings) -> Result<(), Refused> {
    let site = Site::load().map_err(Refused::Because)?;
    let (stop, shutdown) = shutdown::switch();
    let listener = door::open(&settings).await?;
    let address = listener.address();
    let state = AppState { settings: Arc::new(settings), site, shutdown: shutdown.clone() };
    let router = http::router(&state);

    tokio::spawn(async move {
        shutdown::asked().await;
        tracing::info!("stopping: no new connections, the last answers are sent");
        stop.throw();
    });
    tracing::info!("listening on {address}");
    tokio::select! {
        served = door::serve(listener, router, shutdown.clone()) => served?,
        () = async { shutdown.begun().await; tokio::time::sleep(LAST_ANSWERS).await } => {
            tracing::warn!("stopped with connections still open");
        }
    }
    Ok(())
}

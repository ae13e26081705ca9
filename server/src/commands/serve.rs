//! `serve`: opens the door and keeps it open until SIGTERM or SIGINT.

use super::{Refused, logs};
use crate::{
    demo,
    http::{self, door, shutdown, site::Site},
    jobs,
    office::{self, Purpose},
    settings::Settings,
    state::AppState,
};
use clap::Args;
use std::time::Duration;

/// What is still being answered when the stop comes may finish within this time.
const LAST_ANSWERS: Duration = Duration::from_secs(5);

#[derive(Args)]
pub struct Serve {
    /// Show the hall with invented people: numbers are allocated here instead of by the national system.
    #[arg(long)]
    demo: bool,
}

impl Serve {
    pub fn run(self, settings: Settings) -> Result<(), Refused> {
        logs::start(&settings);
        let purpose = if self.demo { Purpose::Demo } else { Purpose::Serve };
        tokio::runtime::Builder::new_multi_thread().enable_all().build()?.block_on(serve(settings, purpose))
    }
}

async fn serve(mut settings: Settings, purpose: Purpose) -> Result<(), Refused> {
    let site = Site::load().map_err(Refused::Because)?;
    let office = office::open(&settings, purpose).await?;
    if purpose == Purpose::Demo {
        demo::fill(&office).await?;
        eprintln!("demo sign-ins (login, password):\n{}", demo::sign_ins());
    }
    office.tell_of_fonts();
    let (stop, shutdown) = shutdown::switch();
    let listener = door::open(&settings).await?;
    let address = listener.address();
    // The port may have been left to the system; QR codes must name the real one.
    settings.listen = listener.bound;
    let night = tokio::spawn(jobs::nightly(office.registry.clone(), shutdown.clone()));
    let state = AppState::new(settings, office, site, shutdown.clone());
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
    // It stops by itself between two writes.
    let _ = night.await;
    Ok(())
}

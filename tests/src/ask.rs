//! A plain HTTP client for tests of the door: sends exactly the bytes it is told, so it can also send wrong ones.

use crate::{Trouble, hall::Hall};
use std::{
    io::{Read, Write},
    net::TcpStream,
    time::Duration,
};

pub struct Answer {
    pub status: u16,
    /// Names in lower case.
    pub headers: Vec<(String, String)>,
    pub body: Vec<u8>,
}

impl Answer {
    /// The value of the first header of that name, empty where there is none.
    pub fn header(&self, name: &str) -> &str {
        self.headers.iter().find(|(known, _)| known == name).map_or("", |(_, value)| value)
    }

    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }

    /// Reads an answer that ends with the connection.
    pub fn read(bytes: &[u8]) -> Result<Self, Trouble> {
        let end = bytes.windows(4).position(|four| four == b"\r\n\r\n").ok_or("no head in the answer")?;
        let head = std::str::from_utf8(&bytes[..end])?;
        let mut lines = head.split("\r\n");
        let status = lines.next().and_then(|line| line.split(' ').nth(1)).ok_or("no status")?.parse()?;
        let headers: Vec<(String, String)> = lines
            .filter_map(|line| line.split_once(':'))
            .map(|(name, value)| (name.to_ascii_lowercase(), value.trim().to_owned()))
            .collect();
        let chunked = headers.iter().any(|(name, value)| name == "transfer-encoding" && value == "chunked");
        let body = &bytes[end + 4..];
        let body = if chunked { join_chunks(body)? } else { body.to_vec() };
        Ok(Self { status, headers, body })
    }
}

/// `GET path`.
pub fn get(hall: &Hall, path: &str) -> Result<Answer, Trouble> {
    ask(hall, &format!("GET {path} HTTP/1.1\r\n"), b"")
}

/// Sends `head` (request line and headers, each ending in CR LF), the headers that every request needs, `body`.
pub fn ask(hall: &Hall, head: &str, body: &[u8]) -> Result<Answer, Trouble> {
    let host = hall.address.trim_start_matches("http://");
    let mut stream = TcpStream::connect(host)?;
    stream.set_read_timeout(Some(Duration::from_secs(30)))?;
    stream.write_all(format!("{head}Host: {host}\r\nConnection: close\r\n\r\n").as_bytes())?;
    // The server may answer and close before it has read a body that is too large.
    let _ = stream.write_all(body);
    let mut bytes = Vec::new();
    match stream.read_to_end(&mut bytes) {
        Err(why) if bytes.is_empty() => return Err(why.into()),
        _ => {}
    }
    Answer::read(&bytes)
}

fn join_chunks(mut rest: &[u8]) -> Result<Vec<u8>, Trouble> {
    let mut body = Vec::new();
    loop {
        let end = rest.windows(2).position(|two| two == b"\r\n").ok_or("a chunk without its length")?;
        let length = usize::from_str_radix(std::str::from_utf8(&rest[..end])?, 16)?;
        let chunk = rest.get(end + 2..end + 2 + length).ok_or("a chunk is cut off")?;
        if length == 0 {
            return Ok(body);
        }
        body.extend_from_slice(chunk);
        rest = rest.get(end + 4 + length..).ok_or("a chunk is cut off")?;
    }
}

//! Prints what a booking slip costs: milliseconds and kilobytes, and the memory before and after the first.

#![expect(clippy::print_stdout, reason = "a measurement is printed for whoever runs it")]

use std::time::Instant;

use chrono::{NaiveDate, NaiveDateTime, NaiveTime};
use papers::{BookingSlip, Fonts, Imprint, Lang, Office, Press};

const ROUNDS: u32 = 200;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let press = Press::new(Fonts::default());
    println!("before the first paper   {}", memory());
    let start = Instant::now();
    press.fonts().check()?;
    println!("check at start-up        {:.1} ms, {}", milliseconds(start), memory());
    let start = Instant::now();
    let first = press.booking_slip(&slip("48210637")?)?;
    println!(
        "the first slip           {:.1} ms, {} bytes, {}",
        milliseconds(start),
        first.pdf.len(),
        memory()
    );
    let start = Instant::now();
    for round in 0..ROUNDS {
        press.booking_slip(&slip(&format!("{:08}", 10_000_000 + round * 7919))?)?;
    }
    let each = milliseconds(start) / f64::from(ROUNDS);
    println!("each of {ROUNDS} more         {each:.2} ms, {}", memory());
    let start = Instant::now();
    std::thread::scope(|scope| {
        for _ in 0..4 {
            scope.spawn(|| {
                (0..ROUNDS).all(|_| slip("48210637").is_ok_and(|s| press.booking_slip(&s).is_ok()))
            });
        }
    });
    println!(
        "four threads at once     {:.2} ms each, {}",
        milliseconds(start) / f64::from(4 * ROUNDS),
        memory()
    );
    Ok(())
}

fn slip(code: &str) -> Result<BookingSlip, Box<dyn std::error::Error>> {
    Ok(BookingSlip {
        office: Office {
            name: "商河县婚姻登记处".into(),
            phone: "0531-8000 0126".into(),
            hours: "工作日 8:30–17:00".into(),
            address: "商河县明辉路26号，县民政局一楼东厅。".into(),
            transport: "公交2路、5路“民政局”站。".into(),
        },
        imprint: Imprint {
            printed_at: "2026-01-26T09:18:00".parse::<NaiveDateTime>()?,
            reprint: None,
            specimen: false,
        },
        lang: Lang::Zh,
        date: "2026-02-10".parse::<NaiveDate>()?,
        start: "10:30:00".parse::<NaiveTime>()?,
        end: "11:00:00".parse::<NaiveTime>()?,
        code: code.into(),
        qr: format!("https://hunyin.example.gov.cn/b/{code}?t=5mJx0cQnT3yZkW8uVbLq2g"),
    })
}

fn milliseconds(since: Instant) -> f64 {
    since.elapsed().as_secs_f64() * 1000.0
}

/// Resident memory, of which what the process itself allocated; the rest is mapped files.
fn memory() -> String {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let field = |name: &str| {
        let line = status.lines().find(|line| line.starts_with(name)).unwrap_or_default();
        line.split_whitespace().nth(1).and_then(|kb| kb.parse::<u64>().ok()).unwrap_or(0) / 1024
    };
    format!("{} MB resident ({} MB own, {} MB mapped)", field("VmRSS:"), field("RssAnon:"), field("RssFile:"))
}

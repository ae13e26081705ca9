//! The invented story of the comps: booked on 26 January 2026 for 10 February.

use chrono::{NaiveDate, NaiveDateTime, NaiveTime};
use papers::{BookingSlip, Imprint, Lang, Office};

pub fn office() -> Office {
    Office {
        name: "商河县婚姻登记处".into(),
        phone: "0531-8000 0126".into(),
        hours: "工作日 8:30–17:00".into(),
        address: "商河县明辉路26号，县民政局一楼东厅。".into(),
        transport: "公交2路、5路“民政局”站。".into(),
    }
}

pub fn imprint() -> Imprint {
    Imprint { printed_at: moment("2026-01-26T09:18:00"), reprint: None, specimen: false }
}

pub fn booking_slip() -> BookingSlip {
    BookingSlip {
        office: office(),
        imprint: imprint(),
        lang: Lang::Zh,
        date: date("2026-02-10"),
        start: time("10:30"),
        end: time("11:00"),
        code: "48210637".into(),
        qr: "https://hunyin.example.gov.cn/b/48210637".into(),
    }
}

pub fn date(text: &str) -> NaiveDate {
    text.parse().expect("a date")
}

pub fn moment(text: &str) -> NaiveDateTime {
    text.parse().expect("a moment")
}

fn time(text: &str) -> NaiveTime {
    NaiveTime::parse_from_str(text, "%H:%M").expect("a time")
}

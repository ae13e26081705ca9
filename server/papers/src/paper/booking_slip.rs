//! 预约凭条: what a couple takes home, the same sheet for every service so that it tells nobody which.

use chrono::{Datelike, NaiveDate, NaiveTime};

use super::{Imprint, Lang, Office};
use crate::ground::canvas::Canvas;
use crate::ground::faces::Face;
use crate::ground::sheet::{self, HEADING, LEFT, SMALL, TEXT, WIDTH};
use crate::ground::text::{self, Style};
use crate::ground::{dates, qr, rows};
use crate::press::{PaperError, Press, Printed};

/// A kept time. It holds no name and no service on purpose.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BookingSlip {
    pub office: Office,
    pub imprint: Imprint,
    pub lang: Lang,
    pub date: NaiveDate,
    pub start: NaiveTime,
    pub end: NaiveTime,
    /// Eight digits, printed in two groups of four; anything else is printed as it is.
    pub code: String,
    /// What the QR code says: an address for managing the booking.
    pub qr: String,
}

const DATE: Style = Style::new(Face::SerifBold, 34.5, 14.0);
const WHEN: Style = Style::new(Face::SerifBold, 18.0, 8.0);
const CODE: Style = Style::new(Face::SansBold, 28.5, 12.0).tracked(0.04);
const LABEL_WIDTH: f32 = 29.6;
const QR_SIZE: f32 = 48.2;

impl Press {
    /// # Errors
    /// A missing main font; a payload too long for a QR code.
    pub fn booking_slip(&self, slip: &BookingSlip) -> Result<Printed, PaperError> {
        let words = words(slip.lang);
        let mut canvas = self.canvas()?;
        if slip.imprint.specimen {
            sheet::specimen(&mut canvas);
        }
        sheet::head(&mut canvas, &slip.office);
        sheet::title(&mut canvas, words.title);
        time_box(&mut canvas, slip, &words)?;
        sheet::stressed(&mut canvas, 145.8, words.only_time);
        canvas.text(LEFT, 168.9, words.coming, HEADING);
        table(&mut canvas, slip, &words);
        sheet::foot(&mut canvas, &slip.imprint, slip.lang, words.help);
        self.finish(canvas, words.title, slip.lang, &slip.imprint)
    }
}

/// Date, time and code at the left, the QR code at the right.
fn time_box(canvas: &mut Canvas, slip: &BookingSlip, words: &Words) -> Result<(), PaperError> {
    let x = LEFT + 9.8;
    canvas.frame(LEFT, 63.8, WIDTH, 74.6, 0.75);
    let this_year = slip.imprint.printed_at.year();
    let date = text::fit(canvas.fonts, &dates::day(slip.date, this_year, slip.lang), DATE, 90.0, 14.0, 0.5);
    canvas.block(x, 87.8, &date);
    let (day, times) = (dates::weekday(slip.date, slip.lang), dates::times(slip.start, slip.end));
    let when = match slip.lang {
        Lang::Zh => format!("{day}　{times} 到"),
        Lang::En => format!("{day}  {times}"),
    };
    canvas.text(x, 98.7, &when, WHEN);
    canvas.text(x, 113.8, words.code, SMALL);
    canvas.text(x, 125.4, &grouped(&slip.code), CODE);
    qr::draw(canvas, 127.8, 75.9, QR_SIZE, &slip.qr)
}

fn table(canvas: &mut Canvas, slip: &BookingSlip, words: &Words) {
    let place = [slip.office.address.as_str(), slip.office.transport.as_str()]
        .into_iter()
        .filter(|line| !line.is_empty())
        .collect::<Vec<_>>()
        .join("\n");
    let rows: Vec<_> = words
        .rows
        .into_iter()
        .chain([(words.place, place.as_str())])
        .map(|(label, text)| [(label.to_owned(), TEXT), (text.to_owned(), TEXT)])
        .collect();
    rows::draw(canvas, 172.5, [LABEL_WIDTH, WIDTH - LABEL_WIDTH], &rows);
}

fn grouped(code: &str) -> String {
    if code.len() == 8 && code.is_ascii() {
        format!("{} {}", &code[..4], &code[4..])
    } else {
        code.to_owned()
    }
}

/// The slip's sentences, the same for every service.
struct Words {
    title: &'static str,
    code: &'static str,
    only_time: &'static str,
    coming: &'static str,
    rows: [(&'static str, &'static str); 4],
    place: &'static str,
    help: &'static str,
}

fn words(lang: Lang) -> Words {
    match lang {
        Lang::Zh => Words {
            title: "预约凭条",
            code: "预约号",
            only_time: "预约只是留好时间，能不能登记以窗口当面审查为准。",
            coming: "来的时候",
            rows: [
                ("到了以后", "触摸屏上选“我有预约，签到”，刷身份证、扫码或输预约号。"),
                ("带什么", "身份证原件，在有效期内。其他材料看预约时的提示，或打电话问。"),
                ("来晚了", "改排现场号，不作废。"),
                ("改期、取消", "用手机扫上面的码，或打电话。"),
            ],
            place: "在哪里",
            help: "需要帮忙，按触摸屏“请人帮忙”，或问咨询台",
        },
        Lang::En => Words {
            title: "Booking slip",
            code: "Booking code",
            only_time: "A booking keeps your time. Whether you can register is decided at the counter.",
            coming: "When you come",
            rows: [
                ("On arrival", "Touch \"I have a booking\", then use ID card, QR code or booking code."),
                ("Bring", "Your original ID card, still valid. Other papers: see your booking."),
                ("If late", "You join the walk-in queue; the booking is not lost."),
                ("To change", "Scan the code above with your phone, or call us; you can also cancel."),
            ],
            place: "Where",
            help: "For help touch \"Help\" on the screen, or ask at the desk",
        },
    }
}

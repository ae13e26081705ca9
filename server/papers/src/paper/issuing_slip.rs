//! 发证凭条: the register entry in the couple's hands, with the code by which anyone can check it.

use chrono::{Datelike, NaiveDate};

use super::{Imprint, Lang, Office};
use crate::ground::canvas::{Align, Canvas};
use crate::ground::faces::Face;
use crate::ground::sheet::{self, LEFT, SMALL, TEXT, VALUE, WIDTH};
use crate::ground::text::{self, Style};
use crate::ground::{dates, qr, rows};
use crate::press::{PaperError, Press, Printed};

/// What the register holds about a marriage just registered. No ornament: the lattice is for invitations.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IssuingSlip {
    pub office: Office,
    pub imprint: Imprint,
    /// 「J370126-2026-000123」
    pub certificate_no: String,
    pub names: [String; 2],
    pub registered_on: NaiveDate,
    /// The numbers printed on the two booklets, in the order of the names.
    pub booklets: [String; 2],
    pub issued_by: String,
    pub qr: String,
}

const TITLE: &str = "发证凭条";
const WISH: &str = "祝两位百年好合";
const DATE: Style = Style::new(Face::SerifBold, 27.0, 12.0);
const DAY: Style = Style::new(Face::SerifBold, 18.0, 8.0);
const NUMBER: Style = Style::new(Face::SansBold, 19.0, 9.0);
const BLESSING: Style = Style::new(Face::SerifBold, 22.0, 11.0).tracked(0.16);
const QR_SIZE: f32 = 46.0;

impl Press {
    /// # Errors
    /// A missing main font; a payload too long for a QR code.
    pub fn issuing_slip(&self, slip: &IssuingSlip) -> Result<Printed, PaperError> {
        let mut canvas = self.canvas()?;
        if slip.imprint.specimen {
            sheet::specimen(&mut canvas);
        }
        sheet::head(&mut canvas, &slip.office);
        sheet::title(&mut canvas, TITLE);
        entry_box(&mut canvas, slip)?;
        let bottom = rows::draw(&mut canvas, 142.0, [36.0, WIDTH - 36.0], &entries(slip));
        let wish = text::lay(canvas.fonts, WISH, BLESSING, WIDTH);
        let top = sheet::room(&mut canvas, bottom + 6.0, 16.0);
        canvas.block_lines(LEFT, top + 11.0, &wish, Align::Centre, WIDTH);
        sheet::foot(&mut canvas, &slip.imprint, Lang::Zh, "这张凭条只用来查验，不代替结婚证");
        self.finish(canvas, TITLE, Lang::Zh, &slip.imprint)
    }
}

/// Day and certificate number at the left, the code at the right.
fn entry_box(canvas: &mut Canvas, slip: &IssuingSlip) -> Result<(), PaperError> {
    let x = LEFT + 9.8;
    canvas.frame(LEFT, 63.8, WIDTH, 70.0, 0.75);
    canvas.text(x, 79.0, "登记日期", SMALL);
    canvas.text(x, 91.0, &dates::full(slip.registered_on), DATE);
    canvas.text(x, 101.0, dates::weekday(slip.registered_on, Lang::Zh), DAY);
    canvas.text(x, 115.0, "结婚证字号", SMALL);
    let number = text::fit(canvas.fonts, &slip.certificate_no, NUMBER, 88.0, NUMBER.leading, 0.6);
    canvas.block(x, 124.2, &number);
    qr::draw(canvas, 130.0, 63.8 + (70.0 - QR_SIZE) / 2.0, QR_SIZE, &slip.qr)
}

fn entries(slip: &IssuingSlip) -> Vec<[(String, Style); 2]> {
    let [first, second] = &slip.names;
    let [one, two] = &slip.booklets;
    let issued = dates::day(slip.registered_on, slip.imprint.printed_at.year(), Lang::Zh);
    [
        ("第一位", first.clone()),
        ("第二位", second.clone()),
        ("证件印制号", format!("{one}\n{two}")),
        ("登记机关", slip.office.name.clone()),
        ("发证", format!("{}　{issued} {}", slip.issued_by, dates::weekday(slip.registered_on, Lang::Zh))),
    ]
    .into_iter()
    .map(|(label, words)| [(label.to_owned(), TEXT), (words, VALUE)])
    .collect()
}

//! 补领发证凭条: the register entry of a reissue in the applicant's hands, with the code by which anyone can check whether
//! it still stands. It wishes nobody anything.

use chrono::{Datelike, NaiveDate};

use super::{Imprint, Lang, Office};
use crate::ground::canvas::Canvas;
use crate::ground::faces::Face;
use crate::ground::sheet::{self, LEFT, SMALL, TEXT, VALUE, WIDTH};
use crate::ground::text::{self, Style};
use crate::ground::{dates, qr, rows};
use crate::press::{PaperError, Press, Printed};

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReissueSlip {
    pub office: Office,
    pub imprint: Imprint,
    /// 「BJ370126-2026-000007」
    pub certificate_no: String,
    /// 结婚证, 离婚证
    pub certificate: String,
    /// Whose certificate it is: both of a couple, or the one.
    pub names: Vec<String>,
    /// 登记日期 on the certificate: the original one.
    pub registered_on: NaiveDate,
    pub reissued_on: NaiveDate,
    /// The number of the certificate that is replaced; empty where it isn't known.
    pub replaces: String,
    pub booklets: Vec<String>,
    /// To whom they were handed.
    pub handed_to: String,
    pub issued_by: String,
    pub qr: String,
}

const TITLE: &str = "补领发证凭条";
const DATE: Style = Style::new(Face::SerifBold, 27.0, 12.0);
const DAY: Style = Style::new(Face::SerifBold, 18.0, 8.0);
const NUMBER: Style = Style::new(Face::SansBold, 19.0, 9.0);
const QR_SIZE: f32 = 46.0;

impl Press {
    /// # Errors
    /// A missing main font; a payload too long for a QR code.
    pub fn reissue_slip(&self, slip: &ReissueSlip) -> Result<Printed, PaperError> {
        let mut canvas = self.canvas()?;
        if slip.imprint.specimen {
            sheet::specimen(&mut canvas);
        }
        sheet::head(&mut canvas, &slip.office);
        sheet::title(&mut canvas, TITLE);
        entry_box(&mut canvas, slip)?;
        rows::draw(&mut canvas, 142.0, [36.0, WIDTH - 36.0], &entries(slip));
        sheet::foot(&mut canvas, &slip.imprint, Lang::Zh, "这张凭条只用来查验，不代替证件");
        self.finish(canvas, TITLE, Lang::Zh, &slip.imprint)
    }
}

/// Day of reissue and new number at the left, the code at the right.
fn entry_box(canvas: &mut Canvas, slip: &ReissueSlip) -> Result<(), PaperError> {
    let x = LEFT + 9.8;
    canvas.frame(LEFT, 63.8, WIDTH, 70.0, 0.75);
    canvas.text(x, 79.0, "补发日期", SMALL);
    canvas.text(x, 91.0, &dates::full(slip.reissued_on), DATE);
    canvas.text(x, 101.0, dates::weekday(slip.reissued_on, Lang::Zh), DAY);
    canvas.text(x, 115.0, "补发字号", SMALL);
    let number = text::fit(canvas.fonts, &slip.certificate_no, NUMBER, 88.0, NUMBER.leading, 0.6);
    canvas.block(x, 124.2, &number);
    qr::draw(canvas, 130.0, 63.8 + (70.0 - QR_SIZE) / 2.0, QR_SIZE, &slip.qr)
}

fn entries(slip: &ReissueSlip) -> Vec<[(String, Style); 2]> {
    let issued = dates::day(slip.reissued_on, slip.imprint.printed_at.year(), Lang::Zh);
    let mut entries = vec![("证件", slip.certificate.clone()), ("持证人", slip.names.join("、"))];
    entries.push(("登记日期", format!("{}（原登记）", dates::full(slip.registered_on))));
    if !slip.replaces.is_empty() {
        entries.push(("代替", slip.replaces.clone()));
    }
    entries.extend([
        ("证件印制号", slip.booklets.join("\n")),
        ("交给", slip.handed_to.clone()),
        ("补发机关", slip.office.name.clone()),
        ("发证", format!("{}　{issued} {}", slip.issued_by, dates::weekday(slip.reissued_on, Lang::Zh))),
    ]);
    entries.into_iter().map(|(label, words)| [(label.to_owned(), TEXT), (words, VALUE)]).collect()
}

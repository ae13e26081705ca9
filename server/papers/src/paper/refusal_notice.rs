//! 不予办理结婚登记告知书: why not, under which article, where to object, and what would work.

use chrono::NaiveDate;

use super::{Imprint, Lang};
use crate::ground::canvas::{Align, Canvas};
use crate::ground::faces::Face;
use crate::ground::sheet::{self, LEFT, MARGIN, WIDTH};
use crate::ground::table::{Cell, Table};
use crate::ground::text::{self, Style};
use crate::ground::{dates, statutory};
use crate::press::{PaperError, Press, Printed};

/// A refusal. 婚姻登记条例 art. 10 asks that the reason be told; art. 9 closes the list of grounds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RefusalNotice {
    /// The full name that stands under the paper: 「商河县民政局」.
    pub office: String,
    pub imprint: Imprint,
    /// The notice's own number, where the office keeps one.
    pub number: Option<String>,
    pub parties: Vec<RefusedParty>,
    /// The day of the application.
    pub applied_on: NaiveDate,
    /// What was found, a clause without full stop: 「李四出生于2005年3月1日，申请时未满二十二周岁」.
    pub facts: String,
    /// The ground in the law's words: 「未到法定结婚年龄」.
    pub ground: String,
    /// 「《婚姻登记条例》第九条第（一）项」
    pub article: String,
    pub remedies: Remedies,
    /// What would work and when, a whole sentence: a refusal ends with it. Empty where nothing would.
    pub what_would_work: String,
    pub date: NaiveDate,
    pub qr: Option<String>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RefusedParty {
    pub name: String,
    /// 「居民身份证」
    pub id_kind: String,
    /// Masked or whole, as the caller decides.
    pub id_number: String,
}

/// Where one may object (行政复议法 art. 20: sixty days; 行政诉讼法 art. 46: six months).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Remedies {
    /// 「商河县人民政府」
    pub review_body: String,
    pub court: String,
}

const TITLE: &str = "不予办理结婚登记告知书";
pub(super) const NAME: Style = Style::new(Face::SerifBold, 22.0, 10.0).tracked(0.04);
pub(super) const BODY: Style = Style::new(Face::Sans, 13.0, 8.6).prose();
pub(super) const NUMBER: Style = Style::new(Face::Sans, 11.0, 6.0);

impl Press {
    /// # Errors
    /// A missing main font; a payload too long for a QR code.
    pub fn refusal_notice(&self, notice: &RefusalNotice) -> Result<Printed, PaperError> {
        let mut canvas = self.canvas()?;
        if notice.imprint.specimen {
            sheet::specimen(&mut canvas);
        }
        let name = text::lay(canvas.fonts, TITLE, NAME, WIDTH);
        canvas.block_lines(LEFT, MARGIN + 16.0, &name, Align::Centre, WIDTH);
        let mut y = MARGIN + 25.0;
        if let Some(number) = &notice.number {
            let number = text::lay(canvas.fonts, number, NUMBER, WIDTH);
            canvas.block_lines(LEFT, y, &number, Align::Right, WIDTH);
        }
        y = parties(&mut canvas, &notice.parties, y + 4.0) + 11.0;
        for paragraph in paragraphs(notice) {
            y = sheet::room(&mut canvas, y, 3.0 * BODY.leading);
            y = canvas.paragraph(LEFT, y, WIDTH, &format!("　　{paragraph}"), BODY) + 1.6;
        }
        let signed = Signed { office: &notice.office, date: notice.date, qr: notice.qr.as_deref() };
        close(&mut canvas, &signed, y)?;
        sheet::foot(&mut canvas, &notice.imprint, Lang::Zh, "一式两份，一份交当事人，一份存档");
        self.finish(canvas, TITLE, Lang::Zh, &notice.imprint)
    }
}

pub(super) fn parties(canvas: &mut Canvas, parties: &[RefusedParty], top: f32) -> f32 {
    let mut table = Table::new([26.0, 60.0, 26.0, WIDTH - 112.0]);
    for party in parties {
        table.row(
            10.0,
            [
                Cell::new("当事人", statutory::LABEL).centred(),
                Cell::new(&party.name, statutory::ENTRY),
                Cell::new(&party.id_kind, statutory::LABEL).centred(),
                Cell::new(&party.id_number, statutory::ENTRY),
            ],
        );
    }
    table.draw(canvas, top)
}

fn paragraphs(notice: &RefusalNotice) -> Vec<String> {
    let RefusalNotice { facts, ground, article, remedies, .. } = notice;
    let day = dates::full(notice.applied_on);
    let mut paragraphs = vec![
        format!(
            "两位于{day}向本机关申请结婚登记。经审查，{facts}，属于{article}规定的“{ground}”的情形。本机关依法不予办理结婚登记。"
        ),
        format!(
            "对此不服的，可以自收到本告知书之日起六十日内向{}申请行政复议，也可以自收到本告知书之日起六个月内向{}提起行政诉讼。",
            remedies.review_body, remedies.court
        ),
    ];
    if !notice.what_would_work.is_empty() {
        paragraphs.push(notice.what_would_work.clone());
    }
    paragraphs
}

/// Who issues a notice, when, and by which code it is checked.
pub(super) struct Signed<'a> {
    pub(super) office: &'a str,
    pub(super) date: NaiveDate,
    pub(super) qr: Option<&'a str>,
}

/// Office and day for the seal, and a place where the parties sign that they have received it.
pub(super) fn close(canvas: &mut Canvas, signed: &Signed, y: f32) -> Result<(), PaperError> {
    let top = sheet::room(canvas, y + 6.0, 78.0);
    if let Some(payload) = signed.qr {
        sheet::small_code(canvas, top, payload, "扫码查验这份告知书")?;
    }
    let lines = [signed.office.to_owned(), "（盖章）".to_owned(), dates::full(signed.date)];
    sheet::signature(canvas, top, &lines);
    let mut table = Table::new([26.0, (WIDTH - 26.0) / 2.0, (WIDTH - 26.0) / 2.0]);
    let sign = || Cell::new("签名：", statutory::LABEL).at_top().foot("年　　月　　日");
    table.row(26.0, [Cell::new("当事人签收", statutory::LABEL).centred(), sign(), sign()]);
    table.draw(canvas, top + 44.0);
    Ok(())
}

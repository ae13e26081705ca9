//! 不予受理离婚登记申请告知书 and 不予办理离婚登记告知书: why not, under which article, where to object, what would work.

use chrono::NaiveDate;

use super::refusal_notice::{BODY, NAME, NUMBER, Signed, close, parties};
use super::{Imprint, Lang, RefusedParty, Remedies};
use crate::ground::canvas::Align;
use crate::ground::dates;
use crate::ground::sheet::{self, LEFT, MARGIN, WIDTH};
use crate::ground::text;
use crate::press::{PaperError, Press, Printed};

/// Which of the two decisions.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DivorceNoticeKind {
    /// The application wasn't accepted.
    NotAccepted,
    /// It was accepted, and the divorce isn't registered (now).
    Refused,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DivorceNotice {
    pub kind: DivorceNoticeKind,
    /// 「商河县民政局」
    pub office: String,
    pub imprint: Imprint,
    pub number: Option<String>,
    pub parties: Vec<RefusedParty>,
    /// The day on which they came for it.
    pub came_on: NaiveDate,
    /// What was found, a clause without full stop; empty where the ground says it all.
    pub facts: String,
    pub ground: String,
    pub article: String,
    pub remedies: Remedies,
    /// What would work and when, a whole sentence.
    pub what_would_work: String,
    pub date: NaiveDate,
    /// The same answer before and after any event.
    pub qr: Option<String>,
}

impl Press {
    /// # Errors
    /// A missing main font; a payload too long for a QR code.
    pub fn divorce_notice(&self, notice: &DivorceNotice) -> Result<Printed, PaperError> {
        let mut canvas = self.canvas()?;
        if notice.imprint.specimen {
            sheet::specimen(&mut canvas);
        }
        let title = match notice.kind {
            DivorceNoticeKind::NotAccepted => "不予受理离婚登记申请告知书",
            DivorceNoticeKind::Refused => "不予办理离婚登记告知书",
        };
        let name = text::lay(canvas.fonts, title, NAME, WIDTH);
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
        self.finish(canvas, "告知单", Lang::Zh, &notice.imprint)
    }
}

fn paragraphs(notice: &DivorceNotice) -> Vec<String> {
    let DivorceNotice { facts, ground, article, remedies, .. } = notice;
    let day = dates::full(notice.came_on);
    let (asked, decided) = match notice.kind {
        DivorceNoticeKind::NotAccepted => ("提出离婚登记申请", "不予受理离婚登记申请"),
        DivorceNoticeKind::Refused => ("申请发给离婚证", "不予办理离婚登记"),
    };
    let found = if facts.is_empty() { String::new() } else { format!("{facts}，") };
    let mut paragraphs = vec![
        format!(
            "您于{day}向本机关{asked}。经审查，{found}属于“{ground}”的情形，依照{article}的规定，本机关{decided}。"
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

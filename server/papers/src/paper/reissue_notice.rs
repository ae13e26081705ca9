//! 不予补发婚姻登记证告知书: why not, under which article, where to object, and what would work.

use chrono::NaiveDate;

use super::refusal_notice::{BODY, NAME, NUMBER, Signed, close, parties};
use super::{Imprint, Lang, RefusedParty, Remedies};
use crate::ground::canvas::Align;
use crate::ground::dates;
use crate::ground::sheet::{self, LEFT, MARGIN, WIDTH};
use crate::ground::text;
use crate::press::{PaperError, Press, Printed};

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReissueNotice {
    /// 「商河县民政局」
    pub office: String,
    pub imprint: Imprint,
    pub number: Option<String>,
    /// Those who asked.
    pub parties: Vec<RefusedParty>,
    /// The day of the request.
    pub applied_on: NaiveDate,
    /// 结婚证, 离婚证
    pub certificate: String,
    /// The ground, a clause without full stop.
    pub ground: String,
    pub article: String,
    pub remedies: Remedies,
    /// What would work and when, a whole sentence.
    pub what_would_work: String,
    pub date: NaiveDate,
    pub qr: Option<String>,
}

const TITLE: &str = "不予补发婚姻登记证告知书";

impl Press {
    /// # Errors
    /// A missing main font; a payload too long for a QR code.
    pub fn reissue_notice(&self, notice: &ReissueNotice) -> Result<Printed, PaperError> {
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
        self.finish(canvas, "告知单", Lang::Zh, &notice.imprint)
    }
}

fn paragraphs(notice: &ReissueNotice) -> Vec<String> {
    let ReissueNotice { certificate, ground, article, remedies, .. } = notice;
    let day = dates::full(notice.applied_on);
    let mut paragraphs = vec![
        format!(
            "您于{day}向本机关申请补领{certificate}。经审查，{ground}。依照{article}的规定，本机关不予补发{certificate}。"
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

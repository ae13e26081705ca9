//! 一次性告知单: everything that is still missing, told once; not a refusal.

use chrono::{Datelike, NaiveDate};

use super::{Imprint, Lang, Office};
use crate::ground::canvas::Canvas;
use crate::ground::sheet::{self, HEADING, LEFT, STRONG, TEXT, WIDTH};
use crate::ground::{dates, rows};
use crate::press::{PaperError, Press, Printed};

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MissingPapersNotice {
    pub office: Office,
    pub imprint: Imprint,
    /// Names as given, in the order of the case.
    pub people: Vec<String>,
    /// What they came for, as the caller wants it named: 「结婚登记」.
    pub matter: String,
    pub missing: Vec<MissingPaper>,
    /// Where the law sets a last day.
    pub deadline: Option<Deadline>,
    pub officer: String,
    pub date: NaiveDate,
    pub qr: Option<String>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MissingPaper {
    /// 「有效的居民身份证」
    pub what: String,
    /// What would do instead, if anything.
    pub instead: Option<String>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Deadline {
    /// The last day on which it still works.
    pub date: NaiveDate,
    /// What ends that day, with the article: 「过了这天申请自动终止（婚姻登记条例第十六条）」.
    pub why: String,
}

const TITLE: &str = "一次性告知单";

impl Press {
    /// # Errors
    /// A missing main font; a payload too long for a QR code.
    pub fn missing_papers_notice(&self, notice: &MissingPapersNotice) -> Result<Printed, PaperError> {
        let mut canvas = self.canvas()?;
        if notice.imprint.specimen {
            sheet::specimen(&mut canvas);
        }
        sheet::head(&mut canvas, &notice.office);
        sheet::title(&mut canvas, TITLE);
        let mut y = canvas.paragraph(LEFT, 70.0, WIDTH, &format!("{}：", notice.people.join("、")), STRONG);
        y = canvas.paragraph(LEFT, y + 1.5, WIDTH, &opening(notice), TEXT);
        canvas.text(LEFT, y + 9.0, "还缺什么", HEADING);
        y = rows::draw(&mut canvas, y + 12.6, [10.0, 78.0, WIDTH - 88.0], &listed(&notice.missing));
        if let Some(deadline) = &notice.deadline {
            y = sheet::room(&mut canvas, y + 8.0, 20.0);
            y = sheet::stressed(&mut canvas, y, &last_day(deadline, notice.imprint.printed_at.year()));
        }
        y = canvas.paragraph(
            LEFT,
            y + 13.0,
            WIDTH,
            "这张单子不是不予办理的决定。材料带齐，随时可以接着办。",
            TEXT,
        );
        close(&mut canvas, notice, y)?;
        sheet::foot(&mut canvas, &notice.imprint, Lang::Zh, &notice.office.address);
        self.finish(canvas, TITLE, Lang::Zh, &notice.imprint)
    }
}

fn opening(notice: &MissingPapersNotice) -> String {
    let number = match notice.missing.len() {
        1 => "一样".to_owned(),
        many => format!("{many}样"),
    };
    let matter = &notice.matter;
    format!("您办理{matter}，现在还缺{number}。下面是全部，没有别的；带来就能接着办。")
}

fn listed(missing: &[MissingPaper]) -> Vec<[(String, crate::ground::text::Style); 3]> {
    missing
        .iter()
        .enumerate()
        .map(|(at, paper)| {
            let instead = paper.instead.as_ref().map(|i| format!("没有的话：{i}")).unwrap_or_default();
            [((at + 1).to_string(), TEXT), (paper.what.clone(), STRONG), (instead, TEXT)]
        })
        .collect()
}

fn last_day(deadline: &Deadline, this_year: i32) -> String {
    let day = dates::day(deadline.date, this_year, Lang::Zh);
    format!("最晚{day} {}来办完。{}", dates::weekday(deadline.date, Lang::Zh), deadline.why)
}

fn close(canvas: &mut Canvas, notice: &MissingPapersNotice, y: f32) -> Result<(), PaperError> {
    let top = sheet::room(canvas, y + 4.0, 34.0);
    if let Some(payload) = &notice.qr {
        sheet::small_code(canvas, top, payload, "扫码查验这张单子，\n或看怎么再约时间")?;
    }
    let lines = [
        notice.office.name.clone(),
        format!("经办人：{}", notice.officer),
        format!("{} {}", dates::full(notice.date), dates::weekday(notice.date, Lang::Zh)),
    ];
    sheet::signature(canvas, top, &lines);
    Ok(())
}

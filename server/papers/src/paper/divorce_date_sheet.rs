//! 离婚登记日期提示单, headed 日期单: all dates of an application on one line of time. Both get the same sheet; it names
//! nobody and says nothing that any later event could change.

use chrono::{Datelike, NaiveDate};

use super::{Imprint, Lang, Office};
use crate::ground::canvas::{Align, BLACK, Canvas, GREY};
use crate::ground::faces::Face;
use crate::ground::sheet::{self, LEFT, RIGHT, STRONG, TEXT, WIDTH};
use crate::ground::text::{self, Block, Style};
use crate::ground::{dates, qr};
use crate::press::{PaperError, Press, Printed};

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DivorceDateSheet {
    pub office: Office,
    pub imprint: Imprint,
    pub accepted: NaiveDate,
    /// Day 1 of the thirty, and the last of them.
    pub thirty: [NaiveDate; 2],
    /// First and last day to register.
    pub window: [NaiveDate; 2],
    /// The day from which the application counts as withdrawn.
    pub lapses_on: NaiveDate,
    /// 「第 30 天是2月15日 星期日，春节放假到2月23日，顺延。」 Empty where there is nothing to explain.
    pub why_thirty_last: String,
    /// 「这天不上班，最早5月6日 星期三可以办」; empty where the office serves on the first day.
    pub why_window_first: String,
    pub why_window_last: String,
    /// Where one can talk to somebody, free and of one's own will; empty where the office offers nothing.
    pub counselling_phone: String,
    /// The same for both partners, before and after any event.
    pub qr: Option<String>,
}

const PAPER: &str = "日期单";
const LEAD: &str = "申请那天不算，从第二天起数三十天；最后一天放假就顺延。";
const BRING: &str = "两位的身份证、结婚证、离婚协议书、受理回执单、单人照。日期以受理回执单为准。";
const TITLE: Style = Style::new(Face::SerifBold, 22.5, 10.0);
const HEADING: Style = Style::new(Face::SerifBold, 13.5, 7.4);
const DATE: Style = Style::new(Face::SerifBold, 18.0, 8.0);
const LABEL: Style = Style::new(Face::SansBold, 12.0, 7.14);
const WHY: Style = Style::new(Face::Sans, 10.5, 6.1).prose();
const BAR_LABEL: Style = Style::new(Face::Sans, 10.5, 6.2);
/// Where dates and reasons begin.
const DATE_X: f32 = 62.2;
const WHY_X: f32 = 123.6;
/// Where the table begins, how high a row of one line is, and how low the table may reach.
const TOP: f32 = 90.8;
const ROW: f32 = 17.2;
const LOWEST: f32 = 211.5;
const BAR_TOP: f32 = 73.6;
const BAR_HEIGHT: f32 = 4.7;
/// What the two bars share, without the gap between them.
const BARS: f32 = 133.8;
const BAR_GAP: f32 = 4.8;
const SHORTEST: f32 = 46.0;
const CODE: f32 = 22.0;

impl Press {
    /// # Errors
    /// A missing main font; a payload too long for a QR code.
    pub fn divorce_date_sheet(&self, sheet: &DivorceDateSheet) -> Result<Printed, PaperError> {
        let mut canvas = self.canvas()?;
        if sheet.imprint.specimen {
            sheet::specimen(&mut canvas);
        }
        sheet::head(&mut canvas, &sheet.office);
        canvas.text(LEFT, 50.2, PAPER, TITLE);
        canvas.text(LEFT, 58.7, LEAD, TEXT);
        if let Some(payload) = &sheet.qr {
            qr::draw(&mut canvas, RIGHT - CODE, 37.5, CODE, payload)?;
        }
        line_of_time(&mut canvas, sheet);
        let bottom = rows(&mut canvas, sheet);
        close(&mut canvas, sheet, bottom);
        let law = "民法典第 1077、203 条；婚姻登记条例第 16 条";
        sheet::foot(&mut canvas, &sheet.imprint, Lang::Zh, law);
        self.finish(canvas, PAPER, Lang::Zh, &sheet.imprint)
    }
}

/// Three textures that hold in black and white: hatched, solid, open.
fn line_of_time(canvas: &mut Canvas, sheet: &DivorceDateSheet) {
    let year = sheet.imprint.printed_at.year();
    let day = |date| dates::day(date, year, Lang::Zh);
    let first = share(sheet.thirty, sheet.window);
    let thirty = (LEFT, first);
    let window = (LEFT + first + BAR_GAP, BARS - first);
    let after = LEFT + BARS + 2.0 * BAR_GAP;
    canvas.text(thirty.0, 71.2, "三十日（冷静期）", BAR_LABEL);
    hatched(canvas, thirty.0, thirty.1);
    canvas.text(window.0, 71.2, "可以领证的日子", BAR_LABEL);
    canvas.fill(window.0, BAR_TOP, window.1, BAR_HEIGHT, BLACK);
    canvas.text(after, 71.2, "到期自动终止", BAR_LABEL);
    // Open to the right: nothing ends there.
    let (top, bottom) = (BAR_TOP, BAR_TOP + BAR_HEIGHT);
    canvas.dashed_line((after, top), (RIGHT, top));
    canvas.dashed_line((after, bottom), (RIGHT, bottom));
    canvas.dashed_line((after, top), (after, bottom));
    for ((left, width), ends) in [(thirty, sheet.thirty), (window, sheet.window)] {
        canvas.text(left, 83.3, &day(ends[0]), BAR_LABEL);
        let last = text::lay(canvas.fonts, &day(ends[1]), BAR_LABEL, width);
        canvas.block_lines(left, 83.3, &last, Align::Right, width);
    }
    let ended =
        text::fit(canvas.fonts, &format!("{}起", day(sheet.lapses_on)), BAR_LABEL, RIGHT - after, 6.2, 0.7);
    canvas.block(after, 83.3, &ended);
}

/// How much of the line the thirty days take: their part of all days, and never so little that its dates collide.
fn share(thirty: [NaiveDate; 2], window: [NaiveDate; 2]) -> f32 {
    let days = |ends: [NaiveDate; 2]| ((ends[1] - ends[0]).num_days() + 1).clamp(1, 400);
    let (one, other) = (days(thirty), days(window));
    let part = ratio(one, one + other);
    (BARS * part).clamp(SHORTEST, BARS - SHORTEST)
}

#[expect(clippy::cast_precision_loss, reason = "days of a year at most")]
fn ratio(part: i64, whole: i64) -> f32 {
    part as f32 / whole as f32
}

fn hatched(canvas: &mut Canvas, left: f32, width: f32) {
    let (right, bottom) = (left + width, BAR_TOP + BAR_HEIGHT);
    let mut x = left - BAR_HEIGHT;
    while x < right {
        // A rising stroke, cut off at the bar's ends.
        let (from, to) = (x.max(left), (x + BAR_HEIGHT).min(right));
        if from < to {
            canvas.line((from, bottom - (from - x)), (to, bottom - (to - x)), 0.8, BLACK);
        }
        x += 2.3;
    }
    canvas.frame(left, BAR_TOP, width, BAR_HEIGHT, 1.0);
}

/// A row of the table: what, which day, why.
struct Row<'a> {
    label: &'a str,
    date: NaiveDate,
    why: String,
    /// A black rule under it closes a part; a grey one only separates.
    closes: bool,
}

fn rows(canvas: &mut Canvas, sheet: &DivorceDateSheet) -> f32 {
    let year = sheet.imprint.printed_at.year();
    let until = format!(
        "{} {}起，申请自动终止，可以重新申请",
        dates::day(sheet.lapses_on, year, Lang::Zh),
        dates::weekday(sheet.lapses_on, Lang::Zh)
    );
    let row = |label, date, why, closes| Row { label, date, why, closes };
    let table = [
        row("受理日", sheet.accepted, "这天不算在内".to_owned(), true),
        row(
            "三十日（冷静期）\n第一天",
            sheet.thirty[0],
            "到最后一天为止，任何一位都可以单独来撤回申请".to_owned(),
            false,
        ),
        row("最后一天", sheet.thirty[1], joined(&sheet.why_thirty_last, "这天还可以撤回，还不能领证"), true),
        row(
            "可以领证的\n第一天",
            sheet.window[0],
            joined(&sheet.why_window_first, "两位一起来，工作日办公时间"),
            false,
        ),
        row("最后一天", sheet.window[1], joined(&sheet.why_window_last, &until), true),
    ];
    let laid = table.map(|row| lay(canvas, row, year));
    // Long reasons and dates of another year take what is left above the help lines, then the rows stand closer.
    let wanted: f32 = laid.iter().map(|row| ROW + row.more).sum();
    let closer = ((TOP + wanted - LOWEST) / text::count(laid.len())).clamp(0.0, 5.0);
    canvas.line((LEFT, TOP), (RIGHT, TOP), 0.75, BLACK);
    laid.iter().fold(TOP, |top, row| draw(canvas, row, top, closer))
}

/// A row set in type.
struct Laid {
    cells: [(f32, Block); 3],
    /// What further lines add to the row's height.
    more: f32,
    closes: bool,
}

fn lay(canvas: &Canvas, row: Row, year: i32) -> Laid {
    let label = text::lay(canvas.fonts, row.label, LABEL, DATE_X - LEFT - 2.0);
    let words = format!("{} {}", dates::day(row.date, year, Lang::Zh), dates::weekday(row.date, Lang::Zh));
    let date = text::fit(canvas.fonts, &words, DATE, WHY_X - DATE_X - 2.0, DATE.leading, 0.6);
    let why = text::fit(canvas.fonts, &row.why, WHY, RIGHT - WHY_X, 4.0 * WHY.leading, 0.85);
    let more = (label.height() - LABEL.leading).max(why.height() - why.style.leading).max(0.0);
    Laid { cells: [(LEFT, label), (DATE_X, date), (WHY_X, why)], more, closes: row.closes }
}

fn draw(canvas: &mut Canvas, row: &Laid, top: f32, closer: f32) -> f32 {
    for (x, block) in &row.cells {
        canvas.block(*x, top + 11.1 - closer / 2.0, block);
    }
    let bottom = top + ROW - closer + row.more;
    canvas.line((LEFT, bottom), (RIGHT, bottom), 0.75, if row.closes { BLACK } else { GREY });
    bottom
}

/// What to bring, and the help lines that everyone gets.
fn close(canvas: &mut Canvas, sheet: &DivorceDateSheet, bottom: f32) {
    let top = bottom + 11.0;
    canvas.text(LEFT, top, "来领证时带上", HEADING);
    let after = canvas.paragraph(LEFT, top + 7.6, WIDTH, BRING, TEXT);
    let talk = !sheet.counselling_phone.is_empty();
    let height = if talk { 29.1 } else { 22.0 };
    // The box stands on the foot where there is room, and never leaves the page.
    let frame = (after - TEXT.leading + 4.5).min(sheet::FOOT - height - 3.0);
    canvas.frame(LEFT, frame, WIDTH, height, 0.75);
    let x = LEFT + 4.9;
    let mut y = frame + 9.3;
    let bold = canvas.text(x, y, "需要单独说话，或在家里不安全？", STRONG);
    canvas.text(x + bold, y, "到窗口说“我想单独咨询”。", TEXT);
    y += TEXT.leading;
    numbers(canvas, x, y, &[("报警", "110"), ("妇女维权", "12338"), ("法律援助", "12348")]);
    if talk {
        y += TEXT.leading;
        numbers(canvas, x, y, &[("想找人聊聊（免费、自愿，不影响办理）", &sheet.counselling_phone)]);
    }
}

fn numbers(canvas: &mut Canvas, left: f32, y: f32, pairs: &[(&str, &str)]) {
    let mut x = left;
    for (words, number) in pairs {
        x += canvas.text(x, y, words, TEXT) + 1.1;
        x += canvas.text(x, y, number, STRONG) + 4.4;
    }
}

fn joined(why: &str, always: &str) -> String {
    if why.is_empty() { always.to_owned() } else { format!("{why}{always}") }
}

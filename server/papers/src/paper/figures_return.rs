//! 月报、年报: the figures of a month or a year with the sums that prove them, to be signed by three.

use super::{Imprint, Lang};
use crate::ground::canvas::{Align, BLACK, Canvas, GREY, centred_baseline};
use crate::ground::faces::Face;
use crate::ground::sheet::{self, FOOT, LEFT, RIGHT, WIDTH};
use crate::ground::text::{self, Style};
use crate::press::{PaperError, Press, Printed};

/// A return as it is printed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FiguresReturn {
    /// 「商河县婚姻登记处」
    pub office: String,
    /// 「2024年5月婚姻登记统计表」
    pub title: String,
    pub imprint: Imprint,
    /// 「未定稿…」 while the period runs.
    pub provisional: Option<String>,
    /// 「本月」, 「上月」, 「本年累计」; or the twelve months and 「全年」.
    pub columns: Vec<String>,
    pub rows: Vec<FiguresRow>,
    pub checks: Vec<CheckRow>,
    /// The year in the sentence of the bureau's report.
    pub sentence: String,
    /// How many entries the log of acts has, and the head that binds them.
    pub log: (i64, String),
}

/// An indicator with its value in each column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FiguresRow {
    pub title: String,
    pub unit: String,
    pub values: Vec<i64>,
}

/// A sum, written out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CheckRow {
    pub title: String,
    pub sum: String,
    pub result: String,
    pub agrees: bool,
}

const NAME: Style = Style::new(Face::SerifBold, 18.0, 8.0).tracked(0.06);
const WORDS: Style = Style::new(Face::Sans, 9.0, 4.4);
const HEAD: Style = Style::new(Face::SansBold, 9.0, 4.4);
const NOTE: Style = Style::new(Face::SansBold, 10.0, 5.0);
const SAID: Style = Style::new(Face::Sans, 9.5, 5.0).prose();
const SIGN: Style = Style::new(Face::Sans, 11.0, 6.0);
const LOG: Style = Style::new(Face::Sans, 7.5, 3.6);

/// So many columns of figures stand beside the words on one sheet.
const BESIDE: usize = 7;
const UNIT: f32 = 9.0;
const ROW: f32 = 4.62;
const PAD: f32 = 1.4;
/// Sum, sentence, signatures and log need so much below the table.
const BELOW: f32 = 57.0;

impl Press {
    /// # Errors
    /// A missing main font.
    pub fn figures_return(&self, figures: &FiguresReturn) -> Result<Printed, PaperError> {
        let mut canvas = self.canvas()?;
        let sheets: Vec<Vec<usize>> = sheets_of(figures.columns.len());
        let mut edge = sheet::MARGIN;
        for (at, columns) in sheets.iter().enumerate() {
            if at > 0 {
                canvas.new_page();
            }
            if figures.imprint.specimen {
                sheet::specimen(&mut canvas);
            }
            let top = head(&mut canvas, figures);
            edge = table(&mut canvas, top, figures, columns);
        }
        if edge + BELOW > FOOT {
            canvas.new_page();
            edge = sheet::MARGIN;
        }
        below(&mut canvas, edge, figures);
        sheet::foot(&mut canvas, &figures.imprint, Lang::Zh, "数字由登记逐件算出，和汇总核对");
        self.finish(canvas, &figures.title, Lang::Zh, &figures.imprint)
    }
}

/// A year's thirteen columns stand on two sheets, a month's on one.
fn sheets_of(columns: usize) -> Vec<Vec<usize>> {
    let all: Vec<usize> = (0..columns).collect();
    if columns <= BESIDE {
        return vec![all];
    }
    // The last sheet is the one with the year's own column; it takes the larger part.
    let first = columns.saturating_sub(BESIDE).min(BESIDE);
    let (head, tail) = all.split_at(first);
    vec![head.to_vec(), tail.to_vec()]
}

fn head(canvas: &mut Canvas, figures: &FiguresReturn) -> f32 {
    let name = text::lay(canvas.fonts, &figures.title, NAME, WIDTH);
    canvas.block_lines(LEFT, 26.0, &name, Align::Centre, WIDTH);
    let office = text::lay(canvas.fonts, &format!("填报单位：{}", figures.office), SAID, WIDTH);
    canvas.block(LEFT, 35.0, &office);
    if let Some(words) = &figures.provisional {
        let block = text::lay(canvas.fonts, words, NOTE, WIDTH);
        canvas.block_lines(LEFT, 35.0, &block, Align::Right, WIDTH);
    }
    38.0
}

/// Words at the left, figures at the right; gives the lower edge.
fn table(canvas: &mut Canvas, top: f32, figures: &FiguresReturn, columns: &[usize]) -> f32 {
    let wide = if columns.len() > 3 { 13.6 } else { 24.0 };
    let words = WIDTH - UNIT - wide * text::count(columns.len());
    let height = ROW + 1.2;
    let base = centred_baseline(top, height, HEAD, 1);
    canvas.line((LEFT, top), (RIGHT, top), 1.0, BLACK);
    canvas.text(LEFT + PAD, base, "指标", HEAD);
    canvas.text(LEFT + words, base, "单位", HEAD);
    for (place, column) in columns.iter().enumerate() {
        let title = figures.columns.get(*column).map_or("", String::as_str);
        right(canvas, LEFT + words + UNIT + wide * text::count(place), base, wide, title, HEAD);
    }
    let mut edge = top + height;
    canvas.line((LEFT, edge), (RIGHT, edge), 0.75, BLACK);
    for row in &figures.rows {
        let base = centred_baseline(edge, ROW, WORDS, 1);
        let title = text::fit(canvas.fonts, &row.title, WORDS, words - 2.0 * PAD, WORDS.leading, 0.7);
        canvas.block(LEFT + PAD, base, &title);
        canvas.text(LEFT + words, base, &row.unit, WORDS);
        for (place, column) in columns.iter().enumerate() {
            let value = row.values.get(*column).map(ToString::to_string).unwrap_or_default();
            let left = LEFT + words + UNIT + wide * text::count(place);
            right(canvas, left, base, wide, &value, WORDS);
        }
        edge += ROW;
        canvas.line((LEFT, edge), (RIGHT, edge), 0.25, GREY);
    }
    canvas.line((LEFT, edge), (RIGHT, edge), 1.0, BLACK);
    edge
}

fn right(canvas: &mut Canvas, left: f32, base: f32, width: f32, words: &str, style: Style) {
    let block = text::lay(canvas.fonts, words, style, width);
    canvas.block_lines(left, base, &block, Align::Right, width - PAD);
}

/// The sums, the sentence, who signs, and what binds it to the log.
fn below(canvas: &mut Canvas, top: f32, figures: &FiguresReturn) {
    let mut y = top + 5.2;
    canvas.text(LEFT, y, "核对", HEAD);
    for check in &figures.checks {
        let mark = if check.agrees { "相符" } else { "不符" };
        let style = if check.agrees { WORDS } else { HEAD };
        canvas.text(LEFT + 10.0, y, mark, style);
        canvas.text(LEFT + 19.0, y, &check.title, WORDS);
        let sum = format!("{} {}", check.sum, check.result);
        let block = text::fit(canvas.fonts, &sum, WORDS, WIDTH - 43.0, WORDS.leading, 0.7);
        canvas.block(LEFT + 43.0, y, &block);
        y += block.height().max(ROW);
    }
    y = canvas.paragraph(LEFT, y + 1.4, WIDTH, &figures.sentence, SAID);
    let third = WIDTH / 3.0;
    let sign = y + 8.0;
    for (place, who) in ["制表", "审核", "负责人"].into_iter().enumerate() {
        let left = LEFT + third * text::count(place);
        let width = canvas.text(left, sign, who, SIGN);
        canvas.line((left + width + 2.0, sign + 1.0), (left + third - 4.0, sign + 1.0), 0.5, BLACK);
    }
    let (entries, hash) = &figures.log;
    let log =
        text::fit(canvas.fonts, &format!("操作记录 {entries} 条，链尾 {hash}"), LOG, WIDTH, LOG.leading, 0.6);
    canvas.block(LEFT, sign + 6.2, &log);
}

#[cfg(test)]
mod tests {
    use super::sheets_of;

    #[test]
    fn a_month_stands_on_one_sheet_and_a_year_on_two() {
        assert_eq!(sheets_of(3), [vec![0, 1, 2]]);
        let year = sheets_of(13);
        assert_eq!(year, [(0..6).collect::<Vec<_>>(), (6..13).collect()]);
    }
}

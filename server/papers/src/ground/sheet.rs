//! What all sheets share: the office's head, the foot, and the marks for reprints, training and page numbers.

use super::canvas::{Align, BLACK, Canvas, PAGE_HEIGHT, PAGE_WIDTH, centred_baseline};
use super::dates;
use super::faces::Face;
use super::qr;
use super::text::{self, Style};
use crate::paper::{Imprint, Lang, Office};
use crate::press::PaperError;

pub(crate) const MARGIN: f32 = 22.0;
pub(crate) const LEFT: f32 = MARGIN;
pub(crate) const RIGHT: f32 = PAGE_WIDTH - MARGIN;
pub(crate) const WIDTH: f32 = RIGHT - LEFT;

/// Where the foot's rule lies: nothing of the body goes below.
pub(crate) const FOOT: f32 = 269.3;

/// Side of a small code in millimetres.
pub(crate) const CODE: f32 = 28.0;

pub(crate) const TEXT: Style = Style::new(Face::Sans, 12.0, 7.14).prose();
pub(crate) const VALUE: Style = Style::new(Face::Sans, 12.0, 7.14);
pub(crate) const STRONG: Style = Style::new(Face::SansBold, 12.0, 7.14).prose();
pub(crate) const SMALL: Style = Style::new(Face::Sans, 10.5, 6.2).prose();
pub(crate) const HEADING: Style = Style::new(Face::SerifBold, 15.0, 8.0);
pub(crate) const TITLE: Style = Style::new(Face::SerifBold, 26.0, 11.0).tracked(0.08);

/// Office at the left, how to reach it at the right, a rule under both.
pub(crate) fn head(canvas: &mut Canvas, office: &Office) {
    let reach = [office.phone.as_str(), office.hours.as_str()].join("　");
    let reach = text::fit(canvas.fonts, &reach, TEXT, 95.0, TEXT.leading, 0.7);
    let left = WIDTH - reach.width() - 8.0;
    let name = text::fit(canvas.fonts, &office.name, HEADING, left, HEADING.leading, 0.6);
    canvas.block(LEFT, 25.7, &name);
    canvas.block_lines(LEFT, 25.6, &reach, Align::Right, WIDTH);
    canvas.line((LEFT, 30.7), (RIGHT, 30.7), 0.75, BLACK);
}

/// The paper's name in large type.
pub(crate) fn title(canvas: &mut Canvas, words: &str) {
    canvas.text(LEFT, 54.2, words, TITLE);
}

/// The one sentence that must not be missed, behind a heavy rule; gives the lower edge.
pub(crate) fn stressed(canvas: &mut Canvas, top: f32, words: &str) -> f32 {
    let mut block = text::fit(canvas.fonts, words, STRONG, WIDTH - 5.25, STRONG.leading, 0.88);
    if block.lines.len() > 1 {
        block = text::lay(canvas.fonts, words, STRONG, WIDTH - 5.25);
    }
    let height = block.height().max(STRONG.leading) + 1.1;
    canvas.fill(LEFT, top, 1.06, height, BLACK);
    canvas.block(LEFT + 5.25, centred_baseline(top, height, block.style, block.lines.len()), &block);
    top + height
}

/// Lines at the lower right under which a paper is signed: office, officer, day.
pub(crate) fn signature(canvas: &mut Canvas, top: f32, lines: &[String]) {
    let block = text::lay(canvas.fonts, &lines.join("\n"), VALUE, 95.0);
    canvas.block_lines(LEFT, top + 5.0, &block, Align::Right, WIDTH);
}

/// A small code at the lower left, with what it is for beside it.
pub(crate) fn small_code(
    canvas: &mut Canvas,
    top: f32,
    payload: &str,
    caption: &str,
) -> Result<(), PaperError> {
    qr::draw(canvas, LEFT, top, CODE, payload)?;
    canvas.paragraph(LEFT + CODE + CODE * qr::QUIET, top + 4.4, 48.0, caption, SMALL);
    Ok(())
}

/// Room for a body of `height`: goes on to a new page when the foot is too near.
pub(crate) fn room(canvas: &mut Canvas, top: f32, height: f32) -> f32 {
    if top + height <= FOOT - 4.0 {
        return top;
    }
    canvas.new_page();
    MARGIN
}

/// The last thing drawn, on every page: a rule, when this was printed, one line of help or of law at the right,
/// the reprint's mark and, where there are several, the page's number.
pub(crate) fn foot(canvas: &mut Canvas, imprint: &Imprint, lang: Lang, right: &str) {
    let pages = canvas.page_count();
    foot_of_each(canvas, imprint, lang, right, pages);
}

/// The same for several originals of `pages` pages behind each other: each is numbered for itself.
pub(crate) fn foot_of_each(canvas: &mut Canvas, imprint: &Imprint, lang: Lang, right: &str, pages: usize) {
    let moment = dates::moment(imprint.printed_at, lang);
    let printed = match lang {
        Lang::Zh => format!("{moment} 打印"),
        Lang::En => format!("Printed {moment}"),
    };
    let small = Style { prose: false, ..SMALL };
    let wide = text::fit(canvas.fonts, right, SMALL, 100.0, SMALL.leading, 0.8);
    canvas.on_each_page(|canvas, at| {
        canvas.line((LEFT, FOOT), (RIGHT, FOOT), 0.75, BLACK);
        canvas.text(LEFT, 277.2, &printed, small);
        canvas.block_lines(LEFT, 277.2, &wide, Align::Right, WIDTH);
        if let Some(times) = imprint.reprint {
            reprint(canvas, times, lang);
        }
        if pages > 1 {
            number(canvas, at % pages + 1, pages, lang);
        }
    });
}

fn number(canvas: &mut Canvas, page: usize, total: usize, lang: Lang) {
    let words = match lang {
        Lang::Zh => format!("第{page}页，共{total}页"),
        Lang::En => format!("Page {page} of {total}"),
    };
    let block = text::lay(canvas.fonts, &words, SMALL, WIDTH);
    canvas.block_lines(LEFT, PAGE_HEIGHT - 12.0, &block, Align::Centre, WIDTH);
}

/// 「补打 n」 in a frame in the upper right corner.
fn reprint(canvas: &mut Canvas, times: u32, lang: Lang) {
    let words = match lang {
        Lang::Zh => format!("补打 {times}"),
        Lang::En => format!("Reprint {times}"),
    };
    let block = text::lay(canvas.fonts, &words, Style { prose: false, ..SMALL }, WIDTH);
    let width = block.width() + 4.0;
    canvas.frame(RIGHT - width, 9.0, width, 6.4, 0.75);
    canvas.block(RIGHT - width + 2.0, 13.6, &block);
}

/// 「演示」 across the page, under everything else: drawn first.
pub(crate) fn specimen(canvas: &mut Canvas) {
    canvas.watermark("演示", Style::new(Face::SansBold, 150.0, 60.0).tracked(0.2));
}

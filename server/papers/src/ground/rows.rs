//! Rows between hairlines, the open table of the papers that people take home.

use super::canvas::{Canvas, GREY, centred_baseline};
use super::sheet::{FOOT, LEFT, MARGIN, RIGHT, TEXT};
use super::text::{self, Block, Style};

/// A row with one line of text.
const ROW: f32 = 12.17;
/// Between columns.
const GAP: f32 = 4.0;

/// Draws `rows` from `top` in columns of `widths` mm, on further pages where needed; gives the lower edge.
pub(crate) fn draw<const N: usize>(
    canvas: &mut Canvas,
    top: f32,
    widths: [f32; N],
    rows: &[[(String, Style); N]],
) -> f32 {
    let mut top = top;
    canvas.line((LEFT, top), (RIGHT, top), 0.75, GREY);
    for row in rows {
        let cells = lay(canvas, widths, row);
        let tallest = cells.iter().map(Block::height).fold(TEXT.leading, f32::max);
        let height = ROW + tallest - TEXT.leading;
        if top + height > FOOT - 3.0 {
            canvas.new_page();
            top = MARGIN;
            canvas.line((LEFT, top), (RIGHT, top), 0.75, GREY);
        }
        let baseline = centred_baseline(top, ROW, TEXT, 1);
        let mut left = LEFT;
        for (cell, width) in cells.iter().zip(widths) {
            canvas.block(left, baseline, cell);
            left += width;
        }
        top += height;
        canvas.line((LEFT, top), (RIGHT, top), 0.75, GREY);
    }
    top
}

/// The last column reaches the margin, the others keep a gap to the next.
fn lay<const N: usize>(canvas: &Canvas, widths: [f32; N], row: &[(String, Style); N]) -> Vec<Block> {
    row.iter()
        .zip(widths)
        .enumerate()
        .map(|(at, ((words, style), width))| {
            let room = if at + 1 == N { width } else { width - GAP };
            text::lay(canvas.fonts, words, *style, room)
        })
        .collect()
}

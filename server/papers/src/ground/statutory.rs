//! What working copies of statutory forms share: the band that says what they are, the centred name, places to
//! sign and to press a finger.

use super::canvas::{Align, Canvas};
use super::faces::Face;
use super::qr;
use super::sheet::{self, CODE, LEFT, RIGHT, WIDTH};
use super::text::{self, Style};
use crate::paper::RecordSystem;
use crate::press::PaperError;

/// Said at the head of every working copy while the national system is the one on record.
const DRAFT: &str = "预填件，以国家系统打印件为准";

const NAME: Style = Style::new(Face::SerifBold, 22.0, 10.0).tracked(0.06);
const BAND: Style = Style::new(Face::SansBold, 12.0, 7.0).tracked(0.04);
pub(crate) const LABEL: Style = Style::new(Face::Sans, 10.5, 5.2);
pub(crate) const ENTRY: Style = Style::new(Face::Sans, 11.0, 5.6);
pub(crate) const STATEMENT: Style = Style::new(Face::Sans, 11.0, 6.4).prose();

/// Side of the square for a fingerprint.
pub(crate) const FINGER: f32 = 20.0;

/// Watermark or band, and the form's name; the form begins below what this gives.
pub(crate) fn head(
    canvas: &mut Canvas,
    name: &str,
    record: &RecordSystem,
    specimen: bool,
) -> Result<f32, PaperError> {
    if specimen || matches!(record, RecordSystem::Own { .. }) {
        sheet::specimen(canvas);
    }
    match record {
        RecordSystem::National => band(canvas),
        RecordSystem::Own { qr: Some(payload) } => qr::draw(canvas, RIGHT - 20.0, 18.0, 20.0, payload)?,
        RecordSystem::Own { qr: None } => {}
    }
    let block = text::lay(canvas.fonts, name, NAME, WIDTH - 2.0 * CODE);
    canvas.block_lines(LEFT, 41.0, &block, Align::Centre, WIDTH);
    Ok(49.0)
}

fn band(canvas: &mut Canvas) {
    canvas.fill(LEFT, 18.0, WIDTH, 8.6, 0.92);
    let block = text::lay(canvas.fonts, DRAFT, BAND, WIDTH);
    canvas.block_lines(LEFT, 23.9, &block, Align::Centre, WIDTH);
}

/// An empty square for a fingerprint with its upper left corner at (`x`, `y`).
pub(crate) fn finger(canvas: &mut Canvas, x: f32, y: f32) {
    canvas.dashed_frame(x, y, FINGER, FINGER);
    let block = text::lay(canvas.fonts, "指纹", Style { size: 9.0, ..LABEL }, FINGER);
    canvas.block_lines(x, y + FINGER - 2.0, &block, Align::Centre, FINGER);
}

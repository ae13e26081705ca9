//! A QR code as one filled path: error correction M, four modules of quiet zone.

use qrcode::{Color, EcLevel, QrCode};

use super::canvas::{BLACK, Canvas};
use super::text::count;
use crate::press::PaperError;

/// Modules of white that the standard asks for on each side.
const QUIET: usize = 4;

/// Draws `payload` with its modules filling a square of `size` mm at (`x`, `y`).
///
/// The quiet zone lies outside that square: the caller leaves four modules of white round it, which
/// [`quiet_zone`] gives in millimetres.
pub(crate) fn draw(canvas: &mut Canvas, x: f32, y: f32, size: f32, payload: &str) -> Result<(), PaperError> {
    let code = encode(payload)?;
    let side = code.width();
    let module = size / count(side);
    let colors = code.to_colors();
    let rings = colors.chunks(side).enumerate().flat_map(|(row, line)| {
        let top = y + count(row) * module;
        dark_runs(line).map(move |(from, to)| {
            let (left, right) = (x + count(from) * module, x + count(to) * module);
            [(left, top), (right, top), (right, top + module), (left, top + module)]
        })
    });
    canvas.fill_rings(rings, BLACK);
    Ok(())
}

/// White to leave on each side of a code of `size` mm, the standard's four modules.
pub(crate) fn quiet_zone(size: f32, payload: &str) -> Result<f32, PaperError> {
    Ok(size / count(encode(payload)?.width()) * count(QUIET))
}

fn encode(payload: &str) -> Result<QrCode, PaperError> {
    QrCode::with_error_correction_level(payload, EcLevel::M).map_err(|_| PaperError::QrTooLong(payload.len()))
}

/// Neighbouring dark modules of one row as half-open ranges.
fn dark_runs(line: &[Color]) -> impl Iterator<Item = (usize, usize)> {
    let mut at = 0;
    line.chunk_by(|a, b| a == b).filter_map(move |run| {
        let from = at;
        at += run.len();
        (run.first() == Some(&Color::Dark)).then_some((from, at))
    })
}

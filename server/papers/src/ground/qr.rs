//! A QR code as one filled path with error correction M; the paper round it is its quiet zone.

use qrcode::{Color, EcLevel, QrCode};

use super::canvas::Canvas;
use super::text::count;
use crate::press::PaperError;

/// Four modules of the smallest code in use (25 modules wide), as a share of its side.
pub(crate) const QUIET: f32 = 4.0 / 25.0;

/// Draws `payload` with its modules filling a square of `size` mm at (`x`, `y`).
///
/// The quiet zone lies outside that square: the caller leaves at least [`QUIET`] of its side white all round.
pub(crate) fn draw(canvas: &mut Canvas, x: f32, y: f32, size: f32, payload: &str) -> Result<(), PaperError> {
    let code = encode(payload)?;
    let side = code.width();
    let module = size / count(side);
    let colors = code.to_colors();
    let rings = colors.chunks(side).enumerate().flat_map(|(row, line)| {
        dark_runs(line).map(move |(from, to)| {
            let (left, right, top) = (count(from), count(to), count(row));
            [(left, top), (right, top), (right, top + 1.0), (left, top + 1.0)]
        })
    });
    canvas.fill_scaled((x, y), module, rings);
    Ok(())
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

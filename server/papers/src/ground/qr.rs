//! A QR code as one filled path with error correction M; the paper round it is its quiet zone.

use std::collections::BTreeMap;

use qrcode::{Color, EcLevel, QrCode};

use super::canvas::Canvas;
use super::text::count;
use crate::press::PaperError;

/// Four modules of the smallest code in use (25 modules wide), as a share of its side.
pub(crate) const QUIET: f32 = 4.0 / 25.0;

/// A corner of the module grid: column, row.
type Corner = (usize, usize);

/// Draws `payload` with its modules filling a square of `size` mm at (`x`, `y`); an address can be pressed too.
///
/// The quiet zone lies outside that square: the caller leaves at least [`QUIET`] of its side white all round.
pub(crate) fn draw(canvas: &mut Canvas, x: f32, y: f32, size: f32, payload: &str) -> Result<(), PaperError> {
    let code = QrCode::with_error_correction_level(payload, EcLevel::M)
        .map_err(|_| PaperError::QrTooLong(payload.len()))?;
    let across = code.width();
    let rings = outlines(&code.to_colors(), across);
    let rings = rings.into_iter().map(|ring| ring.into_iter().map(|(c, r)| (count(c), count(r))).collect());
    canvas.fill_scaled((x, y), size / count(across), rings);
    if payload.starts_with("http") {
        canvas.link(x, y, size, size, payload);
    }
    Ok(())
}

/// The edges of the dark areas, dark always to the right: half the length of a file of single modules.
fn outlines(colors: &[Color], across: usize) -> Vec<Vec<Corner>> {
    let mut edges = edges(colors, across);
    let mut rings = Vec::new();
    while let Some((&start, _)) = edges.first_key_value() {
        let mut ring = Vec::new();
        let mut at = start;
        while let Some(next) = take(&mut edges, at) {
            if let [.., before, last] = ring.as_slice()
                && straight(*before, *last, at)
            {
                ring.pop();
            }
            ring.push(at);
            at = next;
        }
        rings.push(ring);
    }
    rings
}

/// Sides of dark modules that don't touch another dark module, by where they begin.
fn edges(colors: &[Color], across: usize) -> BTreeMap<Corner, Vec<Corner>> {
    let dark = |column: usize, row: usize| {
        column < across && row < across && colors.get(row * across + column) == Some(&Color::Dark)
    };
    let mut edges: BTreeMap<Corner, Vec<Corner>> = BTreeMap::new();
    for (c, r) in (0..across).flat_map(|row| (0..across).map(move |column| (column, row))) {
        if !dark(c, r) {
            continue;
        }
        let sides = [
            (r == 0 || !dark(c, r - 1), (c, r), (c + 1, r)),
            (!dark(c + 1, r), (c + 1, r), (c + 1, r + 1)),
            (!dark(c, r + 1), (c + 1, r + 1), (c, r + 1)),
            (c == 0 || !dark(c - 1, r), (c, r + 1), (c, r)),
        ];
        for (_, from, to) in sides.into_iter().filter(|(open, ..)| *open) {
            edges.entry(from).or_default().push(to);
        }
    }
    edges
}

fn take(edges: &mut BTreeMap<Corner, Vec<Corner>>, at: Corner) -> Option<Corner> {
    let ends = edges.get_mut(&at)?;
    let end = ends.pop();
    if ends.is_empty() {
        edges.remove(&at);
    }
    end
}

fn straight(a: Corner, b: Corner, c: Corner) -> bool {
    a.0 == b.0 && b.0 == c.0 || a.1 == b.1 && b.1 == c.1
}

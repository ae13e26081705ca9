//! Millimetres for places, points for type, and nothing else.

use printpdf::{Mm, Pt};

/// Points in a millimetre.
const POINTS: f32 = 72.0 / 25.4;

pub(crate) fn mm(length: f32) -> Mm {
    Mm(length)
}

/// Millimetres as PDF points, to a hundredth: finer digits only make the file longer.
pub(crate) fn pt(length: f32) -> Pt {
    Pt((length * POINTS * 100.0).round() / 100.0)
}

/// Type size in points as millimetres.
pub(crate) fn type_mm(size: f32) -> f32 {
    size / POINTS
}

/// Millimetres as points, unrounded: for a scale, where a hundredth would add up.
pub(crate) fn type_pt(length: f32) -> f32 {
    length * POINTS
}

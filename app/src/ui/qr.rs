//! A QR code as one path of square modules.

use leptos::prelude::*;

/// A drawn code: modules on a side, and the path of the dark ones.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct QrPath {
    pub side: u32,
    pub path: String,
}

impl QrPath {
    /// Draws `text` without a quiet zone: the card around it is white and wide. Empty if it is too long for a code.
    pub fn of(text: &str) -> Self {
        use std::fmt::Write;
        let Ok(code) = qrcode::QrCode::with_error_correction_level(text, qrcode::EcLevel::M) else {
            return Self::default();
        };
        let width = code.width();
        let mut path = String::new();
        for (at, colour) in code.to_colors().into_iter().enumerate() {
            if colour == qrcode::Color::Dark {
                // Writing into a String cannot fail.
                let _ = write!(path, "M{} {}h1v1h-1z", at % width, at / width);
            }
        }
        Self { side: u32::try_from(width).unwrap_or_default(), path }
    }
}

/// `label` says aloud what the code is for.
#[component]
pub fn Qr(code: QrPath, label: &'static str) -> impl IntoView {
    view! {
        <svg class="qr" viewBox=format!("0 0 {0} {0}", code.side) role="img" aria-label=label>
            <path d=code.path fill="#000" />
        </svg>
    }
}

//! The font chain: what is told at start, and what a name may hold.

use papers::{FontError, Fonts, PaperError, Press};

use crate::samples;

#[test]
fn a_missing_main_font_is_told_with_the_package_that_brings_it() {
    let none = Fonts::new([concat!(env!("CARGO_MANIFEST_DIR"), "/src")]);
    let told = none.check().expect_err("no font there");
    assert!(matches!(told, FontError::Missing { package: "fonts-noto-cjk", .. }));
    assert!(told.to_string().contains("fonts-noto-cjk"), "{told}");
    assert!(!none.covers('商'));
    let paper = Press::new(none).booking_slip(&samples::booking_slip());
    assert!(matches!(paper, Err(PaperError::Font(FontError::Missing { .. }))));
}

#[test]
fn with_debian_fonts_nothing_is_missing() {
    assert_eq!(Fonts::default().check(), Ok(Vec::new()));
}

#[test]
fn common_rare_and_very_rare_characters_are_covered_and_private_ones_are_not() {
    let fonts = Fonts::default();
    for character in ['商', '·', 'X', '𬭚', '㛃', '𫖯', '𠅤', '𠮷'] {
        assert!(fonts.covers(character), "{character}");
    }
    assert!(!fonts.covers('\u{E000}') || !fonts.covers('\u{F0000}'));
}

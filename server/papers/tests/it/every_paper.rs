//! What holds for all papers alike.

use papers::{Imprint, PaperError, Printed};

use crate::reader::{lay_down, press};
use crate::samples;

/// Every kind of paper once, as (name, pages' margins in mm, paper), with `change` applied to its imprint.
fn all(change: impl Fn(&mut Imprint)) -> Vec<(&'static str, Printed)> {
    let press = press();
    macro_rules! paper {
        ($name:ident) => {{
            let mut paper = samples::$name();
            change(&mut paper.imprint);
            (stringify!($name), press.$name(&paper).expect(stringify!($name)))
        }};
    }
    vec![
        paper!(booking_slip),
        paper!(missing_papers_notice),
        paper!(refusal_notice),
        paper!(issuing_slip),
        paper!(marriage_declaration),
        paper!(marriage_review_form),
        paper!(reissue_declaration),
        paper!(reissue_review_form),
        paper!(reissue_notice),
        paper!(reissue_slip),
    ]
}

#[test]
fn each_is_one_sound_page_within_its_margins() {
    for (name, printed) in all(|_| ()) {
        let page = lay_down(name, &printed);
        assert!(page.is_sound(), "{name}");
        assert_eq!(printed.pages, 1, "{name}");
        let edges = page.edges();
        assert!(edges.left >= 21.9 && edges.right <= 188.2 && edges.bottom <= 281.0, "{name}");
        assert!(printed.uncovered.is_empty(), "{name}: {:?}", printed.uncovered);
    }
}

#[test]
fn each_embeds_only_subsets_with_copyable_text() {
    for (name, printed) in all(|_| ()) {
        for (font, embedded, subset, unicode) in lay_down(&format!("{name}_fonts"), &printed).fonts() {
            assert!(embedded && subset && unicode, "{name}: {font}");
        }
        assert!(printed.pdf.len() <= 64 * 1024, "{name}: {}", printed.pdf.len());
    }
}

#[test]
fn each_is_the_same_file_for_the_same_input() {
    for ((name, once), (_, twice)) in all(|_| ()).into_iter().zip(all(|_| ())) {
        assert!(once.pdf == twice.pdf, "{name}");
    }
}

#[test]
fn each_reprint_says_so_in_its_corner_and_each_first_print_does_not() {
    for (name, printed) in all(|imprint| imprint.reprint = Some(3)) {
        assert!(lay_down(&format!("{name}_reprint"), &printed).text().contains("补打3"), "{name}");
    }
    for (name, printed) in all(|_| ()) {
        assert!(!lay_down(name, &printed).text().contains("补打"), "{name}");
    }
}

#[test]
fn each_training_copy_carries_its_watermark_and_still_scans() {
    for (name, printed) in all(|imprint| imprint.specimen = true) {
        let page = lay_down(&format!("{name}_specimen"), &printed);
        assert!(page.as_drawn().contains("演示"), "{name}: {}", page.as_drawn());
    }
    let mut slip = samples::booking_slip();
    slip.imprint.specimen = true;
    let page = lay_down("slip_specimen", &press().booking_slip(&slip).expect("a slip"));
    assert_eq!(page.qr(), slip.qr);
}

#[test]
fn a_payload_that_no_code_can_hold_is_refused_with_its_length() {
    let mut slip = samples::booking_slip();
    slip.qr = "x".repeat(5_000);
    assert!(matches!(press().booking_slip(&slip), Err(PaperError::QrTooLong(5_000))));
}

//! Names: rare characters, very long ones, and those that no font can print.

use crate::reader::{lay_down, press};
use crate::samples::{self, LONG, RARE};

#[test]
fn rare_characters_are_printed_and_read_back() {
    let mut slip = samples::issuing_slip();
    slip.names[0] = RARE.into();
    let printed = press().issuing_slip(&slip).expect("a slip");
    let page = lay_down("rare_slip", &printed);
    assert!(page.text().contains(RARE), "{}", page.text());
    assert!(printed.uncovered.is_empty());

    let mut form = samples::marriage_review_form();
    form.applicants[1].name = RARE.into();
    let page = lay_down("rare_form", &press().marriage_review_form(&form).expect("a form"));
    assert!(page.text().contains(RARE));
}

#[test]
fn a_name_of_sixty_characters_wraps_inside_the_page_on_every_paper_with_names() {
    assert_eq!(LONG.chars().count(), 60);
    let press = press();
    let mut slip = samples::issuing_slip();
    slip.names = [LONG.into(), LONG.into()];
    let mut notice = samples::missing_papers_notice();
    notice.people = vec![LONG.into(), LONG.into()];
    let mut refusal = samples::refusal_notice();
    refusal.parties[0].name = LONG.into();
    let mut declaration = samples::marriage_declaration();
    declaration.mine.name = LONG.into();
    declaration.other.name = LONG.into();
    let mut review = samples::marriage_review_form();
    review.applicants[0].name = LONG.into();
    review.applicants[1].name = LONG.into();
    for (name, printed) in [
        ("long_slip", press.issuing_slip(&slip)),
        ("long_missing", press.missing_papers_notice(&notice)),
        ("long_refusal", press.refusal_notice(&refusal)),
        ("long_declaration", press.marriage_declaration(&declaration)),
        ("long_review", press.marriage_review_form(&review)),
    ] {
        let printed = printed.expect(name);
        let page = lay_down(name, &printed);
        let edges = page.edges();
        assert!(edges.left >= 21.9 && edges.right <= 188.2 && edges.bottom <= 285.0, "{name}");
        assert_eq!(printed.pages, 1, "{name}");
        assert!(page.as_drawn().contains(LONG), "{name}: {}", page.as_drawn());
    }
}

#[test]
fn a_character_that_no_font_has_is_spelled_out_and_reported_once() {
    let mut slip = samples::issuing_slip();
    slip.names[0] = "王\u{323AF}\u{F0000}\u{F0000}".into();
    let printed = press().issuing_slip(&slip).expect("a slip");
    let page = lay_down("uncovered", &printed);
    assert!(page.text().contains("〔U+F0000〕"), "{}", page.text());
    assert_eq!(printed.uncovered, vec!['\u{323AF}', '\u{F0000}']);
}

//! 预约凭条, the sheet that most people will hold.

use papers::Lang;

use crate::reader::{lay_down, press};
use crate::samples::{booking_slip, date};

#[test]
fn it_says_when_and_with_which_code_and_its_text_can_be_copied() {
    let printed = press().booking_slip(&booking_slip()).expect("a slip");
    let slip = lay_down("booking_slip", &printed);
    let text = slip.text();
    for words in ["预约凭条", "2月10日", "星期二", "10:30–11:00到", "48210637", "0531-80000126", "明辉路26号"]
    {
        assert!(text.contains(words), "{words} in {text}");
    }
    assert!(text.contains("预约只是留好时间，能不能登记以窗口当面审查为准。"));
    assert!(text.contains("2026年1月26日星期一9:18打印"));
    assert!(printed.uncovered.is_empty());
    assert_eq!(printed.pages, 1);
}

#[test]
fn a_phone_reads_the_address_from_the_printed_code() {
    let slip = lay_down("booking_slip_qr", &press().booking_slip(&booking_slip()).expect("a slip"));
    assert_eq!(slip.qr(), booking_slip().qr);
    assert!(slip.structure().contains(&booking_slip().qr), "on a phone the code can be pressed");
}

#[test]
fn its_fonts_are_embedded_subsets_and_the_file_is_small_and_sound() {
    let printed = press().booking_slip(&booking_slip()).expect("a slip");
    let slip = lay_down("booking_slip_file", &printed);
    let fonts = slip.fonts();
    assert!(fonts.len() >= 3, "{fonts:?}");
    for (name, embedded, subset, unicode) in fonts {
        assert!(embedded && subset && unicode, "{name}: {embedded} {subset} {unicode}");
    }
    assert!(slip.is_sound());
    assert!(printed.pdf.len() <= 40 * 1024, "{} bytes", printed.pdf.len());
}

#[test]
fn slips_of_two_services_differ_in_nothing_but_the_code() {
    let press = press();
    let mut other = booking_slip();
    other.code = "10593342".into();
    let divorce = lay_down("slip_divorce", &press.booking_slip(&booking_slip()).expect("a slip"));
    let reissue = lay_down("slip_reissue", &press.booking_slip(&other).expect("a slip"));
    assert_ne!(divorce.lines(), reissue.lines());
    assert_eq!(divorce.lines().replace("4821 0637", "1059 3342"), reissue.lines());
}

#[test]
fn the_same_slip_is_the_same_file() {
    let once = press().booking_slip(&booking_slip()).expect("a slip");
    let twice = press().booking_slip(&booking_slip()).expect("a slip");
    assert!(once.pdf == twice.pdf);
}

#[test]
fn the_year_stands_only_where_it_is_another() {
    let mut slip = booking_slip();
    slip.date = date("2027-01-05");
    let text = lay_down("slip_next_year", &press().booking_slip(&slip).expect("a slip")).text();
    assert!(text.contains("2027年1月5日"));
}

#[test]
fn the_english_slip_fits_its_page() {
    let mut slip = booking_slip();
    slip.lang = Lang::En;
    let page = lay_down("booking_slip_en", &press().booking_slip(&slip).expect("a slip"));
    assert!(page.lines().contains("A booking keeps your time."));
    assert!(page.lines().contains("10 February"));
    let edges = page.edges();
    assert!(edges.left >= 21.9 && edges.right <= 188.2, "{} {}", edges.left, edges.right);
}

#[test]
fn a_reprint_says_which_and_carries_title_language_and_day_of_printing() {
    let mut slip = booking_slip();
    slip.imprint.reprint = Some(2);
    let printed = press().booking_slip(&slip).expect("a slip");
    let page = lay_down("slip_reprint", &printed);
    assert!(page.text().contains("补打2"));
    let info = page.info();
    assert!(info.contains("预约凭条"), "{info}");
    assert!(info.contains("2026-01-26T"), "{info}");
    assert!(page.structure().contains("zh-CN"));
}

//! 一次性告知单, 不予办理告知书 and 发证凭条.

use papers::MissingPaper;

use crate::reader::{lay_down, press};
use crate::samples;

#[test]
fn the_list_of_missing_papers_says_what_would_do_instead_and_until_when() {
    let notice = samples::missing_papers_notice();
    let page = lay_down("missing", &press().missing_papers_notice(&notice).expect("a notice"));
    let text = page.text();
    for words in [
        "一次性告知单",
        "王小明、李芳：",
        "还缺3样",
        "没有的话：有效的临时居民身份证",
        "最晚3月26日星期四来办完",
        "经办人：赵敏",
        "不是不予办理的决定",
    ] {
        assert!(text.contains(words), "{words} in {text}");
    }
    assert_eq!(Some(page.qr()), notice.qr);
}

#[test]
fn a_list_that_runs_over_gets_page_numbers_and_loses_nothing() {
    let mut notice = samples::missing_papers_notice();
    notice.missing = (1..=24).map(|n| MissingPaper { what: format!("第{n}种材料"), instead: None }).collect();
    let printed = press().missing_papers_notice(&notice).expect("a notice");
    let page = lay_down("missing_many", &printed);
    assert!(printed.pages > 1);
    for n in 1..=24 {
        assert!(page.text().contains(&format!("第{n}种材料")), "{n}");
    }
    assert!(page.text().contains(&format!("第2页，共{}页", printed.pages)));
    assert!(page.is_sound());
}

#[test]
fn a_refusal_names_ground_article_both_remedies_and_what_would_work() {
    let notice = samples::refusal_notice();
    let page = lay_down("refusal", &press().refusal_notice(&notice).expect("a notice"));
    let text = page.text();
    for words in [
        "不予办理结婚登记告知书",
        "《婚姻登记条例》第九条第（一）项",
        "未到法定结婚年龄",
        "六十日内向商河县人民政府申请行政复议",
        "六个月内向商河县人民法院提起行政诉讼",
        "2026年8月1日星期六起",
    ] {
        assert!(text.contains(words), "{words} in {text}");
    }
    assert_eq!(Some(page.qr()), notice.qr);
}

#[test]
fn the_issuing_slip_holds_the_register_entry_and_wishes_once() {
    let slip = samples::issuing_slip();
    let page = lay_down("issuing", &press().issuing_slip(&slip).expect("a slip"));
    let text = page.text();
    for words in
        ["J370126-2026-000123", "王小明", "李芳", "2026年2月10日", "37012600012345", "37012600012346", "赵敏"]
    {
        assert!(text.contains(words), "{words} in {text}");
    }
    assert_eq!(text.matches("祝两位百年好合").count(), 1);
    assert!(!text.contains("恭喜"));
    assert_eq!(page.qr(), slip.qr);
}

//! The papers of a reissue: every field of both forms, what replaces what, and nothing that tells too much.

use papers::{ReissuePhoto, ReissueProxy};

use crate::reader::{lay_down, press};
use crate::samples;

#[test]
fn the_declaration_has_every_field_of_both_the_registration_and_the_reason() {
    let form = samples::reissue_declaration();
    let page = lay_down("reissue_declaration", &press().reissue_declaration(&form).expect("a form"));
    let text = page.text();
    for label in ["性别", "国籍", "民族", "出生日期", "住址"] {
        assert_eq!(text.matches(label).count(), 2, "{label} in {text}");
    }
    for words in [
        "申请补领婚姻登记证声明书",
        "预填件，以国家系统打印件为准",
        "37012619830308051X",
        "370126198411200026",
        "补领证件",
        "结婚证",
        "补领原因",
        "遗失",
        "原登记日期",
        "2009年10月08日",
        "原登记机关",
        "J370126-2009-000231",
        "现婚姻状况",
        "受托人姓名",
        "声明人",
        "监誓人",
        "指纹",
        "愿承担法律责任",
    ] {
        assert!(text.contains(words), "{words} in {text}");
    }
    assert!(!page.has_qr());
}

#[test]
fn a_proxy_stands_on_the_declaration_by_name_and_number() {
    let mut form = samples::reissue_declaration();
    form.proxy = Some(ReissueProxy {
        name: "孙三".into(),
        id_kind: "居民身份证".into(),
        id_number: "370126197901010034".into(),
    });
    let page = lay_down("reissue_proxy", &press().reissue_declaration(&form).expect("a form"));
    assert!(page.text().contains("孙三") && page.text().contains("370126197901010034"));
}

#[test]
fn the_review_form_says_what_the_archive_holds_and_keeps_the_original_day_beside_the_new_one() {
    let form = samples::reissue_review_form();
    let page = lay_down("reissue_review", &press().reissue_review_form(&form).expect("a form"));
    let text = page.as_drawn();
    for words in [
        "补发婚姻登记证审查处理表",
        "档案查证情况",
        "2009-结-0231",
        "婚姻状况核对",
        "登记日期",
        "2009年10月08日",
        "补发日期",
        "2026年02月10日",
        "BJ370126-2026-000007",
        "37012600012347",
        "37012600012348",
        "符合补发条件，准予补发",
        "当事人领证签名并按指纹",
        "遗失补发",
        "双方合影",
    ] {
        assert!(text.contains(words), "{words} in {text}");
    }
    assert!(page.text().contains("预填件，以国家系统打印件为准") && !page.has_qr());
}

#[test]
fn of_a_divorce_the_review_form_has_one_photo_and_one_place_to_sign() {
    let mut form = samples::reissue_review_form();
    form.photo = ReissuePhoto::Single;
    form.certificate = "离婚证".into();
    form.persons[1].booklet = String::new();
    let printed = press().reissue_review_form(&form).expect("a form");
    let page = lay_down("reissue_review_single", &printed);
    let text = page.text();
    assert!(text.contains("单人照") && !text.contains("双方合影"));
    assert_eq!(text.matches("指纹").count() - 1, 1, "one square beside the label: {text}");
    assert_eq!(printed.pages, 1);
}

#[test]
fn the_slip_names_both_days_and_what_it_replaces_and_wishes_nothing() {
    let slip = samples::reissue_slip();
    let page = lay_down("reissue_slip", &press().reissue_slip(&slip).expect("a slip"));
    let text = page.text();
    for words in [
        "BJ370126-2026-000007",
        "J370126-2009-000231",
        "2026年2月10日",
        "2009年10月8日",
        "王小明、李芳",
        "赵敏",
    ] {
        assert!(text.contains(words), "{words} in {text}");
    }
    for words in ["祝", "恭喜", "百年"] {
        assert!(!text.contains(words), "{words} in {text}");
    }
    assert_eq!(page.qr(), slip.qr);
}

#[test]
fn the_notice_names_ground_article_both_remedies_and_what_would_work() {
    let notice = samples::reissue_notice();
    let page = lay_down("reissue_notice", &press().reissue_notice(&notice).expect("a notice"));
    let text = page.text();
    for words in [
        "不予补发婚姻登记证告知书",
        "已经离婚",
        "《婚姻登记条例》第二十一条",
        "六十日内向商河县人民政府申请行政复议",
        "六个月内向商河县人民法院提起行政诉讼",
        "婚姻登记记录证明",
    ] {
        assert!(text.contains(words), "{words} in {text}");
    }
    assert_eq!(Some(page.qr()), notice.qr);
}

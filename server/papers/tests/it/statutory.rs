//! The working copies: every field of the form, the band or the watermark, and no code where none belongs.

use papers::RecordSystem;

use crate::reader::{lay_down, press};
use crate::samples;

#[test]
fn the_declaration_has_every_field_of_both_parties_and_the_statement() {
    let form = samples::marriage_declaration();
    let page = lay_down("declaration", &press().marriage_declaration(&form).expect("a form"));
    let text = page.text();
    for label in [
        "姓名",
        "性别",
        "国籍",
        "民族",
        "出生日期",
        "婚姻状况",
        "职业",
        "文化程度",
        "身份证件号",
        "常住户口所在地",
        "患病情况",
    ] {
        assert_eq!(text.matches(label).count(), 2, "{label} in {text}");
    }
    for words in [
        "37012619990308051X",
        "370126200111200026",
        "1999年03月08日",
        "自愿结为夫妻",
        "愿承担法律责任",
        "声明人",
        "监誓人",
        "指纹",
        "申请日期",
    ] {
        assert!(text.contains(words), "{words} in {text}");
    }
}

#[test]
fn the_review_form_has_every_field_of_the_norm() {
    let form = samples::marriage_review_form();
    let page = lay_down("review", &press().marriage_review_form(&form).expect("a form"));
    let text = page.as_drawn();
    for words in [
        "申请人姓名",
        "出生日期",
        "登记日期",
        "身份证件号",
        "国籍",
        "提供证件情况",
        "审查意见",
        "符合结婚条件，准予登记",
        "结婚证字号",
        "J370126-2026-000123",
        "结婚证印制号",
        "37012600012345",
        "37012600012346",
        "承办机关名称",
        "登记员（签名）",
        "双方合影",
        "钢印",
        "当事人领证签名并按指纹",
        "备注",
    ] {
        assert!(text.contains(words), "{words} in {text}");
    }
}

#[test]
fn under_the_national_system_both_are_drafts_without_a_code() {
    let press = press();
    for (name, printed) in [
        ("declaration_national", press.marriage_declaration(&samples::marriage_declaration())),
        ("review_national", press.marriage_review_form(&samples::marriage_review_form())),
    ] {
        let page = lay_down(name, &printed.expect(name));
        assert!(page.text().contains("预填件，以国家系统打印件为准"), "{name}");
        assert!(!page.has_qr(), "{name}");
        assert!(!page.text().contains("演示"), "{name}");
    }
}

#[test]
fn in_training_both_carry_the_watermark_and_their_code_instead() {
    let press = press();
    let own = RecordSystem::Own { qr: Some("https://hunyin.example.gov.cn/v/dHJhaW5pbmc".into()) };
    let mut declaration = samples::marriage_declaration();
    declaration.record = own.clone();
    let mut review = samples::marriage_review_form();
    review.record = own;
    for (name, printed) in [
        ("declaration_own", press.marriage_declaration(&declaration)),
        ("review_own", press.marriage_review_form(&review)),
    ] {
        let page = lay_down(name, &printed.expect(name));
        assert!(!page.text().contains("预填件"), "{name}");
        assert_eq!(page.qr(), "https://hunyin.example.gov.cn/v/dHJhaW5pbmc", "{name}");
    }
}

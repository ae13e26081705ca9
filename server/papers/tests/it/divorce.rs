//! The papers of a divorce: what each says, and what none may tell.

use chrono::NaiveDate;
use papers::{
    APPLICATION, DIVORCE_DECLARATION, DivorceApplicationForm, DivorceDateSheet, DivorceDeclaration,
    DivorceNotice, DivorceNoticeKind, DivorceParty, DivorceReviewForm, DivorceWithdrawalConfirmation,
    DivorceWithdrawalRequest, Imprint, MarriageEntry, Printed, RecordSystem, RefusedParty, Remedies,
    WITHDRAWAL,
};

use crate::reader::{OnDisk, lay_down, press};
use crate::samples::{LONG, RARE, date, moment, office};

fn imprint(printed_at: &str) -> Imprint {
    Imprint { printed_at: moment(printed_at), reprint: None, specimen: false }
}

fn on_acceptance() -> Imprint {
    imprint("2026-01-16T14:15:00")
}

pub fn date_sheet() -> DivorceDateSheet {
    DivorceDateSheet {
        office: office(),
        imprint: on_acceptance(),
        accepted: date("2026-01-16"),
        thirty: [date("2026-01-17"), date("2026-02-24")],
        window: [date("2026-02-25"), date("2026-03-26")],
        lapses_on: date("2026-03-27"),
        why_thirty_last: "第 30 天是2月15日 星期日，春节放假到2月23日，顺延。".into(),
        why_window_first: String::new(),
        why_window_last: String::new(),
        counselling_phone: "0531-8000 0129".into(),
        qr: Some("https://hunyin.example.gov.cn/v/AQUAC0qBZ0ZyYW5kb21wYXBlcg".into()),
    }
}

fn first() -> DivorceParty {
    DivorceParty {
        name: "周怀安".into(),
        sex: "男".into(),
        nationality: "中国".into(),
        born: Some(date("1988-09-30")),
        ethnicity: "汉族".into(),
        occupation: "专业技术人员".into(),
        education: "大学本科".into(),
        id_kind: "居民身份证".into(),
        id_number: "370126198809300012".into(),
        address: "山东省济南市商河县许商街道明辉路社区3号楼2单元501室".into(),
        phone: "138 0000 0000".into(),
    }
}

fn second() -> DivorceParty {
    DivorceParty {
        name: "许静宜".into(),
        sex: "女".into(),
        born: Some(date("1990-02-14")),
        id_number: "370126199002140028".into(),
        ..first()
    }
}

fn marriage() -> MarriageEntry {
    MarriageEntry {
        registered_on: Some(date("2015-05-20")),
        office: "商河县民政局".into(),
        certificate_no: "J370126-2015-000520".into(),
    }
}

fn application() -> DivorceApplicationForm {
    DivorceApplicationForm {
        office: "商河县民政局".into(),
        imprint: on_acceptance(),
        record: RecordSystem::National,
        parties: [first(), second()],
        marriage: marriage(),
        statement: APPLICATION.into(),
        applied_on: Some(date("2026-01-16")),
    }
}

fn withdrawal_request() -> DivorceWithdrawalRequest {
    DivorceWithdrawalRequest {
        office: "商河县民政局".into(),
        imprint: imprint("2026-02-10T09:40:00"),
        record: RecordSystem::National,
        mine: second(),
        other: first(),
        receipt_no: "LSL-2026-0001".into(),
        accepted_on: date("2026-01-16"),
        statement: WITHDRAWAL.into(),
        withdrawn_on: Some(date("2026-02-10")),
    }
}

fn withdrawal_confirmation() -> DivorceWithdrawalConfirmation {
    DivorceWithdrawalConfirmation {
        office: "商河县民政局".into(),
        imprint: imprint("2026-02-10T09:44:00"),
        record: RecordSystem::National,
        number: String::new(),
        mine: second(),
        other: first(),
        receipt_no: "LSL-2026-0001".into(),
        accepted_on: date("2026-01-16"),
        withdrawn_on: date("2026-02-10"),
    }
}

fn declaration() -> DivorceDeclaration {
    DivorceDeclaration {
        office: "商河县民政局".into(),
        imprint: imprint("2026-03-02T10:20:00"),
        record: RecordSystem::National,
        mine: first(),
        other: second(),
        marriage: marriage(),
        statement: DIVORCE_DECLARATION.into(),
        declared_on: Some(date("2026-03-02")),
    }
}

fn review_form() -> DivorceReviewForm {
    let shown = || vec!["居民身份证".into(), "结婚证".into(), "受理回执单".into()];
    DivorceReviewForm {
        office: "商河县民政局".into(),
        imprint: imprint("2026-03-02T10:30:00"),
        record: RecordSystem::National,
        parties: [first(), second()],
        documents: [shown(), shown()],
        marriage: marriage(),
        agreement: "一式三份，双方当面签名".into(),
        opinion: "符合离婚条件，准予登记".into(),
        certificate_no: "L370126-2026-000123".into(),
        booklets: ["37012600045671".into(), "37012600045672".into()],
        registered_on: Some(date("2026-03-02")),
        remarks: String::new(),
    }
}

fn notice(kind: DivorceNoticeKind) -> DivorceNotice {
    let party = |name: &str, number: &str| RefusedParty {
        name: name.into(),
        id_kind: "居民身份证".into(),
        id_number: number.into(),
    };
    let (ground, article, next) = match kind {
        DivorceNoticeKind::NotAccepted => (
            "未达成离婚协议",
            "《婚姻登记条例》第十四条",
            "双方就孩子、财产、债务达成书面协议后，任何工作日都可以再来。",
        ),
        DivorceNoticeKind::Refused => (
            "三十日期限尚未届满",
            "《民法典》第一千零七十七条、《婚姻登记条例》第十六条",
            "2026年2月25日 星期三至2026年3月26日 星期四，两位带材料一起来，工作日都可以办。",
        ),
    };
    DivorceNotice {
        kind,
        office: "商河县民政局".into(),
        imprint: imprint("2026-02-24T11:02:00"),
        number: None,
        parties: vec![party("周怀安", "370126********0012"), party("许静宜", "370126********0028")],
        came_on: date("2026-02-24"),
        facts: String::new(),
        ground: ground.into(),
        article: article.into(),
        remedies: Remedies {
            review_body: "商河县人民政府".into(), court: "商河县人民法院".into()
        },
        what_would_work: next.into(),
        date: date("2026-02-24"),
        qr: Some("https://hunyin.example.gov.cn/v/AQYAC0qBZ0ZyYW5kb21wYXBlcg".into()),
    }
}

/// Every paper with its name on disk.
fn all() -> Vec<(&'static str, Printed)> {
    let press = press();
    let blank = on_acceptance();
    vec![
        ("divorce_date_sheet", press.divorce_date_sheet(&date_sheet())),
        ("divorce_application", press.divorce_application(&application())),
        ("divorce_withdrawal_request", press.divorce_withdrawal_request(&withdrawal_request())),
        (
            "divorce_withdrawal_confirmation",
            press.divorce_withdrawal_confirmation(&withdrawal_confirmation()),
        ),
        ("divorce_declaration", press.divorce_declaration(&declaration())),
        ("divorce_review_form", press.divorce_review_form(&review_form())),
        ("divorce_not_accepted", press.divorce_notice(&notice(DivorceNoticeKind::NotAccepted))),
        ("divorce_refused", press.divorce_notice(&notice(DivorceNoticeKind::Refused))),
        ("divorce_agreement_blank", press.divorce_agreement_blank(&blank)),
        ("divorce_interview_blank", press.divorce_interview_blank("商河县民政局", &blank)),
    ]
    .into_iter()
    .map(|(name, printed)| (name, printed.expect(name)))
    .collect()
}

fn laid(name: &str) -> OnDisk {
    let (_, printed) = all().into_iter().find(|(other, _)| *other == name).expect(name);
    lay_down(name, &printed)
}

#[test]
fn each_is_sound_within_its_margins_and_on_as_few_sheets_as_it_needs() {
    for (name, printed) in all() {
        let page = lay_down(name, &printed);
        assert!(page.is_sound(), "{name}");
        let edges = page.edges();
        assert!(
            edges.left >= 21.9 && edges.right <= 188.2 && edges.bottom <= 286.5,
            "{name} {}",
            edges.bottom
        );
        let pages = if name == "divorce_agreement_blank" { 6 } else { 1 };
        assert_eq!(printed.pages, pages, "{name}");
        assert!(
            printed.uncovered.is_empty() && printed.pdf.len() <= 96 * 1024,
            "{name}: {}",
            printed.pdf.len()
        );
    }
}

#[test]
fn no_title_in_a_readers_window_tells_what_the_paper_is_about() {
    for (name, printed) in all() {
        let info = lay_down(name, &printed).info();
        let title = info.lines().find(|line| line.starts_with("Title")).expect("a title");
        assert!(!title.contains("离婚") && !title.contains("撤回"), "{name}: {title}");
    }
}

#[test]
fn the_date_sheet_has_all_dates_with_their_weekday_the_help_lines_and_no_name() {
    let text = laid("divorce_date_sheet").text();
    for words in [
        "日期单",
        "1月16日星期五",
        "1月17日星期六",
        "2月24日星期二",
        "2月25日星期三",
        "3月26日星期四",
        "3月27日星期五起，申请自动终止，可以重新申请",
        "这天还可以撤回，还不能领证",
        "春节放假",
        "110",
        "12338",
        "12348",
        "我想单独咨询",
        "以受理回执单为准",
        "0531-80000129",
    ] {
        assert!(text.contains(words), "{words} in {text}");
    }
    for word in ["离婚登记", "周怀安", "许静宜", "LSL-2026"] {
        assert!(!text.contains(word), "{word} in {text}");
    }
    assert_eq!(laid("divorce_date_sheet").qr(), date_sheet().qr.expect("a code"));
}

#[test]
fn the_date_sheet_holds_dates_of_two_years_and_the_longest_reasons() {
    let mut sheet = date_sheet();
    sheet.accepted = date("2025-12-02");
    sheet.thirty = [date("2025-12-03"), date("2026-01-04")];
    sheet.window = [date("2026-01-05"), date("2026-02-03")];
    sheet.lapses_on = date("2026-02-04");
    sheet.imprint.printed_at = moment("2025-12-02T09:00:00");
    sheet.why_thirty_last =
        "第 30 天本来是2026年1月1日 星期四。2026年1月1日至2026年1月3日元旦放假，顺延到放假后的第一天。"
            .into();
    sheet.why_window_first = "这天不上班，最早2026年1月6日 星期二可以办。".into();
    let printed = press().divorce_date_sheet(&sheet).expect("a sheet");
    let page = lay_down("divorce_date_sheet_two_years", &printed);
    assert_eq!(printed.pages, 1);
    assert!(page.text().contains("2026年1月4日星期日"), "{}", page.text());
    assert!(page.edges().right <= 188.2);
    assert_eq!(page.qr(), sheet.qr.expect("a code"));
}

#[test]
fn every_field_of_the_forms_stands_on_them() {
    for (name, words) in [
        (
            "divorce_application",
            &[
                "姓名",
                "性别",
                "国籍",
                "出生日期",
                "民族",
                "职业",
                "文化程度",
                "身份证件号",
                "常住户口所在地",
                "结婚登记日期",
                "结婚登记机关",
                "结婚证字号",
                "J370126-2015-000520",
                "签名并按指纹",
                "登记员",
                "三十日内",
            ][..],
        ),
        (
            "divorce_withdrawal_request",
            &[
                "许静宜",
                "周怀安",
                "受理日期",
                "回执编号",
                "LSL-2026-0001",
                "联系电话",
                "撤回日期",
                "不愿意离婚",
            ],
        ),
        (
            "divorce_withdrawal_confirmation",
            &["存根联", "编号", "申请撤回的一方", "原受理日期", "撤回日期", "登记员", "盖章", "重新申请"],
        ),
        ("divorce_declaration", &["完全民事行为能力", "自愿离婚", "监誓人", "声明人", "指纹"]),
        (
            "divorce_review_form",
            &[
                "提供证件情况",
                "双方结婚证字号",
                "离婚协议",
                "审查意见",
                "符合离婚条件，准予登记",
                "离婚证字号",
                "L370126-2026-000123",
                "离婚证印制号",
                "37012600045671",
                "单人照",
                "钢印",
                "当事人领证",
                "备注",
            ],
        ),
        (
            "divorce_not_accepted",
            &["不予受理离婚登记申请告知书", "未达成离婚协议", "第十四条", "行政复议", "六个月"],
        ),
        ("divorce_refused", &["不予办理离婚登记告知书", "2026年2月25日星期三", "商河县人民法院"]),
        (
            "divorce_agreement_blank",
            &["离婚协议书", "甲方", "乙方", "子女抚养", "财产", "债务", "一式三份", "存档"],
        ),
        ("divorce_interview_blank", &["询问笔录", "自愿离婚", "强迫", "被询问人"]),
    ] {
        let text = laid(name).as_drawn();
        for word in words {
            assert!(text.contains(word), "{word} in {name}: {text}");
        }
        for word in ["夫妻", "新人", "女方", "男方"] {
            assert!(!text.contains(word), "{word} in {name}");
        }
    }
}

#[test]
fn working_copies_are_drafts_without_a_code_and_in_training_watermarked() {
    for name in
        ["divorce_application", "divorce_withdrawal_request", "divorce_declaration", "divorce_review_form"]
    {
        let page = laid(name);
        assert!(page.text().contains("预填件，以国家系统打印件为准") && !page.has_qr(), "{name}");
    }
    let mut form = review_form();
    form.record = RecordSystem::Own { qr: None };
    let page = lay_down("divorce_review_own", &press().divorce_review_form(&form).expect("a form"));
    assert!(!page.text().contains("预填件") && page.as_drawn().contains("演示"));
}

#[test]
fn names_of_rare_characters_and_of_sixty_stay_on_one_sheet() {
    let mut form = review_form();
    form.parties[0].name = RARE.into();
    form.parties[1].name = LONG.into();
    let printed = press().divorce_review_form(&form).expect("a form");
    assert_eq!(printed.pages, 1);
    assert!(lay_down("divorce_review_long", &printed).as_drawn().contains(RARE));
    let mut form = application();
    form.parties =
        [DivorceParty { name: LONG.into(), ..first() }, DivorceParty { name: RARE.into(), ..second() }];
    assert_eq!(press().divorce_application(&form).expect("a form").pages, 1);
}

#[test]
fn an_empty_field_is_left_open_for_the_pen() {
    let mut form = application();
    form.parties = [DivorceParty::default(), DivorceParty::default()];
    form.applied_on = None::<NaiveDate>;
    let printed = press().divorce_application(&form).expect("a form");
    assert!(!lay_down("divorce_application_empty", &printed).text().contains("1988"));
}

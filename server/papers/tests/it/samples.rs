//! The invented story of the comps: booked on 26 January 2026 for 10 February, registered that day.

use chrono::{NaiveDate, NaiveDateTime, NaiveTime};
use papers::{
    Applicant, BookingSlip, DECLARATION, Deadline, Declarant, DivorceParty, Imprint, IssuingSlip, Lang,
    MarriageDeclaration, MarriageReviewForm, MissingPaper, MissingPapersNotice, Office, OriginalEntry,
    REISSUE_TRUTH, RecordSystem, RefusalNotice, RefusedParty, ReissueDeclaration, ReissueNotice,
    ReissuePhoto, ReissueReviewForm, ReissueSlip, Remedies,
};

/// Four characters that common fonts lack: extensions B, C, E and one of the basic plane's later rows.
pub const RARE: &str = "王𬭚㛃𫖯𠅤";
/// A name of sixty characters.
pub const LONG: &str = "阿卜杜热合曼·买买提依明·阿卜杜萨拉木·吐尔逊尼亚孜·艾合买提江·玉素甫哈吉·阿不都克里木·麦麦提图尔荪·艾尼瓦尔江汗库";

pub fn office() -> Office {
    Office {
        name: "商河县婚姻登记处".into(),
        phone: "0531-8000 0126".into(),
        hours: "工作日 8:30–17:00".into(),
        address: "商河县明辉路26号，县民政局一楼东厅。".into(),
        transport: "公交2路、5路“民政局”站。".into(),
    }
}

pub fn imprint() -> Imprint {
    Imprint { printed_at: moment("2026-01-26T09:18:00"), reprint: None, specimen: false }
}

fn imprint_on_the_day() -> Imprint {
    Imprint { printed_at: moment("2026-02-10T10:52:00"), ..imprint() }
}

pub fn booking_slip() -> BookingSlip {
    BookingSlip {
        office: office(),
        imprint: imprint(),
        lang: Lang::Zh,
        date: date("2026-02-10"),
        start: time("10:30"),
        end: time("11:00"),
        code: "48210637".into(),
        qr: "https://hunyin.example.gov.cn/b/48210637".into(),
    }
}

pub fn missing_papers_notice() -> MissingPapersNotice {
    MissingPapersNotice {
        office: office(),
        imprint: imprint_on_the_day(),
        people: vec!["王小明".into(), "李芳".into()],
        matter: "结婚登记".into(),
        missing: vec![
            MissingPaper {
                what: "李芳的居民身份证（现在这张2025年12月31日到期）".into(),
                instead: Some("有效的临时居民身份证".into()),
            },
            MissingPaper {
                what: "王小明的离婚证明".into(),
                instead: Some("法院生效的离婚判决书、调解书，或法院出具的离婚证明书".into()),
            },
            MissingPaper { what: "2寸红底合影3张".into(), instead: None },
        ],
        deadline: Some(Deadline {
            date: date("2026-03-26"),
            why: "过了这天申请自动终止，可以重新申请（《婚姻登记条例》第十六条）。".into(),
        }),
        officer: "赵敏".into(),
        date: date("2026-02-10"),
        qr: Some("https://hunyin.example.gov.cn/v/eyJrIjoibm90aWNlIn0.c2lnbmF0dXJl".into()),
    }
}

pub fn refusal_notice() -> RefusalNotice {
    let party = |name: &str, number: &str| RefusedParty {
        name: name.into(),
        id_kind: "居民身份证".into(),
        id_number: number.into(),
    };
    RefusalNotice {
        office: "商河县民政局".into(),
        imprint: imprint_on_the_day(),
        number: Some("商民婚告〔2026〕3号".into()),
        parties: vec![party("王小明", "370126********0011"), party("李芳", "370126********0029")],
        applied_on: date("2026-02-10"),
        facts: "王小明出生于2004年8月1日，申请时未满二十二周岁".into(),
        ground: "未到法定结婚年龄".into(),
        article: "《婚姻登记条例》第九条第（一）项".into(),
        remedies: Remedies {
            review_body: "商河县人民政府".into(), court: "商河县人民法院".into()
        },
        what_would_work: "2026年8月1日 星期六起，双方都到法定结婚年龄，可以在任何工作日再来申请。".into(),
        date: date("2026-02-10"),
        qr: Some("https://hunyin.example.gov.cn/v/eyJrIjoicmVmdXNhbCJ9.c2lnbmF0dXJl".into()),
    }
}

pub fn issuing_slip() -> IssuingSlip {
    IssuingSlip {
        office: office(),
        imprint: imprint_on_the_day(),
        certificate_no: "J370126-2026-000123".into(),
        names: ["王小明".into(), "李芳".into()],
        registered_on: date("2026-02-10"),
        booklets: ["37012600012345".into(), "37012600012346".into()],
        issued_by: "赵敏".into(),
        qr: "https://hunyin.example.gov.cn/v/eyJrIjoibWFycmlhZ2UiLCJkIjoiMjAyNi0wMi0xMCJ9.c2lnbmF0dXJlb2ZzaXh0eWZvdXJieXRlcw".into(),
    }
}

pub fn marriage_declaration() -> MarriageDeclaration {
    let mine = Declarant {
        name: "王小明".into(),
        sex: "男".into(),
        nationality: "中国".into(),
        ethnicity: "汉族".into(),
        born: Some(date("1999-03-08")),
        marital_status: "离婚".into(),
        occupation: "专业技术人员".into(),
        education: "大学本科".into(),
        id_kind: "居民身份证".into(),
        id_number: "37012619990308051X".into(),
        address: "山东省济南市商河县许商街道明辉路社区3号楼2单元501室".into(),
        health: String::new(),
    };
    let other = Declarant {
        name: "李芳".into(),
        sex: "女".into(),
        ethnicity: "回族".into(),
        born: Some(date("2001-11-20")),
        marital_status: "未婚".into(),
        id_number: "370126200111200026".into(),
        ..mine.clone()
    };
    MarriageDeclaration {
        office: "商河县民政局".into(),
        imprint: imprint_on_the_day(),
        record: RecordSystem::National,
        mine,
        other,
        statement: DECLARATION.into(),
        applied_on: Some(date("2026-02-10")),
    }
}

pub fn marriage_review_form() -> MarriageReviewForm {
    let first = Applicant {
        name: "王小明".into(),
        sex: "男".into(),
        born: Some(date("1999-03-08")),
        nationality: "中国".into(),
        id_number: "37012619990308051X".into(),
        documents: vec!["居民身份证".into(), "离婚证L370126-2024-000077".into(), "无配偶声明".into()],
        booklet: "37012600012345".into(),
    };
    let second = Applicant {
        name: "李芳".into(),
        sex: "女".into(),
        born: Some(date("2001-11-20")),
        id_number: "370126200111200026".into(),
        documents: vec!["居民身份证".into(), "无配偶声明".into()],
        booklet: "37012600012346".into(),
        ..first.clone()
    };
    MarriageReviewForm {
        office: "商河县民政局".into(),
        imprint: imprint_on_the_day(),
        record: RecordSystem::National,
        applicants: [first, second],
        opinion: "符合结婚条件，准予登记".into(),
        certificate_no: "J370126-2026-000123".into(),
        registered_on: Some(date("2026-02-10")),
        remarks: "男方原婚姻状况与联网核对一致。".into(),
    }
}

pub fn date(text: &str) -> NaiveDate {
    text.parse().expect("a date")
}

pub fn moment(text: &str) -> NaiveDateTime {
    text.parse().expect("a moment")
}

fn time(text: &str) -> NaiveTime {
    NaiveTime::parse_from_str(text, "%H:%M").expect("a time")
}

fn reissue_party(name: &str, sex: &str, born: &str, id_number: &str) -> DivorceParty {
    DivorceParty {
        name: name.into(),
        sex: sex.into(),
        nationality: "中国".into(),
        born: Some(date(born)),
        ethnicity: "汉族".into(),
        id_kind: "居民身份证".into(),
        id_number: id_number.into(),
        address: "山东省济南市商河县许商街道".into(),
        ..DivorceParty::default()
    }
}

fn original() -> OriginalEntry {
    OriginalEntry {
        registered_on: Some(date("2009-10-08")),
        office: "商河县民政局".into(),
        certificate_no: "J370126-2009-000231".into(),
    }
}

pub fn reissue_declaration() -> ReissueDeclaration {
    ReissueDeclaration {
        office: "商河县民政局".into(),
        imprint: imprint_on_the_day(),
        record: RecordSystem::National,
        mine: reissue_party("王小明", "男", "1983-03-08", "37012619830308051X"),
        other: reissue_party("李芳", "女", "1984-11-20", "370126198411200026"),
        certificate: "结婚证".into(),
        reason: "遗失".into(),
        original: original(),
        marital_status: "已婚".into(),
        statement: format!(
            "本人与对方于2009年10月08日在商河县民政局办理结婚登记，现在仍然维持该婚姻状况。因结婚证遗失，申请补领结婚证。\n{REISSUE_TRUTH}"
        ),
        proxy: None,
        applied_on: Some(date("2026-02-10")),
    }
}

pub fn reissue_review_form() -> ReissueReviewForm {
    let applicant = |name: &str, born: &str, id_number: &str, booklet: &str| Applicant {
        name: name.into(),
        born: Some(date(born)),
        nationality: "中国".into(),
        id_number: id_number.into(),
        booklet: booklet.into(),
        ..Applicant::default()
    };
    ReissueReviewForm {
        office: "商河县民政局".into(),
        imprint: imprint_on_the_day(),
        record: RecordSystem::National,
        persons: [
            applicant("王小明", "1983-03-08", "37012619830308051X", "37012600012347"),
            applicant("李芳", "1984-11-20", "370126198411200026", "37012600012348"),
        ],
        certificate: "结婚证".into(),
        reason: "遗失".into(),
        original: original(),
        archive: "查到，档号2009-结-0231，商河县档案馆保管，与身份证件一致".into(),
        status: "一致，2026年02月10日10:37联网核对".into(),
        documents: vec!["居民身份证（王小明）".into(), "居民身份证（李芳）".into()],
        opinion: "符合补发条件，准予补发".into(),
        certificate_no: "BJ370126-2026-000007".into(),
        reissued_on: Some(date("2026-02-10")),
        remarks: "遗失补发".into(),
        photo: ReissuePhoto::Joint,
    }
}

pub fn reissue_notice() -> ReissueNotice {
    ReissueNotice {
        office: "商河县民政局".into(),
        imprint: imprint_on_the_day(),
        number: None,
        parties: vec![RefusedParty {
            name: "王小明".into(),
            id_kind: "居民身份证".into(),
            id_number: "37012619830308051X".into(),
        }],
        applied_on: date("2026-02-10"),
        certificate: "结婚证".into(),
        ground: "登记后双方已经离婚，申请时的婚姻状况已经改变".into(),
        article: "《婚姻登记条例》第二十一条".into(),
        remedies: Remedies {
            review_body: "商河县人民政府".into(), court: "商河县人民法院".into()
        },
        what_would_work: "可以凭身份证件申请出具婚姻登记记录证明，或者复印婚姻登记档案，任何工作日都可以。"
            .into(),
        date: date("2026-02-10"),
        qr: Some("https://hunyin.example.gov.cn/v/bm90aWNl".into()),
    }
}

pub fn reissue_slip() -> ReissueSlip {
    ReissueSlip {
        office: office(),
        imprint: imprint_on_the_day(),
        certificate_no: "BJ370126-2026-000007".into(),
        certificate: "结婚证".into(),
        names: vec!["王小明".into(), "李芳".into()],
        registered_on: date("2009-10-08"),
        reissued_on: date("2026-02-10"),
        replaces: "J370126-2009-000231".into(),
        booklets: vec!["37012600012347".into(), "37012600012348".into()],
        handed_to: "王小明、李芳".into(),
        issued_by: "赵敏".into(),
        qr: "https://hunyin.example.gov.cn/v/cmVpc3N1ZQ".into(),
    }
}

//! 月报、年报: figures in columns, the sums written out, three places to sign.

use papers::{CheckRow, FiguresReturn, FiguresRow};

use crate::reader::{lay_down, press};
use crate::samples::imprint;

fn row(title: &str, values: &[i64]) -> FiguresRow {
    FiguresRow { title: title.into(), unit: "对".into(), values: values.to_vec() }
}

fn check(title: &str, agrees: bool) -> CheckRow {
    CheckRow {
        title: title.into(),
        sum: "结婚 364 + 受理 142 + 离婚 54 + 补领 50".into(),
        result: "= 610".into(),
        agrees,
    }
}

fn of_a_month() -> FiguresReturn {
    let mut rows = vec![row("结婚登记", &[364, 121, 902]), row("受理离婚登记申请", &[142, 148, 704])];
    rows.extend((0..34).map(|n| row(&format!("第{n}项指标"), &[n, n + 1, n + 2])));
    FiguresReturn {
        office: "商河县婚姻登记处".into(),
        title: "2024年5月婚姻登记统计表".into(),
        imprint: imprint(),
        provisional: None,
        columns: ["本月", "上月", "本年累计"].map(Into::into).to_vec(),
        rows,
        checks: ["合计", "初婚与再婚", "年龄段", "内地与涉外", "离婚申请在办"]
            .map(|title| check(title, true))
            .into(),
        sentence:
            "5月共办理婚姻登记610对，其中结婚登记364对，受理离婚申请142对，办理离婚登记54对，补领证50件。"
                .into(),
        log: (4783, "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08".into()),
    }
}

fn of_a_year() -> FiguresReturn {
    let columns = (1..=12).map(|month| format!("{month}月")).chain(["全年".into()]);
    let wide = |row: FiguresRow| FiguresRow { values: (1..=13).map(|n| n * 100).collect(), ..row };
    FiguresReturn {
        title: "2024年婚姻登记统计表".into(),
        columns: columns.collect(),
        rows: of_a_month().rows.into_iter().map(wide).collect(),
        ..of_a_month()
    }
}

#[test]
fn a_month_stands_on_one_sheet_with_its_sums_signatures_and_the_logs_head() {
    let printed = press().figures_return(&of_a_month()).expect("a return");
    assert_eq!(printed.pages, 1);
    let sheet = lay_down("figures_month", &printed);
    let text = sheet.text();
    for words in [
        "2024年5月婚姻登记统计表",
        "填报单位：商河县婚姻登记处",
        "本年累计",
        "结婚登记对364121902",
        "结婚364+受理142+离婚54+补领50=610",
        "制表",
        "审核",
        "负责人",
        "操作记录4783条，链尾9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
        "5月共办理婚姻登记610对",
    ] {
        assert!(text.contains(words), "{words} in {text}");
    }
    assert!(!text.contains("未定稿") && !text.contains("不符"));
    assert!(sheet.is_sound());
    let edges = sheet.edges();
    assert!(edges.left >= 21.9 && edges.right <= 188.2 && edges.bottom <= 281.0);
}

#[test]
fn a_year_stands_on_two_sheets_and_every_month_has_its_column() {
    let printed = press().figures_return(&of_a_year()).expect("a return");
    assert_eq!(printed.pages, 2);
    let sheet = lay_down("figures_year", &printed);
    let text = sheet.text();
    assert!(text.contains("1月2月3月4月5月6月"), "{text}");
    assert!(text.contains("7月8月9月10月11月12月全年"), "{text}");
    assert!(text.contains("第1页，共2页") && text.contains("第2页，共2页"), "{text}");
    assert!(sheet.is_sound());
}

#[test]
fn what_is_not_over_or_does_not_agree_says_so() {
    let mut figures = of_a_month();
    figures.provisional = Some("未定稿：这一期还没有结束".into());
    figures.checks[1] = check("初婚与再婚", false);
    let sheet = lay_down("figures_running", &press().figures_return(&figures).expect("a return"));
    let text = sheet.text();
    assert!(text.contains("未定稿：这一期还没有结束") && text.contains("不符初婚与再婚"), "{text}");
}

#[test]
fn the_same_figures_give_the_same_file_and_training_bears_its_watermark() {
    let (once, twice) = (press().figures_return(&of_a_month()), press().figures_return(&of_a_month()));
    assert_eq!(once.expect("a return").pdf, twice.expect("a return").pdf);
    let mut figures = of_a_year();
    figures.imprint.specimen = true;
    let sheet = lay_down("figures_specimen", &press().figures_return(&figures).expect("a return"));
    assert_eq!(sheet.as_drawn().matches("演示").count(), 2);
}

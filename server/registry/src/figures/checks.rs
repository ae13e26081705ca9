//! What must agree, with the sum written out (DOMAIN §8.3).

use super::indicators::Indicators;
use super::period::Period;
use chrono::Datelike;

/// One identity: 「结婚 364 + 受理 142 + 离婚 54 + 补领 50」, 「= 610」.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Check {
    pub title: &'static str,
    pub sum: String,
    pub result: String,
    pub agrees: bool,
}

/// The five checks of a period. `acts` is a second count of its rows; `open_before` stood open when it began.
pub(super) fn checks(period: Period, figures: &Indicators, acts: i64, open_before: i64) -> Vec<Check> {
    vec![
        total(figures, acts),
        priors(figures),
        ages(figures),
        related(figures),
        open(period, figures, open_before),
    ]
}

fn total(figures: &Indicators, acts: i64) -> Check {
    let (marriages, applications) = (figures.marriages, figures.divorce_applications);
    let (divorces, reissued) = (figures.divorces, figures.reissued());
    Check {
        title: "合计",
        sum: format!("结婚 {marriages} + 受理 {applications} + 离婚 {divorces} + 补领 {reissued}"),
        result: format!("= {acts}"),
        agrees: marriages + applications + divorces + reissued == acts,
    }
}

fn priors(figures: &Indicators) -> Check {
    let (first, again, couples) =
        (figures.first_marriage_persons, figures.remarriage_persons, figures.marriages);
    Check {
        title: "初婚与再婚",
        sum: format!("初婚 {first} 人 + 再婚 {again} 人"),
        result: format!("= {} 人 = {couples} 对 × 2", first + again),
        agrees: first + again == couples * 2,
    }
}

fn ages(figures: &Indicators) -> Check {
    let bands = [
        ("20–24 岁", figures.age_20_24),
        ("25–29 岁", figures.age_25_29),
        ("30–34 岁", figures.age_30_34),
        ("35–39 岁", figures.age_35_39),
        ("40 岁以上", figures.age_40_up),
    ];
    let all: i64 = bands.iter().map(|(_, n)| n).sum();
    let sum: Vec<_> = bands.iter().map(|(band, n)| format!("{band} {n}")).collect();
    Check {
        title: "年龄段",
        sum: sum.join("，"),
        result: format!("= {all} 人"),
        agrees: all == figures.marriages * 2,
    }
}

fn related(figures: &Indicators) -> Check {
    let (mainland, foreign) = (figures.marriages_mainland, figures.marriages_foreign);
    let kinds = figures.marriages_foreigner
        + figures.marriages_hong_kong
        + figures.marriages_macau
        + figures.marriages_taiwan
        + figures.marriages_overseas_chinese;
    Check {
        title: "内地与涉外",
        sum: format!("内地居民 {mainland} + 涉外、涉港澳台 {foreign}"),
        result: format!("= {} 对，其中复婚 {}", mainland + foreign, figures.restored_couples),
        agrees: mainland + foreign == figures.marriages && kinds == foreign,
    }
}

fn open(period: Period, figures: &Indicators, before: i64) -> Check {
    let (applied, divorces) = (figures.divorce_applications, figures.divorces);
    let (withdrawn, lapsed) = (figures.divorce_withdrawals, figures.divorce_lapses);
    let end = |period: Period| match period {
        Period::Month(first) => format!("{}月末", first.month()),
        Period::Year(first) => format!("{}年末", first.year()),
    };
    let rest = before + applied - divorces - withdrawn - lapsed;
    Check {
        title: "离婚申请在办",
        sum: format!(
            "{} {before} + 受理 {applied} − 登记 {divorces} − 撤回 {withdrawn} − 到期自动终止 {lapsed}",
            end(period.before())
        ),
        result: format!("= {} {}", end(period), figures.divorce_open_at_end),
        agrees: rest == figures.divorce_open_at_end,
    }
}

//! What is counted, by the names that reports and exports use.

use serde::Serialize;

/// Declares the indicators once: struct, lines for tables, and how two periods add up.
macro_rules! indicators {
    ($($(#[$note:meta])* $field:ident: $title:literal, $unit:literal;)+) => {
        /// The figures of one period. Couples (对), persons (人) or papers (件) as each says.
        #[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
        pub struct Indicators { $($(#[$note])* pub $field: i64,)+ }

        impl Indicators {
            /// Every indicator with its name, title and unit, in order.
            pub fn lines(&self) -> Vec<Line> {
                vec![$(Line { name: stringify!($field), title: $title, unit: $unit, value: self.$field },)+]
            }

            /// Adds what happened in another period. What stands open at the end is not added up: it is the later
            /// period's.
            pub(super) fn add(&mut self, later: &Self) {
                $(self.$field += later.$field;)+
                self.divorce_open_at_end = later.divorce_open_at_end;
            }
        }
    };
}

/// One indicator for a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Line {
    pub name: &'static str,
    pub title: &'static str,
    pub unit: &'static str,
    pub value: i64,
}

indicators! {
    marriages: "结婚登记", "对";
    marriages_mainland: "其中：内地居民登记结婚", "对";
    marriages_foreign: "其中：涉外及华侨、港澳台居民登记结婚", "对";
    first_marriage_persons: "初婚人数", "人";
    remarriage_persons: "再婚人数", "人";
    restored_couples: "其中：恢复结婚（复婚）", "对";
    divorce_applications: "受理离婚登记申请", "对";
    divorce_withdrawals: "撤回离婚登记申请", "对";
    /// By the day after the last day, 条例 16.
    divorce_lapses: "到期自动终止（视为撤回）", "对";
    divorces: "离婚登记", "对";
    divorce_open_at_end: "期末在办离婚申请", "对";
    reissued_marriage: "补发结婚证", "件";
    reissued_divorce: "补发离婚证", "件";
    /// Persons by whole years of age on the day of the act; a band takes in both its ends.
    age_20_24: "结婚：20–24 岁", "人";
    age_25_29: "结婚：25–29 岁", "人";
    age_30_34: "结婚：30–34 岁", "人";
    age_35_39: "结婚：35–39 岁", "人";
    age_40_up: "结婚：40 岁以上", "人";
    /// Marriages, applications, divorces and reissues; withdrawals and lapses are not counted again.
    total: "合计", "件";
    /// 涉外…: each couple in one line only.
    marriages_foreigner: "涉外：一方为外国人", "对";
    marriages_hong_kong: "涉港", "对";
    marriages_macau: "涉澳", "对";
    marriages_taiwan: "涉台", "对";
    marriages_overseas_chinese: "涉华侨", "对";
    /// 通办, by the nearer household of the two; not known of entries without a household.
    marriages_county: "通办：一方户籍在本县", "对";
    marriages_city: "通办：一方在本市其他县区", "对";
    marriages_province: "通办：一方在本省其他市", "对";
    marriages_beyond: "通办：双方都在省外（跨省通办）", "对";
    reissued_lost: "补发原因：遗失", "件";
    reissued_damaged: "补发原因：损毁", "件";
    reissued_data_mismatch: "补发原因：信息不符", "件";
    /// On the day of the bureau's decision.
    registrations_revoked: "撤销婚姻登记", "件";
    /// On the day a judgment was noted.
    court_notes: "法院判决备注", "件";
    records_answered: "档案查询、出具记录证明", "件";
    records_copies: "其中：给出档案复印件", "件";
    records_statements: "其中：给出无登记记录证明", "件";
}

impl Indicators {
    /// Certificates issued again.
    pub const fn reissued(&self) -> i64 {
        self.reissued_marriage + self.reissued_divorce
    }
}

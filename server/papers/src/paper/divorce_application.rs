//! 离婚登记申请书, a working copy: both persons side by side, the marriage, the statement, two signatures.

use chrono::NaiveDate;

use super::divorce_party::{DivorceParty, MarriageEntry, date, entry, indented, label, sign};
use super::{Imprint, Lang, NEUTRAL, RecordSystem};
use crate::ground::sheet::{self, LEFT, WIDTH};
use crate::ground::statutory::{self, FINGER, STATEMENT};
use crate::ground::table::{Cell, Table};
use crate::press::{PaperError, Press, Printed};

/// What the two apply for and know, after 民法典 1076–1078 and 116号; the wording of the 2025 form replaces it through
/// [`DivorceApplicationForm::statement`].
pub const APPLICATION: &str = "我们双方自愿离婚，对子女抚养、财产以及债务处理等事项已经协商一致，并签订了书面离婚协议，现申请离婚登记。\n我们已经知悉：自婚姻登记机关收到离婚登记申请之日起三十日内，任何一方不愿意离婚的，可以撤回离婚登记申请；期限届满后三十日内，双方应当亲自到婚姻登记机关申请发给离婚证，未申请的，视为撤回离婚登记申请。\n我们提供的材料和上述声明完全真实，如有虚假，愿承担法律责任。";

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DivorceApplicationForm {
    /// 承办机关
    pub office: String,
    pub imprint: Imprint,
    pub record: RecordSystem,
    pub parties: [DivorceParty; 2],
    pub marriage: MarriageEntry,
    /// [`APPLICATION`] unless the office has another wording.
    pub statement: String,
    pub applied_on: Option<NaiveDate>,
}

const TITLE: &str = "离婚登记申请书";
const COLUMNS: [f32; 3] = [32.0, (WIDTH - 32.0) / 2.0, (WIDTH - 32.0) / 2.0];
const ROW: f32 = 7.7;
const SIGN: f32 = 31.0;
const REGISTRAR: f32 = 15.2;

impl Press {
    /// # Errors
    /// A missing main font; a payload too long for a QR code.
    pub fn divorce_application(&self, form: &DivorceApplicationForm) -> Result<Printed, PaperError> {
        let mut canvas = self.canvas()?;
        let top = statutory::head(&mut canvas, TITLE, &form.record, form.imprint.specimen)?;
        let mut table = Table::new(COLUMNS);
        persons(&mut table, &form.parties);
        marriage(&mut table, form);
        table.row(42.0, [Cell::new(indented(&form.statement), STATEMENT).columns(3)]);
        let who = || sign("申请人：");
        table.row(SIGN, [label("当面签名\n并按指纹"), who(), who()]);
        table.row(REGISTRAR, [label("登记员"), sign("（签名）：").columns(2)]);
        let bottom = table.draw(&mut canvas, top);
        for at in [1, 2] {
            let right = LEFT + COLUMNS[..=at].iter().sum::<f32>();
            statutory::finger(&mut canvas, right - FINGER - 3.0, bottom - REGISTRAR - SIGN + 2.0);
        }
        sheet::foot(&mut canvas, &form.imprint, Lang::Zh, "签名、指纹均须本人当面完成");
        self.finish(canvas, NEUTRAL, Lang::Zh, &form.imprint)
    }
}

fn persons(table: &mut Table, [a, b]: &[DivorceParty; 2]) {
    table.row(ROW, [label(""), label("第一位"), label("第二位")]);
    for (name, read) in FIELDS {
        table.row(ROW, [label(name), entry(read(a)), entry(read(b))]);
        if name == "国籍" {
            table.row(ROW, [label("出生日期"), date(a.born), date(b.born)]);
        }
    }
    table.row(ROW, [label("身份证件号"), entry(&a.document()), entry(&b.document())]);
    table.row(11.4, [label("常住户口所在地"), entry(&a.address), entry(&b.address)]);
}

/// Reads one field of a party.
type Read = fn(&DivorceParty) -> &str;

/// Label and field, in the order of the form.
const FIELDS: [(&str, Read); 6] = [
    ("姓名", |party| &party.name),
    ("性别", |party| &party.sex),
    ("国籍", |party| &party.nationality),
    ("民族", |party| &party.ethnicity),
    ("职业", |party| &party.occupation),
    ("文化程度", |party| &party.education),
];

fn marriage(table: &mut Table, form: &DivorceApplicationForm) {
    table.row(ROW, [label("结婚登记日期"), date(form.marriage.registered_on).columns(2)]);
    table.row(ROW, [label("结婚登记机关"), entry(&form.marriage.office).columns(2)]);
    table.row(ROW, [label("结婚证字号"), entry(&form.marriage.certificate_no).columns(2)]);
    let office = format!("承办机关：{}", form.office);
    table.row(ROW, [label("申请日期"), date(form.applied_on), entry(&office)]);
}

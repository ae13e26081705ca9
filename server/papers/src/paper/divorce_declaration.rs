//! 离婚登记声明书, a working copy for one declarant; signature and fingerprint stay empty.

use chrono::NaiveDate;

use super::divorce_party::{DivorceParty, MarriageEntry, date, entry, indented, label, sign};
use super::{Imprint, Lang, NEUTRAL, RecordSystem};
use crate::ground::sheet::{self, LEFT, WIDTH};
use crate::ground::statutory::{self, FINGER, LABEL, STATEMENT};
use crate::ground::table::{Cell, Table};
use crate::press::{PaperError, Press, Printed};

/// What each declares, after 民法典 1076, 1078; the wording of the 2025 form replaces it through
/// [`DivorceDeclaration::statement`].
pub const DIVORCE_DECLARATION: &str = "本人与对方自愿离婚，本人具有完全民事行为能力。双方对子女抚养、财产以及债务处理等事项已经协商一致，并签订了书面离婚协议。现依照《中华人民共和国民法典》和《婚姻登记条例》的规定，申请离婚登记。\n本人上述声明完全真实，如有虚假，愿承担法律责任。";

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DivorceDeclaration {
    pub office: String,
    pub imprint: Imprint,
    pub record: RecordSystem,
    pub mine: DivorceParty,
    pub other: DivorceParty,
    pub marriage: MarriageEntry,
    /// [`DIVORCE_DECLARATION`] unless the office has another wording.
    pub statement: String,
    /// The day of the review; left open for the pen when none.
    pub declared_on: Option<NaiveDate>,
}

const TITLE: &str = "离婚登记声明书";
const COLUMNS: [f32; 5] = [10.0, 30.0, 56.0, 24.0, WIDTH - 120.0];
const ROW: f32 = 8.6;
const SIGN: f32 = 36.0;

impl Press {
    /// # Errors
    /// A missing main font; a payload too long for a QR code.
    pub fn divorce_declaration(&self, form: &DivorceDeclaration) -> Result<Printed, PaperError> {
        let mut canvas = self.canvas()?;
        let top = statutory::head(&mut canvas, TITLE, &form.record, form.imprint.specimen)?;
        let mut table = Table::new(COLUMNS);
        party(&mut table, "本人", &form.mine);
        party(&mut table, "对方", &form.other);
        let marriage = &form.marriage;
        table.row(
            ROW,
            [
                label("结婚登记日期").columns(2),
                date(marriage.registered_on),
                label("结婚证字号"),
                entry(&marriage.certificate_no),
            ],
        );
        table.row(ROW, [label("结婚登记机关").columns(2), entry(&marriage.office).columns(3)]);
        table.row(
            ROW,
            [label("声明日期").columns(2), date(form.declared_on), label("承办机关"), entry(&form.office)],
        );
        table.row(36.0, [Cell::new(indented(&form.statement), STATEMENT).columns(5)]);
        table.row(SIGN, [sign("声明人（签名并按指纹）：").columns(3), sign("监誓人（签名）：").columns(2)]);
        let bottom = table.draw(&mut canvas, top);
        let wide = COLUMNS[..3].iter().sum::<f32>();
        statutory::finger(&mut canvas, LEFT + wide - FINGER - 4.0, bottom - SIGN + 3.0);
        sheet::foot(&mut canvas, &form.imprint, Lang::Zh, "签名、指纹均须本人当面完成");
        self.finish(canvas, NEUTRAL, Lang::Zh, &form.imprint)
    }
}

fn party(table: &mut Table, whose: &str, person: &DivorceParty) {
    let side: Vec<String> = whose.chars().map(String::from).collect();
    let side = Cell::new(side.join("\n"), LABEL).centred().rows(6);
    table.row(ROW, [side, label("姓名"), entry(&person.name), label("性别"), entry(&person.sex)]);
    table.row(ROW, [label("国籍"), entry(&person.nationality), label("民族"), entry(&person.ethnicity)]);
    table.row(ROW, [label("出生日期"), date(person.born), label("职业"), entry(&person.occupation)]);
    table.row(ROW, [label("文化程度"), entry(&person.education).columns(3)]);
    table.row(ROW, [label("身份证件号"), entry(&person.document()).columns(3)]);
    table.row(ROW, [label("常住户口所在地"), entry(&person.address).columns(3)]);
}

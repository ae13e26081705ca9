//! 申请结婚登记声明书, a working copy for one declarant; signature and fingerprint stay empty.

use chrono::NaiveDate;

use super::{Imprint, Lang, RecordSystem};
use crate::ground::dates;
use crate::ground::sheet::{self, LEFT, WIDTH};
use crate::ground::statutory::{self, ENTRY, FINGER, LABEL, STATEMENT};
use crate::ground::table::{Cell, Table};
use crate::press::{PaperError, Press, Printed};

/// The statement to sign, in the words of the 2015 form under the law now in force. The wording of the 2025
/// form replaces it through [`MarriageDeclaration::statement`].
pub const DECLARATION: &str = "本人与对方均无配偶，没有直系血亲和三代以内旁系血亲关系，了解对方的身体健康状况。现依照《中华人民共和国民法典》的规定，自愿结为夫妻。\n本人上述声明完全真实，如有虚假，愿承担法律责任。";

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MarriageDeclaration {
    /// 承办机关
    pub office: String,
    pub imprint: Imprint,
    pub record: RecordSystem,
    pub mine: Declarant,
    pub other: Declarant,
    /// What is declared, read aloud before signing; [`DECLARATION`] unless the office has another wording.
    pub statement: String,
    /// 申请日期; left open for the pen when none.
    pub applied_on: Option<NaiveDate>,
}

/// One side of the declaration. An empty string leaves its cell open for the pen.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Declarant {
    pub name: String,
    pub sex: String,
    pub nationality: String,
    pub ethnicity: String,
    pub born: Option<NaiveDate>,
    /// 未婚, 离婚, 丧偶
    pub marital_status: String,
    pub occupation: String,
    pub education: String,
    pub id_kind: String,
    pub id_number: String,
    /// 常住户口所在地（家庭住址）
    pub address: String,
    /// What was said about illness before registration (民法典 1053); usually left open.
    pub health: String,
}

const TITLE: &str = "申请结婚登记声明书";
const COLUMNS: [f32; 5] = [10.0, 30.0, 56.0, 24.0, WIDTH - 120.0];
const ROW: f32 = 8.4;
/// A row whose label has two lines.
const TWO: f32 = 11.6;
const SIGN: f32 = 34.0;

impl Press {
    /// # Errors
    /// A missing main font; a payload too long for a QR code.
    pub fn marriage_declaration(&self, form: &MarriageDeclaration) -> Result<Printed, PaperError> {
        let mut canvas = self.canvas()?;
        let top = statutory::head(&mut canvas, TITLE, &form.record, form.imprint.specimen)?;
        canvas.text(LEFT, top + 4.0, "本人申请与对方结婚，谨此声明：", STATEMENT);
        let mut table = Table::new(COLUMNS);
        party(&mut table, "本人", &form.mine);
        party(&mut table, "对方", &form.other);
        table.row(
            ROW,
            [label("申请日期").columns(2), date(form.applied_on), label("承办机关"), entry(&form.office)],
        );
        table.row(28.0, [Cell::new(indented(&form.statement), STATEMENT).columns(5)]);
        table.row(SIGN, [sign("声明人（签名并按指纹）：").columns(3), sign("监誓人（签名）：").columns(2)]);
        let bottom = table.draw(&mut canvas, top + 8.0);
        let wide = COLUMNS[..3].iter().sum::<f32>();
        statutory::finger(&mut canvas, LEFT + wide - FINGER - 4.0, bottom - SIGN + 3.0);
        sheet::foot(&mut canvas, &form.imprint, Lang::Zh, "签名、指纹均须本人当面完成");
        self.finish(canvas, TITLE, Lang::Zh, &form.imprint)
    }
}

fn party(table: &mut Table, whose: &str, person: &Declarant) {
    let side: Vec<String> = whose.chars().map(String::from).collect();
    let side = Cell::new(side.join("\n"), LABEL).centred().rows(7);
    table.row(ROW, [side, label("姓名"), entry(&person.name).columns(3)]);
    table.row(ROW, [label("性别"), entry(&person.sex), label("国籍"), entry(&person.nationality)]);
    table.row(ROW, [label("出生日期"), date(person.born), label("民族"), entry(&person.ethnicity)]);
    table.row(ROW, [label("职业"), entry(&person.occupation), label("文化程度"), entry(&person.education)]);
    let number = [person.id_kind.as_str(), person.id_number.as_str()].join("　");
    table.row(ROW, [label("身份证件号"), entry(number.trim()).columns(3)]);
    table.row(TWO, [label("常住户口所在地\n（家庭住址）"), entry(&person.address).columns(3)]);
    table.row(
        ROW,
        [label("婚姻状况"), entry(&person.marital_status), label("患病情况"), entry(&person.health)],
    );
}

fn label(words: &str) -> Cell {
    Cell::new(words, LABEL).centred()
}

fn entry(words: &str) -> Cell {
    Cell::new(words, ENTRY)
}

fn date(date: Option<NaiveDate>) -> Cell {
    entry(&date.map(dates::padded).unwrap_or_default())
}

fn sign(words: &str) -> Cell {
    Cell::new(words, LABEL).at_top().foot("年　　月　　日")
}

fn indented(statement: &str) -> String {
    statement.lines().map(|line| format!("　　{line}")).collect::<Vec<_>>().join("\n")
}

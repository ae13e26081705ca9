//! 申请补领婚姻登记证声明书, a working copy for one applicant; signature and fingerprint stay empty.

use chrono::NaiveDate;

use super::divorce_party::{DivorceParty as ReissueParty, date, entry, indented, label, sign};
use super::{Imprint, Lang, NEUTRAL, RecordSystem};
use crate::ground::canvas::Canvas;
use crate::ground::sheet::{self, LEFT, WIDTH};
use crate::ground::statutory::{self, FINGER, LABEL, STATEMENT};
use crate::ground::table::{Cell, Table};
use crate::press::{PaperError, Press, Printed};

/// The last sentence of every declaration; what goes before it names the registration and the reason.
pub const REISSUE_TRUTH: &str = "本人上述声明完全真实，如有虚假，愿承担法律责任。";

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReissueDeclaration {
    /// 承办机关
    pub office: String,
    pub imprint: Imprint,
    pub record: RecordSystem,
    /// Who declares.
    pub mine: ReissueParty,
    /// The spouse, or who was.
    pub other: ReissueParty,
    /// 结婚证, 离婚证
    pub certificate: String,
    /// 「遗失」「损毁」「与身份证件信息不一致」
    pub reason: String,
    pub original: OriginalEntry,
    /// 婚姻状况 now: 已婚, 离婚
    pub marital_status: String,
    /// What is declared; ends with [`REISSUE_TRUTH`] unless the office has another wording.
    pub statement: String,
    /// Who came with a notarised authority.
    pub proxy: Option<ReissueProxy>,
    /// 申请日期; left open for the pen when none.
    pub applied_on: Option<NaiveDate>,
}

/// The registration of which the certificate tells.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct OriginalEntry {
    pub registered_on: Option<NaiveDate>,
    pub office: String,
    /// Empty where a lost certificate's number isn't known.
    pub certificate_no: String,
}

/// Somebody who acts for the applicant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReissueProxy {
    pub name: String,
    pub id_kind: String,
    pub id_number: String,
}

const TITLE: &str = "申请补领婚姻登记证声明书";
const COLUMNS: [f32; 5] = [10.0, 30.0, 54.0, 26.0, WIDTH - 120.0];
const ROW: f32 = 8.2;
const TWO: f32 = 10.0;
const SIGN: f32 = 33.0;

impl Press {
    /// # Errors
    /// A missing main font; a payload too long for a QR code.
    pub fn reissue_declaration(&self, form: &ReissueDeclaration) -> Result<Printed, PaperError> {
        let mut canvas = self.canvas()?;
        let top = statutory::head(&mut canvas, TITLE, &form.record, form.imprint.specimen)?;
        canvas.text(LEFT, top + 4.0, "本人申请补领婚姻登记证，谨此声明：", STATEMENT);
        let mut table = Table::new(COLUMNS);
        party(&mut table, "本人", &form.mine);
        party(&mut table, "对方", &form.other);
        registration(&mut table, form);
        table.row(30.0, [Cell::new(indented(&form.statement), STATEMENT).columns(5)]);
        proxy(&mut table, form.proxy.as_ref());
        table.row(SIGN, [sign("声明人（签名并按指纹）：").columns(3), sign("监誓人（签名）：").columns(2)]);
        let bottom = table.draw(&mut canvas, top + 8.0);
        finger(&mut canvas, bottom);
        sheet::foot(&mut canvas, &form.imprint, Lang::Zh, "签名、指纹均须本人当面完成");
        self.finish(canvas, NEUTRAL, Lang::Zh, &form.imprint)
    }
}

fn party(table: &mut Table, whose: &str, person: &ReissueParty) {
    let side: Vec<String> = whose.chars().map(String::from).collect();
    let side = Cell::new(side.join("\n"), LABEL).centred().rows(5);
    table.row(ROW, [side, label("姓名"), entry(&person.name).columns(3)]);
    table.row(ROW, [label("性别"), entry(&person.sex), label("国籍"), entry(&person.nationality)]);
    table.row(ROW, [label("出生日期"), date(person.born), label("民族"), entry(&person.ethnicity)]);
    table.row(ROW, [label("身份证件号"), entry(&person.document()).columns(3)]);
    table.row(TWO, [label("住址"), entry(&person.address).columns(3)]);
}

fn registration(table: &mut Table, form: &ReissueDeclaration) {
    let original = &form.original;
    table.row(
        ROW,
        [label("补领证件").columns(2), entry(&form.certificate), label("补领原因"), entry(&form.reason)],
    );
    table.row(
        ROW,
        [
            label("原登记日期").columns(2),
            date(original.registered_on),
            label("原字号"),
            entry(&original.certificate_no),
        ],
    );
    table.row(ROW, [label("原登记机关").columns(2), entry(&original.office).columns(3)]);
    table.row(
        ROW,
        [
            label("现婚姻状况").columns(2),
            entry(&form.marital_status),
            label("申请日期"),
            date(form.applied_on),
        ],
    );
    table.row(ROW, [label("承办机关").columns(2), entry(&form.office).columns(3)]);
}

/// Always there: without a proxy it stays empty, as the form has it.
fn proxy(table: &mut Table, proxy: Option<&ReissueProxy>) {
    let (name, number) = proxy.map_or((String::new(), String::new()), |proxy| {
        (proxy.name.clone(), [proxy.id_kind.as_str(), proxy.id_number.as_str()].join("　"))
    });
    table.row(ROW, [label("受托人姓名").columns(2), entry(&name).columns(3)]);
    table.row(ROW, [label("受托人身份证件号").columns(2), entry(&number).columns(3)]);
}

fn finger(canvas: &mut Canvas, bottom: f32) {
    let wide = COLUMNS[..3].iter().sum::<f32>();
    statutory::finger(canvas, LEFT + wide - FINGER - 4.0, bottom - SIGN + 3.0);
}

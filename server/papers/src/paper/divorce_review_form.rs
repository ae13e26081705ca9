//! 离婚登记审查处理表, a working copy: what was shown, what was found, which numbers were given, who signed.

use chrono::NaiveDate;

use super::divorce_party::{DivorceParty, MarriageEntry, date, entry, label};
use super::{Imprint, Lang, NEUTRAL, RecordSystem};
use crate::ground::canvas::{Align, Canvas};
use crate::ground::sheet::{self, LEFT, RIGHT, WIDTH};
use crate::ground::statutory::{self, ENTRY, FINGER, LABEL};
use crate::ground::table::{Cell, Table};
use crate::ground::text::{self, Style};
use crate::press::{PaperError, Press, Printed};

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DivorceReviewForm {
    /// 承办机关名称
    pub office: String,
    pub imprint: Imprint,
    pub record: RecordSystem,
    pub parties: [DivorceParty; 2],
    /// 提供证件情况 of each: every document shown.
    pub documents: [Vec<String>; 2],
    pub marriage: MarriageEntry,
    /// 离婚协议: 「一式三份，当面签名」; never a word of what it says.
    pub agreement: String,
    /// 审查意见: 「符合离婚条件，准予登记」; empty while undecided.
    pub opinion: String,
    /// 离婚证字号; empty until the number is known.
    pub certificate_no: String,
    /// 离婚证印制号, in the order of the parties.
    pub booklets: [String; 2],
    pub registered_on: Option<NaiveDate>,
    pub remarks: String,
}

const TITLE: &str = "离婚登记审查处理表";
const COLUMNS: [f32; 4] = [28.0, 50.0, 50.0, WIDTH - 128.0];
const ROW: f32 = 8.8;
const SIGN: f32 = 32.0;
/// A single photo of two inches, upright.
const PHOTO: (f32, f32) = (35.0, 53.0);
const HINT: Style = Style::new(crate::ground::faces::Face::Sans, 9.0, 5.0);
/// Rows beside the two photos, one below the other.
const BESIDE: usize = 9;

impl Press {
    /// # Errors
    /// A missing main font; a payload too long for a QR code.
    pub fn divorce_review_form(&self, form: &DivorceReviewForm) -> Result<Printed, PaperError> {
        let mut canvas = self.canvas()?;
        let top = statutory::head(&mut canvas, TITLE, &form.record, form.imprint.specimen)?;
        let mut table = Table::new(COLUMNS);
        persons(&mut table, form);
        findings(&mut table, form);
        let sign = || Cell::new("签名：", LABEL).at_top().foot("年　　月　　日");
        let seal = Cell::new("（钢印）", LABEL).at_top();
        table.row(SIGN, [label("当事人领证\n签名并\n按指纹"), sign(), sign(), seal]);
        table.row(12.0, [label("备注"), entry(&form.remarks).columns(3)]);
        let bottom = table.draw(&mut canvas, top);
        photos(&mut canvas, top);
        for at in [1, 2] {
            let right = LEFT + COLUMNS[..=at].iter().sum::<f32>();
            statutory::finger(&mut canvas, right - FINGER - 2.0, bottom - 12.0 - SIGN + 2.0);
        }
        sheet::foot(&mut canvas, &form.imprint, Lang::Zh, "登记员签名须手写，不得代签、盖章或打印");
        self.finish(canvas, NEUTRAL, Lang::Zh, &form.imprint)
    }
}

fn persons(table: &mut Table, form: &DivorceReviewForm) {
    let [a, b] = &form.parties;
    let heading = |who: &DivorceParty| {
        let sex = if who.sex.is_empty() { "　" } else { &who.sex };
        label(&format!("申请人（{sex}）"))
    };
    let photo = Cell::new("", LABEL).rows(BESIDE);
    table.row(ROW, [label(""), heading(a), heading(b), photo]);
    table.row(ROW, [label("姓名"), entry(&a.name), entry(&b.name)]);
    table.row(ROW, [label("出生日期"), date(a.born), date(b.born)]);
    table.row(ROW, [label("国籍"), entry(&a.nationality), entry(&b.nationality)]);
    table.row(ROW, [label("身份证件号"), entry(&a.id_number), entry(&b.id_number)]);
    let [first, second] = &form.documents;
    let shown = |documents: &[String]| Cell::new(documents.join("\n"), ENTRY);
    table.row(27.0, [label("提供证件情况"), shown(first), shown(second)]);
    let marriage = &form.marriage;
    table.row(ROW, [label("结婚登记日期"), date(marriage.registered_on).columns(2)]);
    table.row(ROW, [label("结婚登记机关"), entry(&marriage.office).columns(2)]);
    table.row(ROW, [label("双方结婚证字号"), entry(&marriage.certificate_no).columns(2)]);
}

fn findings(table: &mut Table, form: &DivorceReviewForm) {
    table.row(ROW, [label("离婚协议"), entry(&form.agreement).columns(3)]);
    let opinion =
        Cell::new(&form.opinion, ENTRY).at_top().foot("登记员（签名）：　　　　　　　　　年　　月　　日");
    table.row(22.0, [label("审查意见"), opinion.columns(3)]);
    table.row(
        ROW,
        [label("离婚登记日期"), date(form.registered_on), label("离婚证字号"), entry(&form.certificate_no)],
    );
    let [first, second] = &form.booklets;
    let [a, b] = &form.parties;
    let booklet = |who: &DivorceParty, number: &str| {
        let sex = if who.sex.is_empty() { String::new() } else { format!("（{}）", who.sex) };
        entry(&format!("{sex}{number}"))
    };
    table.row(ROW, [label("离婚证印制号"), booklet(a, first), booklet(b, second).columns(2)]);
    table.row(ROW, [label("承办机关名称"), entry(&form.office).columns(3)]);
}

/// Two single photos in the last column, where the embossed seal crosses their edges.
fn photos(canvas: &mut Canvas, top: f32) {
    let width = COLUMNS[3];
    let left = RIGHT - width;
    for (at, who) in ["第一位", "第二位"].into_iter().enumerate() {
        let (height, gap) = (44.0, 3.0);
        let y = top + gap + text::count(at) * (height + gap);
        let wide = height * PHOTO.0 / PHOTO.1;
        canvas.dashed_frame(left + (width - wide) / 2.0, y, wide, height);
        let hint = text::lay(canvas.fonts, &format!("{who}\n单人照\n35 × 53 毫米"), HINT, width);
        canvas.block_lines(left, y + height / 2.0 - 3.0, &hint, Align::Centre, width);
    }
}

//! 结婚登记审查处理表, a working copy: what was shown, what was found, which numbers were given, who signed.

use chrono::NaiveDate;

use super::{Imprint, Lang, RecordSystem};
use crate::ground::canvas::{Align, Canvas};
use crate::ground::dates;
use crate::ground::sheet::{self, LEFT, RIGHT, WIDTH};
use crate::ground::statutory::{self, ENTRY, FINGER, LABEL};
use crate::ground::table::{Cell, Table};
use crate::ground::text::{self, Style};
use crate::press::{PaperError, Press, Printed};

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MarriageReviewForm {
    /// 承办机关名称
    pub office: String,
    pub imprint: Imprint,
    pub record: RecordSystem,
    pub applicants: [Applicant; 2],
    /// 审查意见: 「符合结婚条件，准予登记」; empty while undecided.
    pub opinion: String,
    /// 结婚证字号; empty until the number is known.
    pub certificate_no: String,
    pub registered_on: Option<NaiveDate>,
    pub remarks: String,
}

/// One applicant as the form knows them. An empty string leaves its cell open.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Applicant {
    pub name: String,
    /// 「男」 or 「女」, as the form heads its columns.
    pub sex: String,
    pub born: Option<NaiveDate>,
    pub nationality: String,
    /// With 「（香港）」 and the like behind the number of a region's identity card.
    pub id_number: String,
    /// 提供证件情况: every document shown.
    pub documents: Vec<String>,
    /// 印制号 of this person's booklet.
    pub booklet: String,
}

const TITLE: &str = "结婚登记审查处理表";
/// Two halves of 69.5 mm beside the labels; above them two persons of 41.5 mm beside the photo.
const COLUMNS: [f32; 5] = [27.0, 41.5, 28.0, 13.5, WIDTH - 110.0];
const HALF: f32 = 69.5;
const ROW: f32 = 10.4;
const SIGN: f32 = 36.0;
const REMARKS: f32 = 16.0;
/// A joint photo of two inches, lying.
const PHOTO: (f32, f32) = (53.0, 35.0);
const HINT: Style = Style::new(crate::ground::faces::Face::Sans, 9.0, 5.0);

impl Press {
    /// # Errors
    /// A missing main font; a payload too long for a QR code.
    pub fn marriage_review_form(&self, form: &MarriageReviewForm) -> Result<Printed, PaperError> {
        let mut canvas = self.canvas()?;
        let top = statutory::head(&mut canvas, TITLE, &form.record, form.imprint.specimen)?;
        let mut table = Table::new(COLUMNS);
        persons(&mut table, &form.applicants);
        findings(&mut table, form);
        receipt(&mut table, form);
        let bottom = table.draw(&mut canvas, top);
        photo(&mut canvas, top);
        let signing = bottom - REMARKS - SIGN + 3.0;
        let first = LEFT + COLUMNS[0] + HALF - FINGER - 4.0;
        statutory::finger(&mut canvas, first, signing);
        statutory::finger(&mut canvas, first + HALF, signing);
        sheet::foot(&mut canvas, &form.imprint, Lang::Zh, "登记员签名须手写，不得代签、盖章或打印");
        self.finish(canvas, TITLE, Lang::Zh, &form.imprint)
    }
}

fn persons(table: &mut Table, [a, b]: &[Applicant; 2]) {
    let heading = |who: &Applicant| {
        let sex = if who.sex.is_empty() { "　" } else { &who.sex };
        Cell::new(format!("申请人（{sex}）"), LABEL).centred()
    };
    let photo = Cell::new("", LABEL).rows(5);
    table.row(ROW, [label(""), heading(a), heading(b).columns(2), photo]);
    let mut pair = |name: &str, a: String, b: String| {
        table.row(ROW, [label(name), Cell::new(a, ENTRY), Cell::new(b, ENTRY).columns(2)]);
    };
    pair("申请人姓名", a.name.clone(), b.name.clone());
    pair("出生日期", born(a), born(b));
    pair("国籍", a.nationality.clone(), b.nationality.clone());
    pair("身份证件号", a.id_number.clone(), b.id_number.clone());
}

fn findings(table: &mut Table, form: &MarriageReviewForm) {
    let [a, b] = &form.applicants;
    let shown = |who: &Applicant| Cell::new(who.documents.join("\n"), ENTRY).columns(2);
    table.row(22.0, [label("提供证件情况"), shown(a), shown(b)]);
    let opinion =
        Cell::new(&form.opinion, ENTRY).at_top().foot("登记员（签名）：　　　　　　　　　年　　月　　日");
    table.row(27.0, [label("审查意见"), opinion.columns(4)]);
    table.row(ROW, [label("结婚证字号"), Cell::new(&form.certificate_no, ENTRY).columns(4)]);
    let booklet = |who: &Applicant| {
        let sex = if who.sex.is_empty() { String::new() } else { format!("（{}）", who.sex) };
        Cell::new(format!("{sex}{}", who.booklet), ENTRY).columns(2)
    };
    table.row(ROW, [label("结婚证印制号"), booklet(a), booklet(b)]);
    let day = form.registered_on.map(dates::padded).unwrap_or_default();
    table.row(ROW, [label("登记日期"), Cell::new(day, ENTRY).columns(4)]);
    table.row(ROW, [label("承办机关名称"), Cell::new(&form.office, ENTRY).columns(4)]);
}

/// The box that may be neither blank nor filled by another hand.
fn receipt(table: &mut Table, form: &MarriageReviewForm) {
    let sign = || Cell::new("签名：", LABEL).at_top().foot("年　　月　　日").columns(2);
    table.row(SIGN, [label("当事人领证\n签名并\n按指纹"), sign(), sign()]);
    table.row(REMARKS, [label("备注"), Cell::new(&form.remarks, ENTRY).columns(4)]);
}

/// Where the photo is glued and the embossed seal crosses its edge.
fn photo(canvas: &mut Canvas, top: f32) {
    let width = COLUMNS[4];
    let left = RIGHT - width;
    let (x, y) = (left + (width - PHOTO.0) / 2.0, top + 3.5);
    canvas.dashed_frame(x, y, PHOTO.0, PHOTO.1);
    let hint = text::lay(canvas.fonts, "双方合影\n53 × 35 毫米", HINT, width);
    canvas.block_lines(left, y + PHOTO.1 / 2.0 - 0.5, &hint, Align::Centre, width);
    let seal = text::lay(canvas.fonts, "骑缝加盖钢印", HINT, width);
    canvas.block_lines(left, y + PHOTO.1 + 7.0, &seal, Align::Centre, width);
}

fn born(who: &Applicant) -> String {
    who.born.map(dates::padded).unwrap_or_default()
}

fn label(words: &str) -> Cell {
    Cell::new(words, LABEL).centred()
}

//! 补发婚姻登记证审查处理表, a working copy: what the archive says, what was found, which number was given, who signed.

use chrono::NaiveDate;

use super::divorce_party::{date, entry, label};
use super::reissue_declaration::OriginalEntry;
use super::{Applicant, Imprint, Lang, NEUTRAL, RecordSystem};
use crate::ground::canvas::{Align, Canvas};
use crate::ground::dates;
use crate::ground::faces::Face;
use crate::ground::sheet::{self, LEFT, RIGHT, WIDTH};
use crate::ground::statutory::{self, ENTRY, FINGER, LABEL};
use crate::ground::table::{Cell, Table};
use crate::ground::text::{self, Style};
use crate::press::{PaperError, Press, Printed};

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReissueReviewForm {
    /// 承办机关名称
    pub office: String,
    pub imprint: Imprint,
    pub record: RecordSystem,
    /// Who asks first, then the other of the two. Their booklets are those of the new certificate.
    pub persons: [Applicant; 2],
    /// 结婚证, 离婚证
    pub certificate: String,
    pub reason: String,
    pub original: OriginalEntry,
    /// 档案查证情况: file number and keeper, or what was found instead.
    pub archive: String,
    /// 婚姻状况核对: result, day and time.
    pub status: String,
    /// 提供证件情况: every document and proof shown.
    pub documents: Vec<String>,
    /// 审查意见: 「符合补发条件，准予补发」; empty while undecided.
    pub opinion: String,
    /// 补发字号; empty until the number is known.
    pub certificate_no: String,
    /// 补发日期
    pub reissued_on: Option<NaiveDate>,
    /// 「遗失补发」 and what else is remarked.
    pub remarks: String,
    /// One photo of both, or of the applicant.
    pub photo: ReissuePhoto,
}

/// The photo that is glued to the form.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ReissuePhoto {
    Joint,
    Single,
}

const TITLE: &str = "补发婚姻登记证审查处理表";
const COLUMNS: [f32; 5] = [27.0, 41.5, 28.0, 13.5, WIDTH - 110.0];
const HALF: f32 = 69.5;
const ROW: f32 = 9.8;
/// Five rows beside a photo of two inches that stands.
const PERSON: f32 = 11.6;
/// A row whose label or entry has two lines.
const TWO: f32 = 12.2;
const SIGN: f32 = 33.0;
const REMARKS: f32 = 11.0;
const HINT: Style = Style::new(Face::Sans, 9.0, 5.0);

impl Press {
    /// # Errors
    /// A missing main font; a payload too long for a QR code.
    pub fn reissue_review_form(&self, form: &ReissueReviewForm) -> Result<Printed, PaperError> {
        let mut canvas = self.canvas()?;
        let top = statutory::head(&mut canvas, TITLE, &form.record, form.imprint.specimen)?;
        let mut table = Table::new(COLUMNS);
        persons(&mut table, &form.persons);
        registration(&mut table, form);
        findings(&mut table, form);
        numbers(&mut table, form);
        receipt(&mut table, form);
        let bottom = table.draw(&mut canvas, top);
        photo(&mut canvas, top, form.photo);
        let signing = bottom - REMARKS - SIGN + 3.0;
        let first = LEFT + COLUMNS[0] + HALF - FINGER - 4.0;
        // One alone signs across the whole width, with the square at the right.
        if form.photo == ReissuePhoto::Joint {
            statutory::finger(&mut canvas, first, signing);
        }
        statutory::finger(&mut canvas, first + HALF, signing);
        sheet::foot(&mut canvas, &form.imprint, Lang::Zh, "登记员签名须手写，不得代签、盖章或打印");
        self.finish(canvas, NEUTRAL, Lang::Zh, &form.imprint)
    }
}

fn persons(table: &mut Table, [a, b]: &[Applicant; 2]) {
    let photo = Cell::new("", LABEL).rows(5);
    table.row(PERSON, [label(""), label("申请人"), label("对方").columns(2), photo]);
    let mut pair = |name: &str, a: String, b: String| {
        table.row(PERSON, [label(name), Cell::new(a, ENTRY), Cell::new(b, ENTRY).columns(2)]);
    };
    let born = |who: &Applicant| who.born.map(dates::padded).unwrap_or_default();
    pair("姓名", a.name.clone(), b.name.clone());
    pair("出生日期", born(a), born(b));
    pair("国籍", a.nationality.clone(), b.nationality.clone());
    pair("身份证件号", a.id_number.clone(), b.id_number.clone());
}

fn registration(table: &mut Table, form: &ReissueReviewForm) {
    let original = &form.original;
    half(table, ROW, ["补领证件", "补领原因"], [entry(&form.certificate), entry(&form.reason)]);
    half(
        table,
        TWO,
        ["登记日期\n（原登记）", "原字号"],
        [date(original.registered_on), entry(&original.certificate_no)],
    );
    table.row(ROW, [label("原登记机关"), entry(&original.office).columns(4)]);
}

fn findings(table: &mut Table, form: &ReissueReviewForm) {
    table.row(ROW, [label("档案查证情况"), entry(&form.archive).columns(4)]);
    table.row(ROW, [label("婚姻状况核对"), entry(&form.status).columns(4)]);
    table.row(12.0, [label("提供证件情况"), entry(&form.documents.join("、")).columns(4)]);
    let opinion =
        Cell::new(&form.opinion, ENTRY).at_top().foot("登记员（签名）：　　　　　　　　　年　　月　　日");
    table.row(23.0, [label("审查意见"), opinion.columns(4)]);
}

fn numbers(table: &mut Table, form: &ReissueReviewForm) {
    half(table, ROW, ["补发字号", "补发日期"], [entry(&form.certificate_no), date(form.reissued_on)]);
    let booklets: Vec<_> =
        form.persons.iter().map(|who| who.booklet.as_str()).filter(|booklet| !booklet.is_empty()).collect();
    half(table, TWO, ["印制号", "承办机关名称"], [entry(&booklets.join("\n")), entry(&form.office)]);
}

/// Two entries beside each other.
fn half(table: &mut Table, height: f32, [left, right]: [&str; 2], [one, two]: [Cell; 2]) {
    table.row(height, [label(left), one, label(right), two.columns(2)]);
}

/// The box that may be neither blank nor filled by another hand.
fn receipt(table: &mut Table, form: &ReissueReviewForm) {
    let sign = || Cell::new("签名：", LABEL).at_top().foot("年　　月　　日");
    let cells = match form.photo {
        ReissuePhoto::Joint => {
            vec![label("当事人领证\n签名并\n按指纹"), sign().columns(2), sign().columns(2)]
        }
        ReissuePhoto::Single => vec![label("当事人领证\n签名并\n按指纹"), sign().columns(4)],
    };
    table.row(SIGN, cells);
    table.row(REMARKS, [label("备注"), entry(&form.remarks).columns(4)]);
}

/// Where the photo is glued and the embossed seal crosses its edge.
fn photo(canvas: &mut Canvas, top: f32, kind: ReissuePhoto) {
    let (words, size) = match kind {
        // Two inches, lying or standing.
        ReissuePhoto::Joint => ("双方合影\n53 × 35 毫米", (53.0, 35.0)),
        ReissuePhoto::Single => ("单人照\n35 × 53 毫米", (33.0, 49.0)),
    };
    let width = COLUMNS[4];
    let left = RIGHT - width;
    let (x, y) = (left + (width - size.0) / 2.0, top + 2.0);
    canvas.dashed_frame(x, y, size.0, size.1);
    let hint = text::lay(canvas.fonts, words, HINT, width);
    canvas.block_lines(left, y + size.1 / 2.0 - 0.5, &hint, Align::Centre, width);
    let seal = text::lay(canvas.fonts, "骑缝加盖钢印", HINT, width);
    canvas.block_lines(left, y + size.1 + 4.2, &seal, Align::Centre, width);
}

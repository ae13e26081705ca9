//! 撤回离婚登记申请书 and 撤回离婚登记申请确认单, working copies. The confirmation has a stub for the file; it is handed to
//! the one who withdraws and to nobody else.

use chrono::NaiveDate;

use super::divorce_party::{DivorceParty, date, entry, indented, label, sign};
use super::{Imprint, Lang, NEUTRAL, RecordSystem};
use crate::ground::canvas::{Align, Canvas};
use crate::ground::faces::Face;
use crate::ground::sheet::{self, LEFT, RIGHT, WIDTH};
use crate::ground::statutory::{self, FINGER, STATEMENT};
use crate::ground::table::{Cell, Table};
use crate::ground::text::{self, Style};
use crate::press::{PaperError, Press, Printed};

/// What who withdraws states, after 民法典 1077.
pub const WITHDRAWAL: &str =
    "本人不愿意离婚，现依照《中华人民共和国民法典》第一千零七十七条的规定，申请撤回上述离婚登记申请。";

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DivorceWithdrawalRequest {
    pub office: String,
    pub imprint: Imprint,
    pub record: RecordSystem,
    /// Who withdraws.
    pub mine: DivorceParty,
    pub other: DivorceParty,
    pub receipt_no: String,
    pub accepted_on: NaiveDate,
    /// [`WITHDRAWAL`] unless the office has another wording.
    pub statement: String,
    pub withdrawn_on: Option<NaiveDate>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DivorceWithdrawalConfirmation {
    pub office: String,
    pub imprint: Imprint,
    pub record: RecordSystem,
    /// 编号 of the national system; open for the pen where it isn't known.
    pub number: String,
    /// Who withdrew.
    pub mine: DivorceParty,
    pub other: DivorceParty,
    pub receipt_no: String,
    pub accepted_on: NaiveDate,
    pub withdrawn_on: NaiveDate,
}

const REQUEST: &str = "撤回离婚登记申请书";
const CONFIRMATION: &str = "撤回离婚登记申请确认单";
const COLUMNS: [f32; 4] = [32.0, 51.0, 32.0, WIDTH - 115.0];
const ROW: f32 = 10.4;
const SIGN: f32 = 38.0;
const STUB: Style = Style::new(Face::SerifBold, 17.0, 8.0).tracked(0.06);
const CUT: f32 = 156.0;

impl Press {
    /// # Errors
    /// A missing main font; a payload too long for a QR code.
    pub fn divorce_withdrawal_request(&self, form: &DivorceWithdrawalRequest) -> Result<Printed, PaperError> {
        let mut canvas = self.canvas()?;
        let top = statutory::head(&mut canvas, REQUEST, &form.record, form.imprint.specimen)?;
        let mut table = Table::new(COLUMNS);
        let mine = &form.mine;
        table.row(ROW, [label("申请撤回的一方").columns(4)]);
        table.row(ROW, [label("姓名"), entry(&mine.name), label("性别"), entry(&mine.sex)]);
        table.row(ROW, [label("身份证件号"), entry(&mine.document()).columns(3)]);
        table.row(ROW, [label("联系电话"), entry(&mine.phone).columns(3)]);
        table.row(ROW, [label("对方").columns(4)]);
        table.row(ROW, [label("姓名"), entry(&form.other.name).columns(3)]);
        table.row(ROW, [label("身份证件号"), entry(&form.other.document()).columns(3)]);
        table.row(
            ROW,
            [label("受理日期"), date(Some(form.accepted_on)), label("回执编号"), entry(&form.receipt_no)],
        );
        table.row(34.0, [Cell::new(indented(&form.statement), STATEMENT).columns(4)]);
        table.row(SIGN, [sign("申请人（签名并按指纹）：").columns(2), sign("登记员（签名）：").columns(2)]);
        table.row(ROW, [label("撤回日期"), date(form.withdrawn_on), label("承办机关"), entry(&form.office)]);
        let bottom = table.draw(&mut canvas, top);
        let right = LEFT + COLUMNS[..2].iter().sum::<f32>();
        statutory::finger(&mut canvas, right - FINGER - 4.0, bottom - ROW - SIGN + 3.0);
        sheet::foot(&mut canvas, &form.imprint, Lang::Zh, "一方即可办理，签名、指纹须本人当面完成");
        self.finish(canvas, NEUTRAL, Lang::Zh, &form.imprint)
    }

    /// # Errors
    /// A missing main font; a payload too long for a QR code.
    pub fn divorce_withdrawal_confirmation(
        &self,
        form: &DivorceWithdrawalConfirmation,
    ) -> Result<Printed, PaperError> {
        let mut canvas = self.canvas()?;
        let top = statutory::head(&mut canvas, CONFIRMATION, &form.record, form.imprint.specimen)?;
        part(&mut canvas, form, top, "交申请撤回的一方");
        cut(&mut canvas);
        let stub = text::lay(canvas.fonts, &format!("{CONFIRMATION}（存根联）"), STUB, WIDTH);
        canvas.block_lines(LEFT, CUT + 14.0, &stub, Align::Centre, WIDTH);
        part(&mut canvas, form, CUT + 20.0, "存档");
        sheet::foot(&mut canvas, &form.imprint, Lang::Zh, "《民法典》第一千零七十七条");
        self.finish(canvas, NEUTRAL, Lang::Zh, &form.imprint)
    }
}

fn part(canvas: &mut Canvas, form: &DivorceWithdrawalConfirmation, top: f32, whose: &str) {
    let mut table = Table::new(COLUMNS);
    table.row(8.6, [label("编号"), entry(&form.number), label("联次"), entry(whose)]);
    let mine = &form.mine;
    table.row(8.6, [label("申请撤回的一方"), entry(&mine.name), label("身份证件号"), entry(&mine.id_number)]);
    let other = &form.other;
    table.row(8.6, [label("对方"), entry(&other.name), label("身份证件号"), entry(&other.id_number)]);
    table.row(
        8.6,
        [label("原受理日期"), date(Some(form.accepted_on)), label("回执编号"), entry(&form.receipt_no)],
    );
    let words = "　　上述离婚登记申请已经撤回，本次离婚登记程序终止。两位以后可以重新申请。";
    table.row(14.0, [Cell::new(words, STATEMENT).columns(4)]);
    table
        .row(8.6, [label("撤回日期"), date(Some(form.withdrawn_on)), label("登记机关"), entry(&form.office)]);
    table.row(24.0, [sign("登记员（签名）：").columns(2), sign("（盖章）").columns(2)]);
    table.draw(canvas, top);
}

/// Where the two parts are torn from each other.
fn cut(canvas: &mut Canvas) {
    canvas.dashed_line((LEFT, CUT), (RIGHT, CUT));
}

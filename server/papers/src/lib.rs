//! The office's papers as PDF: each function takes a plain struct and gives the bytes of a finished sheet.
//!
//! This crate knows paper, not the office. Names, numbers and sentences arrive as the caller wants them read
//! (masked or whole); nothing is looked up, decided or remembered here. One [`Press`] serves the whole
//! process: it maps the font files on first use and shares them between papers and threads.
//!
//! ```text
//! press.booking_slip(&BookingSlip)                  预约凭条, the same for every service
//! press.missing_papers_notice(&MissingPapersNotice) 一次性告知单
//! press.refusal_notice(&RefusalNotice)              不予办理结婚登记告知书
//! press.issuing_slip(&IssuingSlip)                  发证凭条
//! press.marriage_declaration(&MarriageDeclaration)  申请结婚登记声明书, working copy
//! press.marriage_review_form(&MarriageReviewForm)   结婚登记审查处理表, working copy
//! press.divorce_date_sheet(&DivorceDateSheet)       日期单, the same for both
//! press.divorce_notice(&DivorceNotice)              不予受理、不予办理告知书
//! press.divorce_application(&…)                     离婚登记申请书, working copy
//! press.divorce_withdrawal_request(&…)              撤回离婚登记申请书, working copy
//! press.divorce_withdrawal_confirmation(&…)         撤回离婚登记申请确认单 with its stub, working copy
//! press.divorce_declaration(&DivorceDeclaration)    离婚登记声明书, working copy
//! press.divorce_review_form(&DivorceReviewForm)     离婚登记审查处理表, working copy
//! press.divorce_agreement_blank(&Imprint)           离婚协议书, blank, three originals
//! press.divorce_interview_blank(office, &Imprint)   询问笔录, blank
//! press.reissue_declaration(&ReissueDeclaration)    申请补领婚姻登记证声明书, working copy
//! press.reissue_review_form(&ReissueReviewForm)     补发婚姻登记证审查处理表, working copy
//! press.reissue_notice(&ReissueNotice)              不予补发婚姻登记证告知书
//! press.reissue_slip(&ReissueSlip)                  补领发证凭条
//! press.figures_return(&FiguresReturn)               月报、年报
//! ```
//!
//! Inside, `ground` is what every paper stands on (fonts, text, canvas, table, QR) and `paper` holds one file
//! for each document.

mod ground;
mod paper;
mod press;

pub use ground::fonts::{FontError, Fonts};
pub use paper::booking_slip::BookingSlip;
pub use paper::divorce_application::{APPLICATION, DivorceApplicationForm};
pub use paper::divorce_date_sheet::DivorceDateSheet;
pub use paper::divorce_declaration::{DIVORCE_DECLARATION, DivorceDeclaration};
pub use paper::divorce_notice::{DivorceNotice, DivorceNoticeKind};
pub use paper::divorce_party::{DivorceParty, MarriageEntry};
pub use paper::divorce_review_form::DivorceReviewForm;
pub use paper::divorce_withdrawal::{DivorceWithdrawalConfirmation, DivorceWithdrawalRequest, WITHDRAWAL};
pub use paper::figures_return::{CheckRow, FiguresReturn, FiguresRow};
pub use paper::issuing_slip::IssuingSlip;
pub use paper::marriage_declaration::{DECLARATION, Declarant, MarriageDeclaration};
pub use paper::marriage_review_form::{Applicant, MarriageReviewForm};
pub use paper::missing_papers_notice::{Deadline, MissingPaper, MissingPapersNotice};
pub use paper::refusal_notice::{RefusalNotice, RefusedParty, Remedies};
pub use paper::reissue_declaration::{OriginalEntry, REISSUE_TRUTH, ReissueDeclaration, ReissueProxy};
pub use paper::reissue_notice::ReissueNotice;
pub use paper::reissue_review_form::{ReissuePhoto, ReissueReviewForm};
pub use paper::reissue_slip::ReissueSlip;
pub use paper::{Imprint, Lang, Office, RecordSystem};
pub use press::{PaperError, Press, Printed};

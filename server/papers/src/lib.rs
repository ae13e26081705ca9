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
//! ```
//!
//! Inside, `ground` is what every paper stands on (fonts, text, canvas, table, QR) and `paper` holds one file
//! for each document.

mod ground;
mod paper;
mod press;

pub use ground::fonts::{FontError, Fonts};
pub use paper::booking_slip::BookingSlip;
pub use paper::issuing_slip::IssuingSlip;
pub use paper::marriage_declaration::{DECLARATION, Declarant, MarriageDeclaration};
pub use paper::marriage_review_form::{Applicant, MarriageReviewForm};
pub use paper::missing_papers_notice::{Deadline, MissingPaper, MissingPapersNotice};
pub use paper::refusal_notice::{RefusalNotice, RefusedParty, Remedies};
pub use paper::{Imprint, Lang, Office, RecordSystem};
pub use press::{PaperError, Press, Printed};

//! Finds a field's sentence again from the field and the code, the only two things a URL or JSON carries.

use crate::archive::ArchiveFault;
use crate::booking::{CodeFault, DayReason, SlotFault};
use crate::calendar::CalendarFaultKind;
use crate::certificate::{BookletFault, CertificateFault};
use crate::divorce_case::{DatesFault, ReceiptFault};
use crate::eligibility::{MarriageRefusal, OfficeFault, ParticularsFault};
use crate::identity::IdFault;
use crate::name::NameFault;
use crate::phone::PhoneFault;
use crate::{Lang, Worded};

/// One fault of one field as JSON writes it: `{"field":"a.id_number","code":"bad_checksum"}`.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct FieldFault {
    /// Path within the request, `a.name`, `b.id_number`, `slot`.
    pub field: String,
    /// The refusal's stable code.
    pub code: String,
}

impl FieldFault {
    /// The fault of one field.
    pub fn new(field: &str, fault: impl Worded) -> Self {
        Self { field: field.to_owned(), code: fault.code().to_owned() }
    }

    /// Its sentence, if field and code belong together.
    pub fn words(&self, lang: Lang) -> Option<&'static str> {
        words(&self.field, &self.code, lang)
    }
}

/// The sentence for `code` at `field` (`a.id_number`: only what follows the last dot counts).
/// `None` if that field has no such fault, so that a made-up URL shows nothing.
pub fn words(field: &str, code: &str, lang: Lang) -> Option<&'static str> {
    let last = field.rsplit('.').next().unwrap_or(field);
    let own = match last {
        "name" => NameFault::parse(code).map(|f| f.words(lang)),
        "id_number" => IdFault::parse(code).map(|f| f.words(lang)),
        "id_type" => OfficeFault::parse(code).map(|f| f.words(lang)),
        "phone" => PhoneFault::parse(code).map(|f| f.words(lang)),
        "sex" | "birth" | "nationality" => ParticularsFault::parse(code).map(|f| f.words(lang)),
        "slot" => SlotFault::parse(code).map(|f| f.words(lang)),
        "date" => DayReason::parse(code).map(|f| f.words(lang)),
        "code" => CodeFault::parse(code).map(|f| f.words(lang)),
        "certificate_no" => CertificateFault::parse(code).map(|f| f.words(lang)),
        "receipt_no" => ReceiptFault::parse(code).map(|f| f.words(lang)),
        "cooling_off_last" | "issuance_last" => DatesFault::parse(code).map(|f| f.words(lang)),
        "archive_no" | "files" => ArchiveFault::parse(code).map(|f| f.words(lang)),
        "schedule" => CalendarFaultKind::parse(code).map(|f| f.words(lang)),
        "blank_no" => BookletFault::parse(code).map(|f| f.words(lang)),
        _ => None,
    };
    // Age and identity of the two are refused at whichever field is nearest.
    own.or_else(|| MarriageRefusal::parse(code).map(|f| f.words(lang)))
}

//! The signed token in a paper's QR code: which paper, which kind, which day; no personal data.

use super::Vault;
use base64::Engine;
use base64::prelude::BASE64_URL_SAFE_NO_PAD;
use chrono::NaiveDate;
use ed25519_dalek::{Signature, Signer};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// Kinds of our own papers that bear a QR code. The number is part of every signed token and never changes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PaperKind {
    BookingSlip = 1,
    MissingPapersNotice = 2,
    MarriageRefusalNotice = 3,
    MarriageIssuingSlip = 4,
    DivorceDateSheet = 5,
    DivorceNotice = 6,
    ReissueIssuingSlip = 7,
    CeremonyCard = 8,
    ReissueRefusalNotice = 9,
}

impl PaperKind {
    pub const ALL: [Self; 9] = [
        Self::BookingSlip,
        Self::MissingPapersNotice,
        Self::MarriageRefusalNotice,
        Self::MarriageIssuingSlip,
        Self::DivorceDateSheet,
        Self::DivorceNotice,
        Self::ReissueIssuingSlip,
        Self::CeremonyCard,
        Self::ReissueRefusalNotice,
    ];

    pub fn as_str(self) -> &'static str {
        match self {
            Self::BookingSlip => "booking_slip",
            Self::MissingPapersNotice => "missing_papers_notice",
            Self::MarriageRefusalNotice => "marriage_refusal_notice",
            Self::MarriageIssuingSlip => "marriage_issuing_slip",
            Self::DivorceDateSheet => "divorce_date_sheet",
            Self::DivorceNotice => "divorce_notice",
            Self::ReissueIssuingSlip => "reissue_issuing_slip",
            Self::CeremonyCard => "ceremony_card",
            Self::ReissueRefusalNotice => "reissue_refusal_notice",
        }
    }
}

/// What a genuine token says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PaperToken {
    pub kind: PaperKind,
    pub issued: NaiveDate,
    pub paper: Uuid,
}

const VERSION: u8 = 1;
const BODY: usize = 1 + 1 + 4 + 16;

impl Vault {
    /// Signs a paper's token (Ed25519): 115 characters that stand in an address.
    pub fn sign_paper(&self, token: &PaperToken) -> String {
        let body = body(token);
        let signature = self.keys().signing.sign(&body).to_bytes();
        BASE64_URL_SAFE_NO_PAD.encode([&body[..], &signature].concat())
    }

    /// Reads a token; `None` where it is not ours, whatever the cause.
    pub fn read_paper(&self, token: &str) -> Option<PaperToken> {
        let bytes = BASE64_URL_SAFE_NO_PAD.decode(token).ok()?;
        let (body, signature) = bytes.split_at_checked(BODY)?;
        let signature = Signature::from_slice(signature).ok()?;
        self.keys().signing.verifying_key().verify_strict(body, &signature).ok()?;
        let kind = PaperKind::ALL.into_iter().find(|kind| *kind as u8 == body[1])?;
        let day = i32::from_be_bytes(body[2..6].try_into().ok()?);
        let issued = NaiveDate::from_num_days_from_ce_opt(day)?;
        let paper = Uuid::from_slice(&body[6..]).ok()?;
        (body[0] == VERSION).then_some(PaperToken { kind, issued, paper })
    }
}

fn body(token: &PaperToken) -> [u8; BODY] {
    use chrono::Datelike;
    let mut body = [0; BODY];
    body[0] = VERSION;
    body[1] = token.kind as u8;
    body[2..6].copy_from_slice(&token.issued.num_days_from_ce().to_be_bytes());
    body[6..].copy_from_slice(token.paper.as_bytes());
    body
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_an_untouched_token_of_this_office_is_genuine() {
        let vault = Vault::fresh().unwrap();
        for kind in PaperKind::ALL {
            let issued = NaiveDate::from_ymd_opt(2026, 11, 23).unwrap();
            let token = PaperToken { kind, issued, paper: Uuid::from_u128(7) };
            let signed = vault.sign_paper(&token);
            assert_eq!(vault.read_paper(&signed), Some(token));
            assert_eq!(Vault::fresh().unwrap().read_paper(&signed), None);
            for at in 0..signed.len() - 1 {
                let mut touched = signed.clone().into_bytes();
                touched[at] = if touched[at] == b'A' { b'B' } else { b'A' };
                assert_eq!(vault.read_paper(&String::from_utf8(touched).unwrap()), None, "character {at}");
            }
        }
    }
}

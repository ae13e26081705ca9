//! Certificate and booklet numbers: typed from the national system and checked, or allocated without a gap.

use super::advance::Numbers;
use super::file::{CaseFile, Particulars};
use crate::error::{Error, Fault, Result};
use crate::register::{self, NewEntry};
use crate::registry::{RecordSystem, Registry};
use crate::staff::Officer;
use crate::store::Tx;
use crate::store::queries::cases::{BookletRow, forget_booklets, next_number, use_booklet, void_booklet};
use chrono::{DateTime, Datelike, NaiveDate, Utc};
use law::certificate::{BookletNo, CertificateKind, CertificateNo, OfficeCode};
use law::identity::Sex;
use law::marriage_case::{MarriageState, VoidReason};
use uuid::Uuid;

/// Numbers that could be read.
pub(super) struct ReadNumbers {
    certificate: Certificate,
    pub booklets: [BookletNo; 2],
}

enum Certificate {
    Typed(CertificateNo),
    Allocate(OfficeCode),
}

impl ReadNumbers {
    /// The certificate's number: the typed one, or the next of the series.
    pub async fn certificate(&self, tx: &mut Tx, on: NaiveDate) -> Result<CertificateNo> {
        match self.certificate {
            Certificate::Typed(number) => Ok(number),
            Certificate::Allocate(office) => {
                let year = u16::try_from(on.year()).map_err(Error::inconsistent)?;
                let serial = next_number(tx, &format!("J{} {year}", office.as_str()), 1).await?;
                let serial = u32::try_from(serial).map_err(Error::inconsistent)?;
                CertificateNo::allocate(CertificateKind::Marriage, office, year, serial)
                    .ok_or_else(|| Error::inconsistent("the year's numbers are used up"))
            }
        }
    }

    /// A typed or kept number, for a correction.
    pub fn typed_certificate(&self) -> Result<CertificateNo> {
        match self.certificate {
            Certificate::Typed(number) => Ok(number),
            Certificate::Allocate(_) => Err(Error::IllegalMove("register_first")),
        }
    }

    /// Keeps an allocated number through a correction of booklets.
    pub fn keep(&mut self, certificate: CertificateNo) {
        self.certificate = Certificate::Typed(certificate);
    }
}

/// A booklet's number as typed.
pub(super) fn read_booklet(typed: &str, field: &str) -> Result<BookletNo> {
    BookletNo::parse(typed).map_err(|fault| Error::invalid(field, fault.code()))
}

impl Registry {
    /// Reads typed numbers; every fault by its field.
    pub(super) async fn read_numbers(&self, typed: &Numbers, on: NaiveDate) -> Result<ReadNumbers> {
        let office = self.office_code().await?;
        let mut faults = Vec::new();
        let certificate = match self.terms().record_system {
            RecordSystem::Own => Some(Certificate::Allocate(office)),
            RecordSystem::National => CertificateNo::parse(&typed.certificate)
                .and_then(|number| number.check(CertificateKind::Marriage, office, on.year()).map(|()| number))
                .map_err(|fault| faults.push(Fault::new("certificate_no", fault.code())))
                .ok()
                .map(Certificate::Typed),
        };
        let mut booklet = |typed: &str, field: &str| {
            BookletNo::parse(typed).map_err(|fault| faults.push(Fault::new(field, fault.code()))).ok()
        };
        let booklets = (booklet(&typed.booklets[0], "booklet_a"), booklet(&typed.booklets[1], "booklet_b"));
        match (certificate, booklets) {
            (Some(certificate), (Some(a), Some(b))) => Ok(ReadNumbers { certificate, booklets: [a, b] }),
            _ => Err(Error::Invalid(faults)),
        }
    }

    /// The register's entry of this marriage, the man first as the acts file has it.
    pub(super) fn marriage_entry(
        &self,
        officer: &Officer,
        case: Uuid,
        file: &CaseFile,
        on: NaiveDate,
    ) -> Result<NewEntry> {
        let [a, b] = file.documents().ok_or(Error::IllegalMove("identity_first"))?;
        let (man, woman): (&Particulars, &Particulars) = if a.sex == Sex::M { (a, b) } else { (b, a) };
        NewEntry::marriage_at_counter(self, officer, case, [man, woman], file.restored, on, file.late_reason.as_deref())
    }
}

/// Who writes into booklets and register, for which case.
#[derive(Clone, Copy)]
pub(super) struct Desk {
    pub case: Uuid,
    pub officer: Uuid,
    pub now: DateTime<Utc>,
}

impl Desk {
    pub async fn use_booklets(self, tx: &mut Tx, certificate: CertificateNo, booklets: &[BookletNo; 2]) -> Result<()> {
        for (booklet, field) in booklets.iter().zip(["booklet_a", "booklet_b"]) {
            self.use_booklet(tx, certificate, booklet, field).await?;
        }
        Ok(())
    }

    async fn use_booklet(self, tx: &mut Tx, certificate: CertificateNo, booklet: &BookletNo, field: &str) -> Result<()> {
        let row = BookletRow {
            number: booklet.as_str(),
            fate: "used",
            certificate_no: &certificate.to_string(),
            case: self.case,
            at: self.now,
            officer: self.officer,
            reason: "",
        };
        if use_booklet(tx, &row).await? { Ok(()) } else { Err(Error::invalid(field, "in_use")) }
    }

    /// The marriage stands in the register from here on. Errors: `Invalid` where the number is in use.
    pub async fn enter(self, tx: &mut Tx, entry: &NewEntry, certificate: CertificateNo) -> Result<()> {
        register::enter(tx, entry, Some(&certificate.to_string())).await.map(|_| ())
    }

    /// Numbers had been typed wrongly: the right ones take their place everywhere.
    pub async fn correct(
        self,
        tx: &mut Tx,
        before: &MarriageState,
        certificate: CertificateNo,
        booklets: &[BookletNo; 2],
    ) -> Result<()> {
        let old = before.registration().ok_or(Error::IllegalMove("register_first"))?;
        forget_booklets(tx, self.case).await?;
        self.use_booklets(tx, certificate, booklets).await?;
        if old.certificate == certificate {
            return Ok(());
        }
        register::correct_certificate(tx, self.case, &certificate.to_string()).await
    }

    /// A booklet was spoilt: it is void, another stands under the same number.
    pub async fn void(
        self,
        tx: &mut Tx,
        after: &MarriageState,
        spoilt: &BookletNo,
        replacement: &BookletNo,
        reason: VoidReason,
    ) -> Result<()> {
        let certificate = after.registration().ok_or(Error::IllegalMove("register_first"))?.certificate;
        void_booklet(tx, spoilt.as_str(), reason.as_str()).await?;
        self.use_booklet(tx, certificate, replacement, "replacement").await
    }

    /// They left before anything was handed over: the entry is struck, its number listed as a gap.
    pub async fn strike(self, tx: &mut Tx) -> Result<()> {
        register::strike(tx, self.case, self.now, self.officer, "parties_left").await
    }
}

//! Certificate and booklet numbers: typed from the national system and checked, or allocated without a gap.

use crate::error::{Error, Fault, Result};
use crate::register;
use crate::registry::{RecordSystem, Registry};
use crate::store::Tx;
use crate::store::queries::cases::{BookletRow, forget_booklets, next_number, use_booklet, void_booklet};
use chrono::{DateTime, Datelike, NaiveDate, Utc};
use law::certificate::{BookletNo, CertificateKind, CertificateNo, OfficeCode};
use law::marriage_case::VoidReason;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// Numbers as typed. Where this system allocates certificate numbers, `certificate` is ignored; where one booklet is issued,
/// only the first counts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Numbers {
    pub certificate: String,
    pub booklets: [String; 2],
}

/// Numbers that could be read.
pub(crate) struct ReadNumbers {
    certificate: ReadCertificate,
    pub booklets: [BookletNo; 2],
}

/// A certificate's number that could be read, or is still to be given.
pub(crate) struct ReadCertificate {
    kind: CertificateKind,
    certificate: Certificate,
}

enum Certificate {
    Typed(CertificateNo),
    Allocate(OfficeCode),
}

impl ReadNumbers {
    /// The certificate's number: the typed one, or the next of the series.
    pub async fn certificate(&self, tx: &mut Tx, on: NaiveDate) -> Result<CertificateNo> {
        self.certificate.number(tx, on).await
    }

    /// A typed or kept number, for a correction.
    pub fn typed_certificate(&self) -> Result<CertificateNo> {
        self.certificate.typed()
    }

    /// Keeps an allocated number through a correction of booklets.
    pub fn keep(&mut self, certificate: CertificateNo) {
        self.certificate.keep(certificate);
    }
}

impl ReadCertificate {
    /// The typed number, or the next of the series.
    pub async fn number(&self, tx: &mut Tx, on: NaiveDate) -> Result<CertificateNo> {
        match self.certificate {
            Certificate::Typed(number) => Ok(number),
            Certificate::Allocate(office) => {
                let year = u16::try_from(on.year()).map_err(Error::inconsistent)?;
                let serial = next_number(tx, &format!("{}{} {year}", self.kind, office.as_str()), 1).await?;
                let serial = u32::try_from(serial).map_err(Error::inconsistent)?;
                CertificateNo::allocate(self.kind, office, year, serial)
                    .ok_or_else(|| Error::inconsistent("the year's numbers are used up"))
            }
        }
    }

    /// A typed or kept number, for a correction.
    pub fn typed(&self) -> Result<CertificateNo> {
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
pub(crate) fn read_booklet(typed: &str, field: &str) -> Result<BookletNo> {
    BookletNo::parse(typed).map_err(|fault| Error::invalid(field, fault.code()))
}

impl Registry {
    /// Reads typed numbers; every fault by its field.
    pub(crate) async fn read_numbers(
        &self,
        kind: CertificateKind,
        typed: &Numbers,
        on: NaiveDate,
    ) -> Result<ReadNumbers> {
        let mut faults = Vec::new();
        let certificate = self.read_certificate(kind, &typed.certificate, on, &mut faults).await?;
        let mut booklet = |typed: &str, field: &str| {
            BookletNo::parse(typed).map_err(|fault| faults.push(Fault::new(field, fault.code()))).ok()
        };
        let booklets = (booklet(&typed.booklets[0], "booklet_a"), booklet(&typed.booklets[1], "booklet_b"));
        match (certificate, booklets) {
            (Some(certificate), (Some(a), Some(b))) => Ok(ReadNumbers { certificate, booklets: [a, b] }),
            _ => Err(Error::Invalid(faults)),
        }
    }

    /// Reads a typed certificate number; its fault is added to those of the form. Ignored where this system gives them.
    pub(crate) async fn read_certificate(
        &self,
        kind: CertificateKind,
        typed: &str,
        on: NaiveDate,
        faults: &mut Vec<Fault>,
    ) -> Result<Option<ReadCertificate>> {
        let office = self.office_code().await?;
        let certificate = match self.terms().record_system {
            RecordSystem::Own => Some(Certificate::Allocate(office)),
            RecordSystem::National => CertificateNo::parse(typed)
                .and_then(|number| number.check(kind, office, on.year()).map(|()| number))
                .map_err(|fault| faults.push(Fault::new("certificate_no", fault.code())))
                .ok()
                .map(Certificate::Typed),
        };
        Ok(certificate.map(|certificate| ReadCertificate { kind, certificate }))
    }
}

/// Who writes into booklets and register, for which case.
#[derive(Clone, Copy)]
pub(crate) struct Desk {
    pub case: Uuid,
    pub officer: Uuid,
    pub now: DateTime<Utc>,
}

impl Desk {
    pub async fn use_booklets(
        self,
        tx: &mut Tx,
        certificate: CertificateNo,
        booklets: &[BookletNo],
    ) -> Result<()> {
        for (booklet, field) in booklets.iter().zip(["booklet_a", "booklet_b"]) {
            self.use_booklet(tx, certificate, booklet, field).await?;
        }
        Ok(())
    }

    async fn use_booklet(
        self,
        tx: &mut Tx,
        certificate: CertificateNo,
        booklet: &BookletNo,
        field: &str,
    ) -> Result<()> {
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

    /// Numbers had been typed wrongly: the right ones take their place everywhere.
    pub async fn correct(
        self,
        tx: &mut Tx,
        old: CertificateNo,
        certificate: CertificateNo,
        booklets: &[BookletNo],
    ) -> Result<()> {
        forget_booklets(tx, self.case).await?;
        self.use_booklets(tx, certificate, booklets).await?;
        if old == certificate {
            return Ok(());
        }
        register::correct_certificate(tx, self.case, &certificate.to_string()).await
    }

    /// A booklet was spoilt: it is void, another stands under the same number.
    pub async fn void(
        self,
        tx: &mut Tx,
        certificate: CertificateNo,
        spoilt: &BookletNo,
        replacement: &BookletNo,
        reason: VoidReason,
    ) -> Result<()> {
        void_booklet(tx, spoilt.as_str(), reason.as_str()).await?;
        self.use_booklet(tx, certificate, replacement, "replacement").await
    }
}

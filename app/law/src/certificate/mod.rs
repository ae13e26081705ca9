//! Certificate numbers 字号, the print numbers 印制号 of booklets, and the office code inside them.

mod booklet;
mod fault;
mod legacy;
mod number;
mod office;

pub use booklet::{BookletFault, BookletNo};
pub use fault::CertificateFault;
pub use legacy::LegacyCertificateNo;
pub use number::{CertificateKind, CertificateNo};
pub use office::OfficeCode;

//! Certificate numbers that are missing between the first and the last of a year. Gaps are allowed where the national
//! system gives the numbers (decision 13), but they are listed: a number that was given and never entered shows here.

use crate::error::{Error, Result};
use crate::registry::Registry;
use crate::staff::{Officer, Right};
use crate::store::queries::register::certificates_like;
use law::certificate::{CertificateKind, CertificateNo, OfficeCode};

/// A run of serial numbers of which none stands in the register, both ends included.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Gap {
    pub from: CertificateNo,
    pub to: CertificateNo,
}

impl Registry {
    /// The gaps of one series, in order; the numbers of struck entries are gaps too. Errors: `Forbidden`.
    pub async fn number_gaps(&self, officer: &Officer, kind: CertificateKind, year: u16) -> Result<Vec<Gap>> {
        officer.may(Right::SeeFigures)?;
        let office = OfficeCode::parse(&self.opening().await?.office.code);
        let office = office.ok_or_else(|| Error::inconsistent("the office's code"))?;
        let series = format!("{}{}-{year:04}-", kind.as_str(), office.as_str());
        let stored = certificates_like(&mut self.store().read().await?, &series).await?;
        let serials = stored.iter().filter_map(|number| Some(CertificateNo::parse(number).ok()?.serial()));
        let number = |serial| CertificateNo::allocate(kind, office, year, serial);
        let runs = runs_between(serials).into_iter();
        Ok(runs.filter_map(|(from, to)| Some(Gap { from: number(from)?, to: number(to)? })).collect())
    }
}

/// The runs missing between 1 and the last of these numbers, which come in order.
fn runs_between(serials: impl Iterator<Item = u32>) -> Vec<(u32, u32)> {
    let mut runs = Vec::new();
    let mut next = 1;
    for serial in serials {
        if serial > next {
            runs.push((next, serial - 1));
        }
        next = serial + 1;
    }
    runs
}

#[cfg(test)]
mod tests {
    use super::runs_between;

    #[test]
    fn what_is_missing_up_to_the_last_number_is_told_as_runs() {
        assert_eq!(runs_between([1, 2, 4, 8].into_iter()), [(3, 3), (5, 7)]);
        assert_eq!(runs_between([3].into_iter()), [(1, 2)]);
        assert_eq!(runs_between([1, 2, 3].into_iter()), []);
        assert_eq!(runs_between(std::iter::empty()), []);
    }
}

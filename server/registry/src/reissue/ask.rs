//! Who asks, and for whom somebody else came.

use crate::case::{CaseFile, ProxyPerson};
use crate::error::{Error, Fault, Result};
use crate::registry::Registry;
use crate::staff::Officer;
use law::eligibility::{Applicant, Party};
use law::identity::{IdNumber, IdType, Sex};
use law::name::PersonName;
use law::reissue_case::{Asking, ProxyPoint, Reason};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// Who asks, as the form says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RawAsking {
    pub applicants: BTreeSet<Party>,
    pub reason: Reason,
    /// Why one alone of a couple is served.
    pub alone: String,
    pub proxy: Option<RawProxy>,
}

/// Somebody with an authority, as typed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct RawProxy {
    pub name: String,
    /// Empty for the mainland card.
    pub id_type: String,
    pub id_number: String,
    pub points: BTreeSet<ProxyPoint>,
}

impl Registry {
    /// Reads who asks and puts the proxy into the file.
    ///
    /// Errors: `Invalid` (`proxy_name`, `proxy_id_number`, `alone`), `Forbidden` where the officer is the proxy.
    pub(super) fn read_asking(
        &self,
        officer: &Officer,
        file: &mut CaseFile,
        raw: &RawAsking,
    ) -> Result<Asking> {
        if raw.alone.chars().count() > 100 || raw.alone.chars().any(char::is_control) {
            return Err(Error::invalid("alone", "too_long"));
        }
        let alone = Some(raw.alone.trim().to_owned()).filter(|reason| !reason.is_empty());
        file.proxy = None;
        let mut asking =
            Asking { applicants: raw.applicants.clone(), reason: raw.reason, alone, proxy: None };
        let Some(proxy) = &raw.proxy else { return Ok(asking) };
        asking.proxy = Some(proxy.points.clone());
        // Without a notarised authority it doesn't matter who came.
        if proxy.points.contains(&ProxyPoint::Notarised) {
            let person = self.read_proxy(proxy)?;
            self.require_not_own(officer, &person)?;
            file.proxy = Some(person);
        }
        Ok(asking)
    }

    fn read_proxy(&self, raw: &RawProxy) -> Result<ProxyPerson> {
        let mut faults = Vec::new();
        let name = PersonName::parse(&raw.name)
            .map_err(|fault| faults.push(Fault::new("proxy_name", fault.code())))
            .ok();
        let id_type = match raw.id_type.trim() {
            "" => Some(IdType::MainlandId),
            text => IdType::parse(text),
        };
        let number = id_type.and_then(|id_type| {
            IdNumber::parse(id_type, &raw.id_number, self.clock().today())
                .map_err(|fault| faults.push(Fault::new("proxy_id_number", fault.code())))
                .ok()
        });
        match (name, number) {
            (Some(name), Some(number)) => Ok(ProxyPerson {
                name: name.as_str().to_owned(),
                id_type: number.id_type(),
                id_number: number.value().to_owned(),
            }),
            _ => Err(Error::Invalid(faults)),
        }
    }

    /// Who acts for a party handles the case no more than the party would.
    pub(super) fn require_not_own(&self, officer: &Officer, proxy: &ProxyPerson) -> Result<()> {
        let today = self.clock().today();
        let unreadable = || Error::inconsistent("a proxy that can't be read");
        let id = IdNumber::parse(proxy.id_type, &proxy.id_number, today).map_err(|_| unreadable())?;
        // The key is made of kind and number; what else a person is made of doesn't matter here.
        let (sex, birth) = (id.sex().or(Some(Sex::F)), id.birth().or(Some(today)));
        // Only a foreign passport needs a nation beside it, and no officer has one.
        let Ok(person) = Applicant::new(id, sex, birth, None, today) else { return Ok(()) };
        let key = self.vault().person_key(&person).0;
        if officer.is_one_of([&key[..]]) { Err(Error::Forbidden("own_case")) } else { Ok(()) }
    }
}

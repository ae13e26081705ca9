//! `serve --demo`: invented people in an office for show. Only an empty database is filled, and marked for ever; starting
//! again brings visits for the new day and changes nothing else.

mod people;
mod register;
mod staff;
mod visits;

use crate::{
    commands::Refused,
    office::{Opened, is_demo, mark_demo},
};
use chrono::{NaiveTime, TimeDelta};
use registry::{Clock, Registry, clock::from_local};

pub use staff::SIGN_INS;

/// Fills an empty office, or brings a demonstration to today. Refuses any other database.
pub async fn fill(opened: &Opened) -> Result<(), Refused> {
    let registry = &opened.registry;
    if !is_demo(registry).await? {
        if !registry.is_untouched().await? {
            return Err(Refused::Because(
                "this database is in use and not for show: `serve --demo` fills only an empty one; name another data \
                 folder (HALL_DATA)"
                    .to_owned(),
            ));
        }
        mark_demo(registry).await?;
    }
    // The people booked yesterday: so today's visits are there in the morning, and every day ahead can be booked.
    let yesterday = before(registry).await?;
    if registry.colleagues(None).await?.is_empty() {
        staff::hire(&yesterday).await?;
        register::enter(registry).await?;
    }
    visits::bring(&yesterday, registry.clock()).await
}

/// How to sign in, one line each, for whoever starts the demonstration.
pub fn sign_ins() -> String {
    let line = |sign_in: &staff::SignIn| {
        format!("  {:<14} {:<20} {}\n", sign_in.login, sign_in.password, sign_in.name)
    };
    SIGN_INS.iter().map(line).collect()
}

/// The same office, its clock standing at ten in the morning of the day before.
async fn before(registry: &Registry) -> Result<Registry, Refused> {
    let ten = NaiveTime::from_hms_opt(10, 0, 0).unwrap_or_default();
    let at = (registry.clock().today() - TimeDelta::days(1)).and_time(ten);
    let clock = Clock::standing_at(from_local(at));
    let (store, vault, terms) =
        (registry.store().clone(), registry.vault().clone(), registry.terms().clone());
    Ok(Registry::open(store, vault, clock, terms).await?)
}

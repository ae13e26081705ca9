//! A full number, once, for a reason, logged. With script it stands in the page for 30 seconds; without, the server's
//! own answer to the form does the same.

use leptos::prelude::*;

#[cfg(feature = "ssr")]
use crate::fns::staff::{seated, words};
#[cfg(feature = "ssr")]
use law::eligibility::Party;
#[cfg(feature = "ssr")]
use registry::marriage::RevealReason;

/// The full number of one of the two, or the sentence why not.
#[server]
pub async fn reveal(
    case: String,
    seat: String,
    reason: String,
) -> Result<Result<String, String>, ServerFnError> {
    let Some(desk) = seated("/counter").await? else {
        return Ok(Err("登录已经结束，请重新登录。".to_owned()));
    };
    let known = (uuid::Uuid::parse_str(&case).ok(), Party::parse(&seat), RevealReason::parse(&reason));
    let (Some(case), Some(seat), Some(reason)) = known else {
        return Ok(Err("请先选看全号的理由。".to_owned()));
    };
    Ok(desk
        .registry
        .reveal_number(&desk.officer, case, seat, reason)
        .await
        .map_err(|error| words::sentence(&error)))
}

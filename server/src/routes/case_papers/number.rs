//! `POST /counter/case/{case}/number`: 「看全号」 without script. The number alone, for 30 seconds, then back to the case.

use super::{NotNow, officer, page, refused};
use crate::state::AppState;
use axum::{
    Form,
    extract::{Path, State},
    http::{HeaderMap, HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use law::eligibility::Party;
use registry::marriage::RevealReason;
use serde::Deserialize;
use uuid::Uuid;

#[derive(Deserialize)]
pub struct Look {
    #[serde(default)]
    seat: String,
    #[serde(default)]
    reason: String,
}

/// UX §5.3, in seconds.
const SHOWN: u32 = 30;

pub async fn show(
    State(state): State<AppState>,
    Path(case): Path<Uuid>,
    headers: HeaderMap,
    Form(look): Form<Look>,
) -> Response {
    match number(&state, case, &headers, &look).await {
        Ok(number) => shown(case, &number),
        Err(not_now) => not_now.into_response(),
    }
}

async fn number(state: &AppState, case: Uuid, headers: &HeaderMap, look: &Look) -> Result<String, NotNow> {
    let officer = officer(state, headers, case).await?;
    let (Some(seat), Some(reason)) = (Party::parse(&look.seat), RevealReason::parse(&look.reason)) else {
        return Err(NotNow::Back(case));
    };
    state.registry.reveal_number(&officer, case, seat, reason).await.map_err(refused)
}

fn shown(case: Uuid, number: &str) -> Response {
    let back = format!("/counter/case/{case}");
    let body = format!(
        "<p>{}</p><p><a href=\"{back}\">回到这件</a>（{SHOWN} 秒后自动回去）</p>",
        super::escape(number)
    );
    let mut response = page("证件号码", &body, StatusCode::OK);
    if let Ok(value) = HeaderValue::try_from(format!("{SHOWN}; url={back}")) {
        response.headers_mut().insert(header::REFRESH, value);
    }
    response
}

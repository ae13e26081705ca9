//! The JSON API, version 1, for the portal of the province and for programs that read.
//!
//! Its contract is `openapi.json` beside this file; a test holds every route and every answer against it. Requests are
//! read strictly ([`body`]), refusals are problems (`crate::problem`), one file for each call.

mod availability;
mod body;
mod book;
mod booking;
mod divorce_dates;
mod key;
mod offices;
mod openapi;
pub mod query;
mod services;
pub mod token;
mod verify;

use crate::state::AppState;
use axum::{
    Router,
    routing::{MethodRouter, get, post},
};

/// Every path with what it takes.
fn table() -> [(&'static str, MethodRouter<AppState>); 9] {
    [
        ("/services", get(services::list)),
        ("/offices", get(offices::list)),
        ("/offices/{office}/availability", get(availability::show)),
        ("/bookings", post(book::book)),
        ("/bookings/{code}", get(booking::show).delete(booking::cancel)),
        ("/bookings/{code}/move", post(booking::relocate)),
        ("/divorce-dates", get(divorce_dates::show)),
        ("/verify/{token}", get(verify::verify)),
        ("/openapi.json", get(openapi::document)),
    ]
}

pub fn router() -> Router<AppState> {
    table().into_iter().fold(Router::new(), |router, (path, methods)| router.route(path, methods))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_contract_names_every_path_and_no_other() {
        let contract: serde_json::Value = serde_json::from_str(openapi::DOCUMENT).unwrap();
        let mut told: Vec<_> = contract["paths"].as_object().unwrap().keys().cloned().collect();
        let mut served: Vec<_> = table().into_iter().map(|(path, _)| path.to_owned()).collect();
        told.sort();
        served.sort();
        assert_eq!(told, served);
    }

    #[test]
    fn the_contract_names_every_word_of_a_problem() {
        let contract: serde_json::Value = serde_json::from_str(openapi::DOCUMENT).unwrap();
        let told = &contract["components"]["schemas"]["Problem"]["properties"]["problem"]["enum"];
        assert_eq!(told, &serde_json::to_value(crate::problem::Word::ALL).unwrap());
    }
}

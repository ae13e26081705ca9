//! Everything between the socket and the pages. Reads from the outside in: [`router`] lays the layers.

mod body;
mod display;
pub mod door;
mod headers;
mod health;
mod kept;
mod log;
mod pages;
pub mod refusal;
pub mod shutdown;
pub mod site;
mod tls;

use crate::{metrics, routes, state::AppState};
use axum::{
    Router,
    middleware::{from_fn, from_fn_with_state},
    response::Response,
    routing::{get, post},
};
use refusal::Refusal;
use tower_http::{
    catch_panic::CatchPanicLayer,
    csrf::{CsrfLayer, ProtectionError},
};

/// The whole of the hall behind its layers. A request passes the layers from the last to the first.
pub fn router(state: &AppState) -> Router {
    Router::new()
        .route("/healthz", get(health::live))
        .route("/display", post(display::choose))
        .route("/pkg/{hash}/{file}", get(site::file))
        .merge(routes::router())
        .with_state(state.clone())
        .merge(pages::couple(state))
        .merge(pages::house(state))
        .method_not_allowed_fallback(|| async { Refusal::WrongMethod })
        .layer(from_fn_with_state(state.clone(), routes::files::admit))
        .layer(from_fn(display::remember_language))
        .layer(from_fn(body::limit))
        .layer(csrf(state))
        .layer(from_fn(body::in_time))
        .layer(CatchPanicLayer::custom(|_| Refusal::Fault.into()))
        .layer(from_fn_with_state(state.clone(), refusal::tell))
        .layer(from_fn_with_state(state.clone(), headers::secure))
        .layer(from_fn_with_state(state.clone(), metrics::count))
        .layer(from_fn_with_state(log::Requests::new(&state.settings), log::log))
}

/// A form is taken only from our own pages: browsers say where a request comes from, no token needed.
fn csrf(state: &AppState) -> CsrfLayer<impl Fn(ProtectionError) -> Response + Clone + use<>> {
    let layer = CsrfLayer::new();
    // A proxy may rewrite the host; the public address is ours in any case.
    let layer = layer.clone().add_trusted_origin(state.settings.origin()).unwrap_or(layer);
    layer.with_rejection_response(|_| Refusal::CrossSite.into())
}

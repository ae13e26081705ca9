//! The two Leptos roots, each with its own shell, options and routes, and the page for unknown addresses.

use super::{
    headers,
    kept::{self, Kept},
    refusal::Refusal,
};
use crate::state::AppState;
use app::{
    shell,
    ui::{layout::OfficeCard, request::Https},
};
use axum::{
    Router,
    body::Body,
    extract::Request,
    http::{HeaderValue, Method, StatusCode, header},
    middleware::from_fn_with_state,
    response::IntoResponse,
};
use leptos::{
    config::{Env, LeptosOptions},
    nonce::use_nonce,
    prelude::{provide_context, use_context},
};
use leptos_axum::{LeptosRoutes, ResponseOptions, generate_route_list, generate_route_list_with_exclusions};
use registry::Registry;

/// The couple's pages, all server functions, and whatever no other route knows.
pub fn couple(state: &AppState) -> Router {
    let options = options(state, "couple");
    let shell = {
        let options = options.clone();
        move || shell::couple(options.clone())
    };
    let context = context(state);
    let unknown = leptos_axum::render_app_async_with_context(
        {
            let context = context.clone();
            move || {
                context();
                if let Some(response) = use_context::<ResponseOptions>() {
                    response.set_status(StatusCode::NOT_FOUND);
                }
            }
        },
        shell.clone(),
    );
    Router::new()
        .leptos_routes_with_context(&options, generate_route_list(app::couple::Couple), context, shell)
        .route_layer(from_fn_with_state(Kept::new(&state.registry), kept::show))
        .fallback(move |request: Request<Body>| {
            let unknown = unknown.clone();
            async move {
                if is_page(&request) {
                    unknown(request).await.into_response()
                } else {
                    Refusal::NotFound.into()
                }
            }
        })
        .with_state(options)
}

/// Touch screen, call display, counter and office.
pub fn house(state: &AppState) -> Router {
    let options = options(state, "house");
    let shell = {
        let options = options.clone();
        move || shell::house(options.clone())
    };
    // Leptos registers the server functions with every list of routes; the couple's router has them already.
    let taken = leptos::server_fn::axum::server_fn_paths().map(|(path, _)| path.to_owned()).collect();
    let routes = generate_route_list_with_exclusions(app::house::House, Some(taken));
    Router::new().leptos_routes_with_context(&options, routes, context(state), shell).with_state(options)
}

/// An unknown address gets a page only where a person could have typed it.
fn is_page(request: &Request<Body>) -> bool {
    request.method() == Method::GET && !request.uri().path().starts_with("/api/")
}

fn options(state: &AppState, root: &str) -> LeptosOptions {
    LeptosOptions::builder()
        .output_name(root)
        .site_pkg_dir(state.site.folder())
        .env(if cfg!(debug_assertions) { Env::DEV } else { Env::PROD })
        .build()
}

/// What every page says about the office, as its supervisor last set it.
fn card(registry: &Registry) -> OfficeCard {
    let opening = registry.last_opening();
    let office = &opening.office;
    OfficeCard {
        name_zh: office.name.clone(),
        name_en: office.name_en.clone(),
        phone: office.phone.clone(),
        address: office.address.clone(),
    }
}

/// What every page and every server function can reach, and the policy that carries the page's nonce.
fn context(state: &AppState) -> impl Fn() + Clone + Send + Sync + 'static {
    let (registry, https) = (state.registry.clone(), Https(state.settings.is_https()));
    move || {
        provide_context(registry.clone());
        provide_context(https);
        provide_context(card(&registry));
        if let (Some(response), Some(nonce)) = (use_context::<ResponseOptions>(), use_nonce())
            && let Ok(policy) = HeaderValue::try_from(headers::policy(&nonce))
        {
            response.insert_header(header::CONTENT_SECURITY_POLICY, policy);
        }
    }
}

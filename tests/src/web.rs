//! The hall behind its door for a test that asks over real HTTP: the whole router on a port of its own.

#![expect(
    clippy::expect_used,
    clippy::missing_panics_doc,
    reason = "a test whose ground cannot be laid has failed"
)]

use crate::office::Office;
use papers::{Fonts, Press};
use reqwest::{Client, RequestBuilder, StatusCode};
use serde_json::{Value, json};
use server::{
    http::{self, door, shutdown, site::Site},
    office::Opened,
    settings::Settings,
    state::AppState,
};
use std::sync::Arc;

pub struct Web {
    /// `http://127.0.0.1:PORT`
    pub address: String,
    pub client: Client,
    stop: shutdown::Stop,
}

/// What came back: status and body.
#[derive(Debug, Clone, PartialEq)]
pub struct Reply {
    pub status: StatusCode,
    pub kind: String,
    pub json: Value,
}

impl Web {
    /// Serves this office until dropped.
    pub async fn open(office: &Office) -> Self {
        let mut settings =
            Settings { listen: "127.0.0.1:0".parse().expect("an address"), ..Settings::default() };
        let listener = door::open(&settings).await.expect("a port");
        settings.listen = listener.bound;
        let address = listener.address();
        let (stop, shutdown) = shutdown::switch();
        let press = Arc::new(Press::new(Fonts::default()));
        let opened = Opened { registry: office.registry.clone(), press, demo: false };
        let site = Site::load().expect("packed pages: `make test` packs them");
        let state = AppState::new(settings, opened, site, shutdown.clone());
        let router = http::router(&state);
        tokio::spawn(door::serve(listener, router, shutdown));
        let client = Client::builder().redirect(reqwest::redirect::Policy::none()).build().expect("a client");
        Self { address, client, stop }
    }

    pub fn get(&self, path: &str) -> RequestBuilder {
        self.client.get(format!("{}{path}", self.address))
    }

    pub fn post(&self, path: &str, body: &Value) -> RequestBuilder {
        self.client.post(format!("{}{path}", self.address)).json(body)
    }

    pub fn delete(&self, path: &str) -> RequestBuilder {
        self.client.delete(format!("{}{path}", self.address))
    }

    /// Books under an idempotency key.
    pub async fn book(&self, key: &str, body: &Value) -> Reply {
        reply(self.post("/api/v1/bookings", body).header("Idempotency-Key", key)).await
    }
}

impl Drop for Web {
    fn drop(&mut self) {
        self.stop.throw();
    }
}

/// Sends a request and reads the answer as JSON where it is.
pub async fn reply(request: RequestBuilder) -> Reply {
    let response = request.send().await.expect("an answer");
    let kind = response.headers().get("content-type").map(|kind| kind.to_str().expect("text").to_owned());
    let status = response.status();
    let body = response.bytes().await.expect("a body");
    Reply {
        status,
        kind: kind.unwrap_or_default(),
        json: serde_json::from_slice(&body).unwrap_or(Value::Null),
    }
}

/// The body with which couple number `n` asks for a slot of a marriage.
pub fn wanted(n: usize, slot: &str) -> Value {
    let (a, b) = crate::people::couple(n);
    json!({
        "service": "marriage",
        "slot": slot,
        "a": {"name": a.name, "id_type": "mainland_id", "id_number": a.id_number, "phone": a.phone},
        "b": {"name": b.name, "id_type": "mainland_id", "id_number": b.id_number},
    })
}

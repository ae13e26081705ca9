//! Browsers that wait for the next test: starting one takes longer than most tests.

use crate::chromium::{Folder, Process, Screen, Script, wishes};
use async_trait::async_trait;
use axum::body::Bytes;
use serde_json::json;
use std::{
    sync::{Arc, Mutex, PoisonError},
    time::Duration,
};
use tests::{Trouble, hall::fresh_folder};
use thirtyfour::{
    WebDriver,
    error::WebDriverError,
    prelude::WebDriverResult,
    session::http::{Body, HttpClient},
};

/// A started Chromium with its driver.
pub struct Seat {
    pub driver: WebDriver,
    screen: Screen,
    script: Script,
    // Dropped in this order: first the processes, then what they wrote.
    _process: Process,
    _profile: Folder,
}

/// Ended with the tests' program, which holds the other end of each driver's standard input.
static IDLE: Mutex<Vec<Seat>> = Mutex::new(Vec::new());
/// Each holds some hundred megabytes.
const MOST: usize = 6;
/// Nothing that a browser is asked takes as long.
const LONGEST: Duration = Duration::from_mins(2);

impl Seat {
    /// One of this kind that is idle, else a new one.
    pub async fn take(screen: Screen, script: Script) -> Result<Self, Trouble> {
        let known = {
            let mut idle = IDLE.lock().unwrap_or_else(PoisonError::into_inner);
            let at = idle.iter().position(|seat| seat.screen == screen && seat.script == script);
            at.map(|at| idle.remove(at))
        };
        match known {
            Some(seat) => Ok(seat),
            None => Self::start(screen, script).await,
        }
    }

    async fn start(screen: Screen, script: Script) -> Result<Self, Trouble> {
        let profile = Folder(fresh_folder("chromium")?);
        let (process, port) = Process::start(&profile)?;
        let wishes = wishes(&profile, screen, script)?;
        let address = format!("http://127.0.0.1:{port}");
        let driver = WebDriver::builder(address, wishes).client(Fresh).connect().await?;
        Ok(Self { driver, screen, script, _process: process, _profile: profile })
    }

    /// Leaves it as if it had never been anywhere: one empty window, no cookies, nothing on its console.
    pub async fn leave(self) -> Result<(), Trouble> {
        let windows = self.driver.windows().await?;
        for window in windows.iter().skip(1) {
            self.driver.switch_to_window(window.clone()).await?;
            self.driver.close_window().await?;
        }
        if let Some(first) = windows.first() {
            self.driver.switch_to_window(first.clone()).await?;
        }
        self.driver.cdp().send_raw("Network.clearBrowserCookies", json!({})).await?;
        self.driver.goto("about:blank").await?;
        self.driver.get_log("browser").await?;
        let surplus = {
            let mut idle = IDLE.lock().unwrap_or_else(PoisonError::into_inner);
            idle.push(self);
            (idle.len() > MOST).then(|| idle.remove(0))
        };
        if let Some(oldest) = surplus {
            oldest.driver.clone().quit().await?;
        }
        Ok(())
    }
}

/// A client for each request: one that is kept would belong to the runtime of the first test, which is gone.
struct Fresh;

#[async_trait]
impl HttpClient for Fresh {
    async fn send(&self, request: http::Request<Body<'_>>) -> WebDriverResult<http::Response<Bytes>> {
        let client = reqwest::Client::builder().timeout(LONGEST).build();
        client.map_err(|why| WebDriverError::HttpError(why.to_string()))?.send(request).await
    }

    async fn new(&self) -> Arc<dyn HttpClient> {
        Arc::new(Self)
    }
}

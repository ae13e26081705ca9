//! A Chromium for one test alone: a given screen, with or without script, its console watched. One that a test has left
//! in order is handed to the next test of the same kind as if it had never been anywhere.

use crate::chromium::{Screen, Script};
use crate::idle::Seat;
use base64::prelude::{BASE64_STANDARD, Engine};
use serde_json::{Value, json};
use std::{
    fs,
    path::Path,
    time::{Duration, Instant},
};
use tests::{Trouble, hall::Hall};
use thirtyfour::{By, WebDriver, WebElement};

/// How long a page may take until it shows what the test waits for.
pub const PATIENCE: Duration = Duration::from_secs(20);

pub struct Browser {
    /// For what this type has no word for.
    pub driver: WebDriver,
    address: String,
    script: Script,
    seat: Seat,
}

impl Browser {
    /// Opens an empty browser that will visit pages of `hall`.
    pub async fn open(hall: &Hall, screen: Screen, script: Script) -> Result<Self, Trouble> {
        Self::open_at(&hall.address, screen, script).await
    }

    /// The same for whoever serves at `address`, `http://127.0.0.1:PORT`.
    pub async fn open_at(address: &str, screen: Screen, script: Script) -> Result<Self, Trouble> {
        let seat = Seat::take(screen, script).await?;
        Ok(Self { driver: seat.driver.clone(), address: address.to_owned(), script, seat })
    }

    /// The path of the page at hand.
    pub async fn path(&self) -> Result<String, Trouble> {
        Ok(self.driver.current_url().await?.path().to_owned())
    }

    /// What stands in a field.
    pub async fn value(&self, selector: &str) -> Result<String, Trouble> {
        Ok(self.find(selector).await?.prop("value").await?.unwrap_or_default())
    }

    /// As if this browser had never been here.
    pub async fn forget_cookies(&self) -> Result<(), Trouble> {
        self.driver.cdp().send_raw("Network.clearBrowserCookies", json!({})).await?;
        Ok(())
    }

    /// Whether nothing on the page fits, now.
    pub async fn lacks(&self, selector: &str) -> bool {
        self.driver.find(By::Css(selector)).await.is_err()
    }

    /// Goes to a path such as `/book/marriage`; with script, waits until the script has taken over.
    pub async fn visit(&self, path: &str) -> Result<(), Trouble> {
        let page = self.find("html").await?;
        let before = self.driver.current_url().await?.to_string();
        self.driver.goto(format!("{}{path}", self.address)).await?;
        self.left(&page, &before).await?;
        self.ready().await
    }

    /// Waits until the document that `page` is the root of has gone, or shows another address.
    pub async fn left(&self, page: &WebElement, address: &str) -> Result<(), Trouble> {
        let began = Instant::now();
        while page.tag_name().await.is_ok() && self.driver.current_url().await?.as_str() == address {
            if began.elapsed() > PATIENCE {
                return Err("the page is still the same".into());
            }
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
        Ok(())
    }

    /// Waits until the page at hand is complete: loaded, and taken over by the script where there is one.
    pub async fn ready(&self) -> Result<(), Trouble> {
        // Every page ends with the office's telephone.
        self.find(if self.script == Script::On { "html[data-live] footer" } else { "footer" }).await?;
        Ok(())
    }

    /// The first element that fits a CSS selector, as soon as it is there.
    pub async fn find(&self, selector: &str) -> Result<WebElement, Trouble> {
        let began = Instant::now();
        loop {
            match self.driver.find(By::Css(selector)).await {
                Ok(element) => return Ok(element),
                Err(_) if began.elapsed() < PATIENCE => tokio::time::sleep(Duration::from_millis(50)).await,
                Err(_) => return Err(self.missing(selector).await),
            }
        }
    }

    /// The words of the first element that fits.
    pub async fn text(&self, selector: &str) -> Result<String, Trouble> {
        Ok(self.find(selector).await?.text().await?)
    }

    /// An attribute of `<html>`: the mood, the language.
    pub async fn html(&self, attribute: &str) -> Result<Option<String>, Trouble> {
        Ok(self.find("html").await?.attr(attribute).await?)
    }

    /// Keeps what the screen shows as `target/pictures/{name}.png`, to be looked at.
    pub async fn picture(&self, name: &str) -> Result<(), Trouble> {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../target/pictures");
        fs::create_dir_all(&folder)?;
        fs::write(folder.join(format!("{name}.png")), self.driver.screenshot_as_png().await?)?;
        Ok(())
    }

    /// The same of the whole page, however long it is.
    pub async fn whole_picture(&self, name: &str) -> Result<(), Trouble> {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../target/pictures");
        fs::create_dir_all(&folder)?;
        let whole = json!({ "format": "png", "captureBeyondViewport": true });
        let taken = self.driver.cdp().send_raw("Page.captureScreenshot", whole).await?;
        let bytes = BASE64_STANDARD.decode(taken["data"].as_str().unwrap_or_default())?;
        fs::write(folder.join(format!("{name}.png")), bytes)?;
        Ok(())
    }

    /// Ends the visit. Fails if the console has told of any error or warning.
    pub async fn close(self) -> Result<(), Trouble> {
        self.close_forgiving(&[]).await
    }

    /// The same, passing over entries that contain one of `expected`: a page that answers 404 is itself told there.
    pub async fn close_forgiving(self, expected: &[&str]) -> Result<(), Trouble> {
        let mut faults = Vec::new();
        for entry in self.driver.get_log("browser").await? {
            // Without script nothing uses what the page fetched for it.
            let idle = self.script == Script::Off && entry.message.contains("preloaded using link preload");
            let forgiven = idle || expected.iter().any(|words| entry.message.contains(words));
            if !forgiven && matches!(entry.level.as_str(), "SEVERE" | "WARNING") {
                faults.push(format!("{}: {}", entry.level, entry.message));
            }
        }
        if !faults.is_empty() {
            self.driver.clone().quit().await?;
            return Err(format!("the console told:\n{}", faults.join("\n")).into());
        }
        self.seat.leave().await
    }

    async fn missing(&self, selector: &str) -> Trouble {
        let address = self.driver.current_url().await.map(|url| url.to_string()).unwrap_or_default();
        let page = self.driver.source().await.unwrap_or_default();
        let console: Vec<Value> = self
            .driver
            .get_log("browser")
            .await
            .map(|entries| entries.into_iter().map(|entry| json!(entry.message)).collect())
            .unwrap_or_default();
        format!("no {selector} at {address}\nconsole: {console:?}\npage: {page}").into()
    }
}

//! A Chromium of its own for one test: a given screen, with or without script, its console watched.

use serde_json::{Value, json};
use std::{
    fs,
    io::{BufRead, BufReader},
    os::unix::process::CommandExt,
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    time::{Duration, Instant},
};
use tests::{
    Trouble,
    hall::{Hall, fresh_folder},
};
use thirtyfour::{
    By, ChromiumLikeCapabilities, DesiredCapabilities, LoggingPrefsLogLevel, WebDriver, WebElement,
};

/// How long a page may take until it shows what the test waits for.
const PATIENCE: Duration = Duration::from_secs(20);

/// The sizes at which every page is looked at (UX §7).
#[derive(Clone, Copy)]
pub struct Screen {
    width: u32,
    height: u32,
    density: f32,
    touch: bool,
}

impl Screen {
    pub const PHONE: Self = Self { width: 390, height: 844, density: 2.0, touch: true };
    pub const SMALL_PHONE: Self = Self { width: 320, height: 640, density: 2.0, touch: true };
    pub const DESK: Self = Self { width: 1366, height: 768, density: 1.0, touch: false };
    pub const KIOSK: Self = Self { width: 1080, height: 1920, density: 1.0, touch: true };
    pub const DISPLAY: Self = Self { width: 1920, height: 1080, density: 1.0, touch: false };
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Script {
    On,
    Off,
}

pub struct Browser {
    /// For what this type has no word for.
    pub driver: WebDriver,
    address: String,
    script: Script,
    // Dropped in this order: first the processes, then what they wrote.
    _process: Process,
    _profile: Folder,
}

impl Browser {
    /// Opens an empty browser that will visit pages of `hall`.
    pub async fn open(hall: &Hall, screen: Screen, script: Script) -> Result<Self, Trouble> {
        let (process, port) = Process::start()?;
        let profile = Folder(fresh_folder("chromium")?);
        let mut wishes = DesiredCapabilities::chrome();
        for argument in [
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--no-first-run",
            "--disable-dev-shm-usage",
            "--hide-scrollbars",
            "--lang=zh-CN",
        ] {
            wishes.add_arg(argument)?;
        }
        wishes.add_arg(&format!("--user-data-dir={}", profile.0.display()))?;
        wishes.set_browser_log_level(LoggingPrefsLogLevel::All)?;
        wishes.add_experimental_option("mobileEmulation", json!({ "deviceMetrics": {
            "width": screen.width, "height": screen.height, "pixelRatio": screen.density,
            "touch": screen.touch, "mobile": screen.touch,
        } }))?;
        if script == Script::Off {
            wishes.add_experimental_option(
                "prefs",
                json!({ "profile.managed_default_content_settings.javascript": 2 }),
            )?;
        }
        let driver = WebDriver::new(format!("http://127.0.0.1:{port}"), wishes).await?;
        Ok(Self { driver, address: hall.address.clone(), script, _process: process, _profile: profile })
    }

    /// Goes to a path such as `/book/marriage`; with script, waits until the script has taken over.
    pub async fn visit(&self, path: &str) -> Result<(), Trouble> {
        self.driver.goto(format!("{}{path}", self.address)).await?;
        self.ready().await
    }

    /// Waits until the page at hand is complete: loaded, and taken over by the script where there is one.
    pub async fn ready(&self) -> Result<(), Trouble> {
        if self.script == Script::On {
            self.find("html[data-live]").await?;
        }
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

    /// Presses a button or follows a link that leads to another page, and waits for that page.
    pub async fn press(&self, selector: &str) -> Result<(), Trouble> {
        let pressed = self.find(selector).await?;
        pressed.click().await?;
        // The page that was left takes its elements with it.
        let began = Instant::now();
        while pressed.tag_name().await.is_ok() {
            if began.elapsed() > PATIENCE {
                return Err(format!("pressing {selector} led nowhere").into());
            }
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
        self.ready().await
    }

    /// Keeps what the screen shows as `target/pictures/{name}.png`, to be looked at.
    pub async fn picture(&self, name: &str) -> Result<(), Trouble> {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../target/pictures");
        fs::create_dir_all(&folder)?;
        fs::write(folder.join(format!("{name}.png")), self.driver.screenshot_as_png().await?)?;
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
            let forgiven = expected.iter().any(|words| entry.message.contains(words));
            if !forgiven && matches!(entry.level.as_str(), "SEVERE" | "WARNING") {
                faults.push(format!("{}: {}", entry.level, entry.message));
            }
        }
        self.driver.clone().quit().await?;
        if faults.is_empty() { Ok(()) } else { Err(format!("the console told:\n{}", faults.join("\n")).into()) }
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

/// chromedriver and the Chromium it starts, in a process group of their own, ended together.
struct Process(Child);

impl Process {
    fn start() -> Result<(Self, u16), Trouble> {
        let mut child = Command::new("chromedriver")
            .arg("--port=0")
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .process_group(0)
            .spawn()
            .map_err(|why| format!("chromedriver does not start ({why}): make setup"))?;
        let out = child.stdout.take().ok_or("no standard output")?;
        let process = Self(child);
        for line in BufReader::new(out).lines() {
            let line = line?;
            if let Some((_, port)) = line.split_once("successfully on port ") {
                return Ok((process, port.trim_end_matches('.').parse()?));
            }
        }
        Err("chromedriver told no port".into())
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        // Both fail only where the processes are gone already.
        let _ = Command::new("kill").args(["-KILL", "--", &format!("-{}", self.0.id())]).stderr(Stdio::null()).status();
        let _ = self.0.wait();
    }
}

struct Folder(PathBuf);

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

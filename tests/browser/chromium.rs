//! Starting Chromium: which screen it shows, with or without script, and its end.

use serde_json::json;
use std::{
    fs,
    io::{BufRead, BufReader},
    os::unix::process::CommandExt,
    path::PathBuf,
    process::{Child, Command, Stdio},
};
use tests::Trouble;
use thirtyfour::{
    CapabilitiesHelper, ChromeCapabilities, ChromiumLikeCapabilities, DesiredCapabilities,
    LoggingPrefsLogLevel, PageLoadStrategy,
};

/// The sizes at which every page is looked at (UX §7).
#[derive(Clone, Copy, PartialEq)]
pub struct Screen {
    pub width: u32,
    height: u32,
    density: f32,
    touch: bool,
    /// The size of text that the owner has set, in percent.
    text: u32,
}

impl Screen {
    pub const PHONE: Self = Self { width: 390, height: 844, density: 2.0, touch: true, text: 100 };
    pub const SMALL_PHONE: Self = Self { width: 320, height: 640, density: 2.0, touch: true, text: 100 };
    /// A small phone whose owner has set text to twice its size.
    pub const TWICE: Self = Self { text: 200, ..Self::SMALL_PHONE };
    pub const DESK: Self = Self { width: 1366, height: 768, density: 1.0, touch: false, text: 100 };
    pub const KIOSK: Self = Self { width: 1080, height: 1920, density: 1.0, touch: true, text: 100 };
    pub const DISPLAY: Self = Self { width: 1920, height: 1080, density: 1.0, touch: false, text: 100 };
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Script {
    On,
    Off,
}

/// What is asked of chromedriver.
pub fn wishes(profile: &Folder, screen: Screen, script: Script) -> Result<ChromeCapabilities, Trouble> {
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
    // Waiting for a page is ours (`Browser::ready`): chromedriver's own waiting hangs now and then without script.
    wishes.set_page_load_strategy(PageLoadStrategy::None)?;
    wishes.set_browser_log_level(LoggingPrefsLogLevel::All)?;
    wishes.add_experimental_option(
        "mobileEmulation",
        json!({ "deviceMetrics": {
            "width": screen.width, "height": screen.height, "pixelRatio": screen.density,
            "touch": screen.touch, "mobile": screen.touch,
        } }),
    )?;
    let mut prefs = json!({ "webkit.webprefs.default_font_size": 16 * screen.text / 100 });
    if script == Script::Off {
        prefs["profile.managed_default_content_settings.javascript"] = json!(2);
    }
    wishes.add_experimental_option("prefs", prefs)?;
    Ok(wishes)
}

/// chromedriver and the Chromium it starts, in a process group of their own, ended together; at the latest with this
/// program, when their standard input ends.
pub struct Process(Child);

const UNTIL_INPUT_ENDS: &str = r#"command -v chromedriver > /dev/null || exit 1
chromedriver --port=0 &
cat > /dev/null
rm -rf "$1"
kill -KILL 0"#;

impl Process {
    /// Starts chromedriver on a free port and tells which. `profile` goes when this program ends.
    pub fn start(profile: &Folder) -> Result<(Self, u16), Trouble> {
        let mut child = Command::new("sh")
            .args(["-c", UNTIL_INPUT_ENDS, "chromedriver"])
            .arg(&profile.0)
            .env("TMPDIR", &profile.0)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .process_group(0)
            .spawn()
            .map_err(|why| format!("no shell starts ({why})"))?;
        let out = child.stdout.take().ok_or("no standard output")?;
        let process = Self(child);
        for line in BufReader::new(out).lines() {
            let line = line?;
            if let Some((_, port)) = line.split_once("successfully on port ") {
                return Ok((process, port.trim_end_matches('.').parse()?));
            }
        }
        Err("chromedriver does not start: make setup".into())
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        // Both fail only where the processes are gone already.
        let _ = Command::new("kill")
            .args(["-KILL", "--", &format!("-{}", self.0.id())])
            .stderr(Stdio::null())
            .status();
        let _ = self.0.wait();
    }
}

/// A folder that goes when the test goes.
pub struct Folder(pub PathBuf);

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

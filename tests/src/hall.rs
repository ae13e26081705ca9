//! A hall of its own for one test: the built `server` on a free port, with an empty data folder.

use crate::Trouble;
use std::{
    fs,
    io::{BufRead, BufReader, Read},
    path::{Path, PathBuf},
    process::{Child, Command, ExitStatus, Stdio},
    sync::{
        Arc, Mutex,
        atomic::{AtomicU32, Ordering},
        mpsc,
    },
    thread,
    time::Duration,
};

/// How long the program may take until it listens, on a busy machine.
const START: Duration = Duration::from_secs(30);

pub struct Hall {
    program: Child,
    /// `http://127.0.0.1:PORT`, without a slash at the end.
    pub address: String,
    folder: PathBuf,
    log: Arc<Mutex<String>>,
}

/// What a hall is started with, beyond the defaults.
#[derive(Clone, Default)]
pub struct Start {
    settings: Vec<(String, String)>,
    arguments: Vec<String>,
}

impl Start {
    /// A setting by its name in the environment, e.g. `HALL_LOG`.
    #[must_use]
    pub fn with(mut self, name: &str, value: &str) -> Self {
        self.settings.push((name.to_owned(), value.to_owned()));
        self
    }

    /// An argument of `serve`, e.g. `--demo`.
    #[must_use]
    pub fn argument(mut self, argument: &str) -> Self {
        self.arguments.push(argument.to_owned());
        self
    }

    pub fn start(self) -> Result<Hall, Trouble> {
        let folder = fresh_folder("hall")?;
        if self.is_plain_demo() {
            crate::demo::lay(&self, &folder)?;
        }
        self.start_in(folder)
    }

    /// A demonstration whose data lie where a test's data lie.
    fn is_plain_demo(&self) -> bool {
        self.arguments == ["--demo"] && !self.settings.iter().any(|(name, _)| name == "HALL_DATA")
    }

    /// What the demonstration's data depend on.
    pub(crate) fn settings(&self) -> &[(String, String)] {
        &self.settings
    }

    pub(crate) fn start_in(self, folder: PathBuf) -> Result<Hall, Trouble> {
        let mut command = Command::new(built_server()?);
        for (name, _) in
            std::env::vars().filter(|(name, _)| name.starts_with("HALL_") || name == "DATABASE_URL")
        {
            command.env_remove(name);
        }
        let mut program = command
            .arg("serve")
            .args(self.arguments)
            .env("HALL_LISTEN", "127.0.0.1:0")
            .env("HALL_DATA", folder.join("var"))
            .envs(self.settings)
            .current_dir(&folder)
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::piped())
            .spawn()?;
        let log = Arc::new(Mutex::new(String::new()));
        let heard = program.stderr.take().ok_or("no standard error")?;
        let address = listen_for_address(heard, Arc::clone(&log));
        let mut hall = Hall { program, address: String::new(), folder, log };
        hall.address = address.ok_or_else(|| format!("the hall did not start:\n{}", hall.log()))?;
        Ok(hall)
    }
}

impl Hall {
    /// With the defaults.
    pub fn start() -> Result<Self, Trouble> {
        Start::default().start()
    }

    /// The same hall on another day: stopped, and started anew on what it has stored.
    pub fn again(mut self, start: Start) -> Result<Self, Trouble> {
        self.stop()?;
        start.start_in(std::mem::take(&mut self.folder))
    }

    /// What the program has logged until now.
    pub fn log(&self) -> String {
        self.log.lock().map(|log| log.clone()).unwrap_or_default()
    }

    /// The folder that the program works in; its data lies in `var` there.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// Asks the program to stop as a service manager would, and waits for it.
    pub fn stop(&mut self) -> Result<ExitStatus, Trouble> {
        Command::new("kill").args(["-TERM", &self.program.id().to_string()]).status()?;
        Ok(self.program.wait()?)
    }

    /// Ends the program at once, as a power cut would.
    pub fn kill(&mut self) -> Result<(), Trouble> {
        self.program.kill()?;
        self.program.wait()?;
        Ok(())
    }
}

impl Drop for Hall {
    fn drop(&mut self) {
        // Both fail only where the program or the folder is gone already.
        let _ = self.kill();
        let _ = fs::remove_dir_all(&self.folder);
    }
}

/// A folder that nothing else uses, under the system's temporary folder.
pub fn fresh_folder(what: &str) -> Result<PathBuf, Trouble> {
    static LAST: AtomicU32 = AtomicU32::new(0);
    let number = LAST.fetch_add(1, Ordering::Relaxed);
    let folder = std::env::temp_dir().join(format!("{what}-{}-{number}", std::process::id()));
    fs::create_dir_all(&folder)?;
    Ok(folder)
}

/// The program lies beside the folder of the test's own program: `target/debug/server`.
pub fn built_server() -> Result<PathBuf, Trouble> {
    let test = std::env::current_exe()?;
    let path = test.parent().and_then(Path::parent).ok_or("no target folder")?.join("server");
    if path.exists() {
        Ok(path)
    } else {
        Err(format!("{} is missing: cargo build -p server", path.display()).into())
    }
}

/// Reads the log on, so that the program never waits for a reader; gives the address once it is told.
fn listen_for_address(heard: impl Read + Send + 'static, log: Arc<Mutex<String>>) -> Option<String> {
    let (tell, told) = mpsc::channel();
    thread::spawn(move || {
        for line in BufReader::new(heard).lines().map_while(Result::ok) {
            if let Some((_, address)) = line.split_once("listening on ") {
                // The test may have given up waiting.
                let _ = tell.send(address.trim().to_owned());
            }
            if let Ok(mut log) = log.lock() {
                log.push_str(&line);
                log.push('\n');
            }
        }
    });
    told.recv_timeout(START).ok()
}

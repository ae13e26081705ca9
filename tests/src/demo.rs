//! The demonstration's data, made once for each program and clock and copied for each test: making them takes seconds
//! in a debug build.

use crate::{
    Trouble,
    hall::{Start, built_server, fresh_folder},
};
use std::{
    collections::hash_map::DefaultHasher,
    fs,
    hash::{Hash, Hasher},
    path::{Path, PathBuf},
    sync::Mutex,
};

/// One at a time makes what is missing.
static MAKING: Mutex<()> = Mutex::new(());

/// Lays the data of this demonstration into `folder`.
pub fn lay(start: &Start, folder: &Path) -> Result<(), Trouble> {
    let shelf = shelf(start)?;
    let _making = MAKING.lock().map_err(|_| "making the demonstration failed before")?;
    if !shelf.exists() {
        make(start, &shelf)?;
    }
    copy(&shelf, &folder.join("var"))
}

/// Where they are kept: another program, or another setting, has a folder of its own.
fn shelf(start: &Start) -> Result<PathBuf, Trouble> {
    let program = built_server()?;
    let mut made = DefaultHasher::new();
    fs::metadata(&program)?.modified()?.hash(&mut made);
    let mut settings = DefaultHasher::new();
    start.settings().hash(&mut settings);
    let target = program.parent().and_then(Path::parent).ok_or("no target folder")?;
    let shelves = target.join("demonstrations");
    let own = shelves.join(format!("{:016x}", made.finish()));
    fs::create_dir_all(&own)?;
    for earlier in fs::read_dir(&shelves)?.flatten().map(|entry| entry.path()).filter(|path| *path != own) {
        // What an earlier program has left; another test may be clearing it away as well.
        let _ = fs::remove_dir_all(earlier);
    }
    Ok(own.join(format!("{:016x}", settings.finish())))
}

/// The program makes them, and ends as a service manager would end it.
fn make(start: &Start, shelf: &Path) -> Result<(), Trouble> {
    let folder = fresh_folder("demonstration")?;
    let mut hall = start.clone().start_in(folder.clone())?;
    hall.stop()?;
    let beside = shelf.with_extension(std::process::id().to_string());
    copy(&folder.join("var"), &beside)?;
    // Another process may have been first with the same.
    fs::rename(&beside, shelf).or_else(|_| fs::remove_dir_all(&beside))?;
    Ok(())
}

fn copy(from: &Path, to: &Path) -> Result<(), Trouble> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        if entry.file_type()?.is_file() {
            fs::copy(entry.path(), to.join(entry.file_name()))?;
        }
    }
    Ok(())
}

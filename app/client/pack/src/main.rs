//! Turns what cargo built for the browser into the files that the server sends.
//!
//! `pack PROFILE` reads `target/wasm32-unknown-unknown/PROFILE/client_{couple,house}.wasm` and `style/`,
//! and writes `target/site/`: for each root a script and its wasm, one style sheet, the pictures, each also
//! compressed with brotli, and `manifest.json` with the hash of it all. Run from the workspace's root.

mod browser;
mod site;
mod stamp;
mod style;

use std::{error::Error, fs, path::Path, process::ExitCode};

/// Anything that stops the packing, told as one line.
type Failure = Box<dyn Error>;

/// The two Leptos roots; each has its own wasm, so that a phone never downloads the counter.
const ROOTS: [&str; 2] = ["couple", "house"];

fn main() -> ExitCode {
    let Some(profile) = std::env::args().nth(1) else {
        eprintln!("usage: pack PROFILE   (wasm for a release, wasm-fast for a test)");
        return ExitCode::from(2);
    };
    match pack(Path::new("target"), &profile) {
        Ok(words) => {
            eprintln!("pack: {words}");
            ExitCode::SUCCESS
        }
        Err(failure) => {
            eprintln!("pack: {failure}");
            ExitCode::FAILURE
        }
    }
}

fn pack(target: &Path, profile: &str) -> Result<String, Failure> {
    let built = target.join("wasm32-unknown-unknown").join(profile);
    let stamp = stamp::of_inputs(&built, profile)?;
    if stamp::is_current(target, &stamp) {
        return Ok("nothing has changed".to_owned());
    }
    stamp::forget(target)?;
    let site = target.join("site");
    if site.exists() {
        fs::remove_dir_all(&site)?;
    }
    fs::create_dir_all(&site)?;

    let release = profile == "wasm";
    for root in ROOTS {
        browser::bind(&built, root, &site, release)?;
    }
    style::bundle(Path::new("style/main.css"), &site.join("hall.css"))?;
    style::copy_pictures(Path::new("style"), &site)?;
    let words = site::seal(&site, release)?;
    stamp::remember(target, &stamp)?;
    Ok(words)
}

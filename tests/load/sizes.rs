//! How much a phone downloads: each part plain and in brotli.

use crate::Outcome;
use std::path::Path;

const SITE: &str = "target/site";

pub fn print() -> Outcome<()> {
    let mut files = Vec::new();
    collect(Path::new(SITE), &mut files)?;
    files.sort();
    for path in &files {
        let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        let packed = std::fs::metadata(format!("{}.br", path.display())).map(|meta| meta.len());
        if let Ok(packed) = packed {
            let plain = std::fs::metadata(path)?.len();
            println!("web part {name}: {} KB, {} KB in brotli", plain.div_ceil(1024), packed.div_ceil(1024));
        }
    }
    Ok(())
}

fn collect(folder: &Path, files: &mut Vec<std::path::PathBuf>) -> Outcome<()> {
    for entry in std::fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            collect(&path, files)?;
        } else if path.extension().is_none_or(|kind| kind != "br") {
            files.push(path);
        }
    }
    Ok(())
}

/// The processor's name.
pub fn machine() -> String {
    let cpu = std::fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
    let line = cpu.lines().find_map(|line| line.strip_prefix("model name")).unwrap_or_default();
    line.trim_start_matches([' ', '\t', ':']).to_owned()
}

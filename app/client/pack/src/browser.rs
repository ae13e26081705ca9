//! Makes the script and the wasm that a browser loads from the wasm that cargo built.

use crate::Failure;
use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};
use wasm_bindgen_cli_support::Bindgen;

/// Writes `{root}.js` and `{root}_bg.wasm` (the names that Leptos looks for) into `site`.
pub fn bind(built: &Path, root: &str, site: &Path, release: bool) -> Result<(), Failure> {
    let input = built.join(format!("client_{root}.wasm"));
    Bindgen::new()
        .input_path(&input)
        .out_name(root)
        .web(true)
        .map_err(|why| format!("{why:#}"))?
        .typescript(false)
        .keep_debug(false)
        .remove_name_section(release)
        .remove_producers_section(true)
        .omit_default_module_path(true)
        .generate(site)
        .map_err(|why| format!("wasm-bindgen on {}: {why:#}", input.display()))?;
    if release {
        squeeze(&site.join(format!("{root}_bg.wasm")))?;
    }
    Ok(())
}

/// Where npm puts binaryen's optimiser; Debian's own chokes on what today's compiler writes.
pub fn optimiser() -> Option<PathBuf> {
    let path = PathBuf::from("node_modules/.bin/wasm-opt");
    path.exists().then_some(path)
}

/// Without binaryen the release is a little larger and works the same.
fn squeeze(wasm: &Path) -> Result<(), Failure> {
    let Some(optimiser) = optimiser() else {
        eprintln!("pack: no node_modules/.bin/wasm-opt, so the wasm stays larger (npm install brings it)");
        return Ok(());
    };
    let smaller = wasm.with_extension("opt");
    let status = Command::new(optimiser)
        .args(["-Oz", "--enable-bulk-memory", "--enable-sign-ext", "--enable-mutable-globals"])
        .args(["--enable-nontrapping-float-to-int", "--enable-reference-types", "--enable-multivalue"])
        .arg(wasm)
        .arg("-o")
        .arg(&smaller)
        .status()?;
    if !status.success() {
        return Err(format!("wasm-opt failed on {}", wasm.display()).into());
    }
    fs::rename(smaller, wasm)?;
    Ok(())
}

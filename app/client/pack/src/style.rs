//! Bundles the layered style sheets into one file.

use crate::Failure;
use lightningcss::{
    bundler::{Bundler, FileProvider},
    printer::PrinterOptions,
    stylesheet::{MinifyOptions, ParserOptions},
    targets::{Browsers, Targets},
};
use std::{fs, path::Path};

/// The oldest browsers that know cascade layers (early 2022); what else they lack is written out for them, `oklch`
/// above all.
const OLDEST: Browsers = Browsers {
    android: Some(99 << 16),
    chrome: Some(99 << 16),
    edge: Some(99 << 16),
    firefox: Some(97 << 16),
    ie: None,
    ios_saf: Some(15 << 16 | 4 << 8),
    opera: None,
    safari: Some(15 << 16 | 4 << 8),
    samsung: Some(18 << 16),
};

/// Follows the imports of `entry` and writes one small style sheet.
pub fn bundle(entry: &Path, out: &Path) -> Result<(), Failure> {
    let files = FileProvider::new();
    let mut bundler = Bundler::new(&files, None, ParserOptions::default());
    let mut sheet = bundler.bundle(entry).map_err(|why| why.to_string())?;
    let targets = Targets::from(OLDEST);
    sheet.minify(MinifyOptions { targets, ..MinifyOptions::default() }).map_err(|why| why.to_string())?;
    let css = sheet.to_css(PrinterOptions { minify: true, targets, ..PrinterOptions::default() })?;
    fs::write(out, css.code)?;
    Ok(())
}

/// Copies the pictures that the style sheets and the pages name.
pub fn copy_pictures(from: &Path, site: &Path) -> Result<(), Failure> {
    for entry in fs::read_dir(from)? {
        let path = entry?.path();
        if let (Some("svg"), Some(name)) = (path.extension().and_then(|e| e.to_str()), path.file_name()) {
            fs::copy(&path, site.join(name))?;
        }
    }
    Ok(())
}

//! The files of the browser's part.

use tests::{
    Trouble,
    ask::{ask, get},
    hall::Hall,
};

/// The address of the style sheet, as the first page names it.
fn style_sheet(hall: &Hall) -> Result<String, Trouble> {
    let page = get(hall, "/")?.text();
    let from = page.find("/pkg/").ok_or("the page names no packed file")?;
    let folder = page[from..].split('/').nth(2).ok_or("no hash")?;
    Ok(format!("/pkg/{folder}/hall.css"))
}

#[test]
fn they_are_kept_for_a_year_and_travel_compressed() -> Result<(), Trouble> {
    let hall = Hall::start()?;
    let path = style_sheet(&hall)?;
    let plain = get(&hall, &path)?;
    let packed = ask(&hall, &format!("GET {path} HTTP/1.1\r\nAccept-Encoding: gzip, br\r\n"), b"")?;
    for answer in [&plain, &packed] {
        assert_eq!(answer.status, 200);
        assert_eq!(answer.header("cache-control"), "public, max-age=31536000, immutable");
        assert_eq!(answer.header("vary"), "Accept-Encoding");
        assert!(answer.header("content-type").starts_with("text/css"));
    }
    assert_eq!(plain.header("content-encoding"), "");
    assert_eq!(packed.header("content-encoding"), "br");
    assert!(packed.body.len() < plain.body.len() / 2, "brotli saved less than half");
    Ok(())
}

#[test]
fn an_earlier_release_is_told_to_reload_and_a_wrong_name_is_not_found() -> Result<(), Trouble> {
    let hall = Hall::start()?;
    let old = get(&hall, "/pkg/0000000000000000/couple.js")?;
    assert_eq!(old.status, 410);
    assert!(old.text().contains("刷新") && old.text().contains("Reload"));
    assert_eq!(old.header("cache-control"), "no-store");
    let wrong = style_sheet(&hall)?.replace("hall.css", "stamp");
    assert_eq!(get(&hall, &wrong)?.status, 404);
    Ok(())
}

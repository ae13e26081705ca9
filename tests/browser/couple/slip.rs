//! What a couple takes along: the slip, whose QR code is read from its picture, and the entry of a calendar.

use super::visit::{FIRST, SECOND, Visit, his};
use super::with_and_without_script;
use crate::chromium::Script;
use std::{fs, path::Path, process::Command};
use tests::{Trouble, hall::fresh_folder};

with_and_without_script![
    the_code_on_the_printed_slip_leads_to_its_check,
    the_code_on_the_page_is_the_booking_code,
    the_calendar_entry_tells_nobody_what_for,
];

async fn the_code_on_the_printed_slip_leads_to_its_check(script: Script) -> Result<(), Trouble> {
    for service in ["marriage", "divorce-application"] {
        let visit = Visit::begin(script).await?;
        visit.book(service).await?;
        let slip = visit.phone.find(".trio a[href$='slip.pdf']").await?.attr("href").await?;
        let (kind, pdf) = visit.fetch(&slip.ok_or("no way to the slip")?).await?;
        assert_eq!(kind, "application/pdf");
        let (read, text) = read(&pdf)?;
        for told in [FIRST, SECOND, &his(), "结婚", "离婚"] {
            assert!(!text.contains(told), "the slip tells {told}:\n{text}");
        }
        let path = read.strip_prefix(&visit.web.address).ok_or(format!("the code leads to {read}"))?;
        assert!(path.starts_with("/v/"), "{path}");

        visit.phone.visit(path).await?;
        assert_eq!(visit.phone.text("h1").await?, "是本处出的");
        let told = visit.phone.text(".verdict").await?;
        assert!(told.contains("预约凭条") && told.contains("11月23日 星期一"), "{told}");
        visit.phone.close().await?;
    }
    Ok(())
}

/// The address in the QR code of the first page, as a telephone would read it, and the text beside it.
fn read(pdf: &[u8]) -> Result<(String, String), Trouble> {
    let folder = fresh_folder("slip")?;
    let (paper, page) = (folder.join("slip.pdf"), folder.join("page"));
    fs::write(&paper, pdf)?;
    let draw = ["-r", "150", "-png", "-singlefile"];
    let drawn = Command::new("pdftoppm").args(draw).arg(&paper).arg(&page).status()?;
    let text = Command::new("pdftotext").arg(&paper).arg("-").output()?;
    let found = scan(&page.with_extension("png"));
    fs::remove_dir_all(folder)?;
    assert!(drawn.success(), "the slip can't be drawn");
    Ok((found?, String::from_utf8(text.stdout)?))
}

/// What the QR code in a picture says.
fn scan(picture: &Path) -> Result<String, Trouble> {
    let read = Command::new("zbarimg").args(["--raw", "-q"]).arg(picture).output()?;
    Ok(String::from_utf8(read.stdout)?.trim().to_owned())
}

async fn the_code_on_the_page_is_the_booking_code(script: Script) -> Result<(), Trouble> {
    let visit = Visit::begin(script).await?;
    visit.book("marriage").await?;
    visit.phone.show(".qr").await?;
    let folder = fresh_folder("qr")?;
    let picture = folder.join("page.png");
    fs::write(&picture, visit.phone.driver.screenshot_as_png().await?)?;
    let read = scan(&picture);
    fs::remove_dir_all(folder)?;
    assert_eq!(read?, visit.code().await?);
    visit.phone.close().await
}

async fn the_calendar_entry_tells_nobody_what_for(script: Script) -> Result<(), Trouble> {
    for (service, language, title) in [
        ("marriage", "", "SUMMARY:登记处预约"),
        ("divorce-application", "", "SUMMARY:登记处预约"),
        ("marriage", "?lang=en", "SUMMARY:Appointment"),
    ] {
        let visit = Visit::begin(script).await?;
        visit.phone.visit(&format!("/{language}")).await?;
        visit.book(service).await?;
        let entry = visit.phone.find(".trio a[href$='.ics']").await?.attr("href").await?;
        let (kind, entry) = visit.fetch(&entry.ok_or("no way to the entry")?).await?;
        let entry = String::from_utf8(entry)?;
        assert_eq!(kind, "text/calendar; charset=utf-8");
        assert!(entry.lines().any(|line| line == title), "{entry}");
        assert!(entry.contains("DTSTART:20261125T010000Z"), "{entry}");
        for told in [FIRST, SECOND, "结婚", "离婚", "arriage", "ivorce"] {
            assert!(!entry.contains(told), "the entry tells {told}:\n{entry}");
        }
        visit.phone.close().await?;
    }
    Ok(())
}

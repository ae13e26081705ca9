//! A certificate issued again at the counter: a lost one is replaced, with and without script; a damaged one through
//! somebody with an authority; a record that isn't found keeps the case open and says where to look next.

use crate::{
    browser::Browser,
    chromium::Script,
    counter::{has_number, opened_beside, registrar, unbroken},
};
use law::{marriage_case::VoidReason, reissue_case::ProxyPoint};
use tests::{
    Trouble,
    hall::{Hall, Start},
    people,
};

fn hall() -> Result<Hall, Trouble> {
    Start::default().argument("--demo").with("HALL_NOW", "2026-02-10T10:37:00+08:00").start()
}

const FIRST: (&str, &str, usize) = ("周怀安", "19780930", 1);
const SECOND: (&str, &str, usize) = ("许静宜", "19790214", 2);

async fn fill_person(desk: &Browser, (name, birth, sequence): (&str, &str, usize)) -> Result<(), Trouble> {
    desk.fill("#name", name).await?;
    desk.fill("#id-number", &people::number(birth, sequence)).await?;
    desk.fill("#valid-until", "2038-06-02").await?;
    desk.press("#main").await
}

/// Both came for a lost marriage certificate; up to the question what the archive says.
async fn up_to_archive(desk: &Browser) -> Result<(), Trouble> {
    desk.press("#reissue-marriage").await?;
    assert_eq!(desk.text("h1").await?, "补领结婚证");
    // Why they ask is not guessed: without it the form comes back.
    desk.press("#main").await?;
    assert!(desk.text("#ask").await?.contains("还没选为什么补"));
    desk.touch(".answer:has([value='lost'])").await?;
    desk.press("#main").await?;
    fill_person(desk, FIRST).await?;
    fill_person(desk, SECOND).await?;
    desk.touch(".answer:has([value='mainland'])").await?;
    desk.choose_day("#registered-on", "2009-10-08").await?;
    desk.fill("#original-office", "商河县民政局").await?;
    desk.fill("#original-number", "L370126-2009-000231").await?;
    desk.press("#main").await?;
    // The number of a divorce certificate: the sentence stands by the field, what was typed is kept.
    assert!(desk.text("#original-number-fault").await?.contains("字头"));
    desk.fill("#original-number", "皖芜字12号").await?;
    desk.press("#main").await?;
    assert!(desk.text(".ask h2").await?.contains("查档"));
    Ok(())
}

async fn archive_found(desk: &Browser) -> Result<(), Trouble> {
    desk.touch(".answer:has([value='found'])").await?;
    desk.fill("#file-no", "2009-结-0231").await?;
    desk.fill("#keeper", "商河县档案馆").await?;
    desk.touch(".answer:has([name='agrees'][value='yes'])").await?;
    desk.press("#main").await
}

/// The network agrees, and the three points of the pre-check are ticked.
async fn checked(desk: &Browser) -> Result<(), Trouble> {
    desk.touch(".answer:has([value='consistent'])").await?;
    desk.press("#main").await?;
    for point in ["documents_valid", "photos_fit", "status_asked"] {
        desk.touch(&format!("input[value='{point}']")).await?;
    }
    desk.press("#main").await
}

async fn replace_a_lost_one(script: Script) -> Result<(), Trouble> {
    let hall = hall()?;
    let desk = registrar(&hall, script).await?;
    up_to_archive(&desk).await?;
    archive_found(&desk).await?;
    checked(&desk).await?;
    assert!(desk.text("#main").await?.contains("受理，打印声明书"));
    desk.press("#main").await?;
    for seat in ["a", "b"] {
        desk.touch(&format!(".answer:has([value='{seat}'])")).await?;
    }
    desk.press("#main").await?;
    assert!(desk.text("#main").await?.contains("审查通过，准予补发"));
    desk.press("#main").await?;
    desk.fill("#booklet-a", "37000000001").await?;
    desk.fill("#booklet-b", "37000000002").await?;
    desk.press("#main").await?;
    let done = desk.text(".done-line").await?;
    assert!(done.starts_with("已补发：BJ370126-2026-000001"), "{done}");
    assert!(desk.text(".ask").await?.contains("2009年10月8日"), "the certificate keeps its day");
    desk.picture(if script == Script::On { "reissue-numbered" } else { "reissue-numbered-plain" }).await?;
    assert!(!has_number(&desk.driver.source().await?), "a full number is in the page");

    desk.touch("form[action$='issuing-slip.pdf'] button").await?;
    opened_beside(&desk, "issuing-slip.pdf").await?;
    for paper in ["declaration", "review_form", "receipt"] {
        desk.touch(&format!("input[name='papers[]'][value='{paper}']")).await?;
    }
    desk.press("#main").await?;
    desk.close_forgiving(&["favicon.ico"]).await?;
    unbroken(&hall)
}

#[tokio::test]
async fn a_lost_marriage_certificate_is_replaced() -> Result<(), Trouble> {
    replace_a_lost_one(Script::On).await
}

#[tokio::test]
async fn a_lost_marriage_certificate_is_replaced_without_script() -> Result<(), Trouble> {
    replace_a_lost_one(Script::Off).await
}

/// A damaged divorce certificate, asked for by somebody with a notarised authority; the first booklet is spoilt.
#[tokio::test]
async fn a_divorce_certificate_is_replaced_through_a_proxy_and_a_spoilt_booklet_voided() -> Result<(), Trouble>
{
    let hall = hall()?;
    let desk = registrar(&hall, Script::On).await?;
    desk.press("#reissue-divorce").await?;
    assert_eq!(desk.text("h1").await?, "补领离婚证");
    desk.touch(".answer:has([value='damaged'])").await?;
    desk.touch("#ask details summary").await?;
    desk.touch("input[name='proxy[given]']").await?;
    desk.fill("#proxy-name", "周代办").await?;
    desk.fill("#proxy-number", &people::number("19700101", 3)).await?;
    desk.press("#main").await?;
    assert!(desk.text(".faults").await?.contains("公证"), "an authority must be notarised");
    for point in ProxyPoint::ALL {
        desk.touch(&format!("input[name='proxy[points][]'][value='{}']", point.as_str())).await?;
    }
    // It is never kept in a draft.
    desk.fill("#proxy-number", &people::number("19700101", 3)).await?;
    desk.press("#main").await?;
    fill_person(&desk, FIRST).await?;
    desk.touch(".answer:has([value='mainland'])").await?;
    desk.choose_day("#registered-on", "2009-10-08").await?;
    desk.fill("#original-office", "商河县民政局").await?;
    desk.press("#main").await?;
    archive_found(&desk).await?;
    checked(&desk).await?;
    desk.press("#main").await?;
    assert!(desk.text(".ask h2").await?.contains("受托人"), "who signs is here by an authority");
    desk.touch(".answer:has([value='a'])").await?;
    desk.press("#main").await?;
    desk.press("#main").await?;
    desk.fill("#booklet-a", "37000000009").await?;
    desk.press("#main").await?;
    let done = desk.text(".done-line").await?;
    assert!(done.starts_with("已补发：BL370126-2026-000001"), "{done}");
    desk.touch("details:has(#void) summary").await?;
    desk.touch("input[name='spoilt']").await?;
    desk.fill("#replacement", "37000000010").await?;
    desk.pick("#void-reason", VoidReason::ALL[0].as_str()).await?;
    desk.press("#void").await?;
    let booklets = desk.text("section:has(#booklets)").await?;
    assert!(booklets.contains("37000000010") && booklets.contains("已作废：37000000009"), "{booklets}");
    for paper in ["declaration", "review_form", "receipt"] {
        desk.touch(&format!("input[name='papers[]'][value='{paper}']")).await?;
    }
    desk.press("#main").await?;
    assert!(desk.text(".faults").await?.contains("旧证"), "the damaged one is voided first");
    desk.touch("input[name='old_voided']").await?;
    desk.press("#main").await?;
    desk.close().await?;
    unbroken(&hall)
}

#[tokio::test]
async fn a_record_not_found_stays_open_with_where_to_look_next_and_goes_on_once_found() -> Result<(), Trouble>
{
    let hall = hall()?;
    let desk = registrar(&hall, Script::On).await?;
    up_to_archive(&desk).await?;
    desk.touch(".answer:has([value='not_found'])").await?;
    desk.press("#main").await?;
    let told = desk.text(".ask").await?;
    assert!(told.contains("档案馆") && told.contains("原登记机关"), "{told}");
    desk.picture("reissue-searching").await?;
    // Put back, it stays in the list and is taken up again.
    let page = desk.driver.current_url().await?.path().to_owned();
    desk.press("#let-go").await?;
    assert!(desk.text(".queue").await?.contains("补领"));
    desk.visit(&page).await?;
    desk.press("#main").await?;
    archive_found(&desk).await?;
    assert!(desk.text(".ask h2").await?.contains("联网核对"));
    desk.close().await?;
    unbroken(&hall)
}

//! The office behind the counter: a schedule is looked at and imported, a registration is noted on, somebody asks for
//! records, with and without script.

use crate::{
    browser::Browser,
    chromium::{Screen, Script},
};
use tests::{
    Trouble,
    hall::{Hall, Start},
};

fn hall() -> Result<Hall, Trouble> {
    Start::default().argument("--demo").with("HALL_NOW", "2026-11-24T10:37:00+08:00").start()
}

/// Nothing may fail behind the pages either.
fn unbroken(hall: &Hall) -> Result<(), Trouble> {
    let log = hall.log();
    if log.contains("panicked") || log.contains("ERROR") {
        Err(format!("the hall told:\n{log}").into())
    } else {
        Ok(())
    }
}

async fn desk(hall: &Hall, script: Script, who: [&str; 2], page: &str) -> Result<Browser, Trouble> {
    let desk = Browser::open(hall, Screen::DESK, script).await?;
    desk.visit(page).await?;
    desk.fill("#login", who[0]).await?;
    desk.fill("#password", who[1]).await?;
    desk.press("#sign-in button").await?;
    Ok(desk)
}

const SUPERVISOR: [&str; 2] = ["supervisor", "demo-supervisor"];
const REGISTRAR: [&str; 2] = ["registrar", "demo-registrar"];
const ADMINISTRATOR: [&str; 2] = ["admin", "demo-administrator"];

/// 2027 as it might be published; `make_up` is the day that is worked in exchange.
fn file_of_2027(make_up: &str) -> String {
    let holidays = [("元旦", 1, 1..=3), ("春节", 2, 5..=11), ("劳动节", 5, 1..=5), ("国庆节", 10, 1..=7)];
    let mut days: Vec<String> = holidays
        .into_iter()
        .flat_map(|(name, month, days)| {
            days.map(move |day| {
                format!(r#"{{"name":"{name}","date":"2027-{month:02}-{day:02}","isOffDay":true}}"#)
            })
        })
        .collect();
    days.push(format!(r#"{{"name":"春节","date":"{make_up}","isOffDay":false}}"#));
    format!(r#"{{"year":2027,"papers":[],"days":[{}]}}"#, days.join(","))
}

async fn import_a_schedule(script: Script) -> Result<(), Trouble> {
    let hall = hall()?;
    let desk = desk(&hall, script, SUPERVISOR, "/office/calendar").await?;
    assert_eq!(desk.text("h1").await?, "放假安排");

    // A Monday as a make-up day: the sentence names the day, the file is still there, nothing was imported.
    desk.fill("#text", &file_of_2027("2027-02-22")).await?;
    desk.press("#look").await?;
    let fault = desk.text("#text-fault").await?;
    assert!(fault.contains("2月22日 星期一") && fault.contains("不是周末"), "{fault}");
    let kept = desk.find("#text").await?.prop("value").await?.unwrap_or_default();
    assert!(kept.contains("2027-02-22"), "{kept}");
    assert!(desk.driver.find(thirtyfour::By::Css("#import")).await.is_err(), "nothing to import");
    desk.fill("#text", "{\"year\":2027").await?;
    desk.press("#look").await?;
    assert!(desk.text("#text-fault").await?.contains("不是放假安排的文件"));

    // A right one: what would move is told, then it is imported.
    desk.fill("#text", &file_of_2027("2027-02-20")).await?;
    desk.press("#look").await?;
    let plan = desk.text("#plan").await?;
    assert!(plan.contains("2027年：放假 22 天，调休上班 1 天"), "{plan}");
    assert!(plan.contains("春节放假"), "{plan}");
    desk.picture(if script == Script::On { "office-calendar-plan" } else { "office-calendar-plan-plain" })
        .await?;
    desk.press("#import").await?;
    assert!(desk.text("#said").await?.contains("2027年的安排导入了"));
    assert!(desk.text(".table").await?.contains("2027年"));
    desk.picture("office-calendar").await?;
    desk.close().await?;
    unbroken(&hall)
}

#[tokio::test]
async fn a_schedule_is_looked_at_and_then_imported() -> Result<(), Trouble> {
    import_a_schedule(Script::On).await
}

#[tokio::test]
async fn a_schedule_is_imported_without_script() -> Result<(), Trouble> {
    import_a_schedule(Script::Off).await
}

async fn note_a_registration(script: Script) -> Result<(), Trouble> {
    let hall = hall()?;
    let desk = desk(&hall, script, SUPERVISOR, "/office/revocation").await?;
    desk.fill("#number", "J370126-2026-999999").await?;
    desk.press("#find").await?;
    assert!(desk.text("#said").await?.contains("登记簿里没有这个字号"));

    desk.fill("#number", MARRIAGE).await?;
    desk.press("#find").await?;
    let entry = desk.text("section[aria-labelledby='entry']").await?;
    assert!(entry.contains("结婚登记") && entry.contains("有效") && entry.contains("**"), "{entry}");
    let address = desk.driver.current_url().await?.to_string();
    assert!(!address.contains(MARRIAGE), "{address}");

    // Half filled in: each field is told, what was typed stays.
    desk.touch("#kind label:nth-of-type(1)").await?;
    desk.fill("#document-no", "商民婚撤〔2026〕1号").await?;
    desk.press("#note").await?;
    assert!(desk.text("#decided-on-fault").await?.contains("请照决定书"));
    assert!(desk.text("#archive-no-fault").await?.contains("档号"));
    let kept = desk.find("#document-no").await?.prop("value").await?;
    assert_eq!(kept.as_deref(), Some("商民婚撤〔2026〕1号"));
    desk.picture("office-revocation").await?;

    desk.choose_day("#decided-on", "2026-11-20").await?;
    desk.fill("#archive-no", "370126-2026-撤销-00001").await?;
    desk.fill("#reason", "一方冒用他人身份证登记").await?;
    desk.press("#note").await?;
    assert!(desk.text("#said").await?.contains("登记已撤销"));
    assert!(desk.text("section[aria-labelledby='entry']").await?.contains("已备注"));
    assert!(desk.text("#remark").await?.contains("见档号370126-2026-撤销-00001"));
    desk.picture("office-revocation-noted").await?;
    desk.visit("/office/revocation").await?;
    assert!(desk.text(".table").await?.contains(MARRIAGE));
    desk.close().await?;
    unbroken(&hall)
}

/// The first marriage of the sample year.
const MARRIAGE: &str = "M00428";

#[tokio::test]
async fn a_registration_is_looked_up_and_noted_as_revoked() -> Result<(), Trouble> {
    note_a_registration(Script::On).await
}

#[tokio::test]
async fn a_registration_is_noted_without_script() -> Result<(), Trouble> {
    note_a_registration(Script::Off).await
}

#[tokio::test]
async fn only_a_supervisor_opens_revocations_and_the_administrator_opens_the_calendar() -> Result<(), Trouble>
{
    let hall = hall()?;
    let registrar = desk(&hall, Script::Off, REGISTRAR, "/office/revocation").await?;
    assert_eq!(registrar.text("h1").await?, "这一页不归您的岗位");
    registrar.visit("/office/numbers").await?;
    assert!(registrar.text("h1").await?.contains("字号缺号"));
    registrar.picture("office-numbers").await?;
    registrar.close().await?;
    let administrator = desk(&hall, Script::Off, ADMINISTRATOR, "/office/revocation").await?;
    assert_eq!(administrator.text("h1").await?, "这一页不归您的岗位");
    administrator.visit("/office/calendar").await?;
    assert_eq!(administrator.text("h1").await?, "放假安排");
    administrator.close().await?;
    unbroken(&hall)
}

async fn ask_for_records(script: Script) -> Result<(), Trouble> {
    let hall = hall()?;
    let desk = desk(&hall, script, REGISTRAR, "/counter").await?;
    desk.press("#records").await?;
    assert_eq!(desk.text("h1").await?, "查档案、开证明");
    desk.press("#asker-lawyer").await?;
    desk.fill("#name", "孙律师").await?;
    desk.fill("#id-number", "11010519491231002X").await?;
    desk.fill("#one-name", "许静宜").await?;
    desk.touch(".answer:has([value='marriage'])").await?;
    desk.press("#main").await?;
    assert!(desk.text("#organisation-fault").await?.contains("单位"));
    assert_eq!(desk.find("#one-name").await?.prop("value").await?.as_deref(), Some("许静宜"));
    desk.fill("#organisation", "某律师事务所").await?;
    desk.fill("#paper-no", "13701202310000000").await?;
    desk.press("#main").await?;
    assert!(desk.text("#said").await?.contains("证件和依据还没看齐"));
    for paper in ["own_document", "lawyer_licence", "case_papers"] {
        desk.touch(&format!(".answer:has([value='{paper}'])")).await?;
    }
    desk.picture("counter-records-ask").await?;
    desk.press("#main").await?;
    let known = desk.text("section[aria-labelledby='asker']").await?;
    assert!(known.contains("110*************2X"), "{known}");
    assert!(!desk.driver.source().await?.contains("11010519491231002X"));

    desk.touch(".answer:has([value='not_found'])").await?;
    desk.fill("#copies", "1").await?;
    desk.press("#main").await?;
    assert!(desk.text("#said").await?.contains("没有复印件可给"));
    desk.touch(".answer:has([value='found'])").await?;
    desk.fill("#files", "370126-2015-结婚-00077").await?;
    desk.press("#main").await?;
    assert!(desk.text(".done-line").await?.contains("370126-2015-结婚-00077"));
    desk.picture("counter-records-answered").await?;
    desk.close().await?;
    unbroken(&hall)
}

#[tokio::test]
async fn a_lawyer_asks_for_records_and_is_answered() -> Result<(), Trouble> {
    ask_for_records(Script::On).await
}

#[tokio::test]
async fn records_are_asked_for_without_script() -> Result<(), Trouble> {
    ask_for_records(Script::Off).await
}

//! The counter: two who booked are served from their arrival to the certificate, with and without script; a colleague
//! is told who has the case; a page that was left behind can't write.

use crate::{
    browser::Browser,
    chromium::{Screen, Script},
};
use law::identity::{IdNumber, IdType};
use tests::{
    Trouble,
    hall::{Hall, Start},
};

/// The demonstration on a morning on which the first couples are here.
fn hall() -> Result<Hall, Trouble> {
    Start::default().argument("--demo").with("HALL_NOW", "2026-02-10T10:37:00+08:00").start()
}

/// Nothing may fail behind the pages either: a fault of a task of the server shows only in its log.
pub fn unbroken(hall: &Hall) -> Result<(), Trouble> {
    let log = hall.log();
    if log.contains("panicked") || log.contains("ERROR") {
        Err(format!("the hall told:\n{log}").into())
    } else {
        Ok(())
    }
}

pub async fn sign_in(desk: &Browser, login: &str, password: &str) -> Result<(), Trouble> {
    desk.visit("/counter").await?;
    desk.fill("#login", login).await?;
    desk.fill("#password", password).await?;
    desk.fill("#window", "3").await?;
    desk.press("#sign-in button").await
}

pub async fn registrar(hall: &Hall, script: Script) -> Result<Browser, Trouble> {
    let desk = Browser::open(hall, Screen::DESK, script).await?;
    sign_in(&desk, "registrar", "demo-registrar").await?;
    Ok(desk)
}

/// Writes down the document of the one who is asked for; the number was compared and stays as booked.
async fn fill_person(desk: &Browser, prior: &str) -> Result<(), Trouble> {
    desk.fill("#valid-until", "2038-06-02").await?;
    desk.touch("input[name='same_number']").await?;
    desk.touch(&format!("input[name='typed[prior]'][value='{prior}']")).await?;
    desk.press("#main").await
}

/// From the open case to the question whether it may be registered.
async fn up_to_register(desk: &Browser) -> Result<(), Trouble> {
    fill_person(desk, "never").await?;
    fill_person(desk, "never").await?;
    for point in ["both_present", "documents_valid", "of_age", "photos_fit"] {
        desk.touch(&format!("input[value='{point}']")).await?;
    }
    desk.press("#main").await?;
    desk.touch(".answer:has([value='consistent'])").await?;
    desk.press("#main").await?;
    assert!(desk.text("#main").await?.contains("受理，打印声明书"));
    desk.press("#main").await?;
    for seat in ["a", "b"] {
        desk.touch(&format!(".answer:has([value='{seat}'])")).await?;
    }
    desk.press("#main").await?;
    assert!(desk.text("#main").await?.contains("审查通过，准予登记"));
    desk.press("#main").await
}

async fn serve_a_booking(script: Script) -> Result<(), Trouble> {
    let hall = hall()?;
    let desk = registrar(&hall, script).await?;
    desk.press(".queue li:first-child a").await?;
    assert_eq!(desk.text("h1").await?, "结婚登记");
    desk.press("#open").await?;
    assert_eq!(desk.text(".case-number").await?, "101");
    up_to_register(&desk).await?;

    // A booklet's number that is none: the sentence stands by the field, what was typed is kept.
    desk.fill("#booklet-a", "37000000001").await?;
    desk.fill("#booklet-b", "x").await?;
    desk.press("#main").await?;
    assert!(desk.text("#booklet-b-fault").await?.contains("印制号"));
    assert_eq!(desk.find("#booklet-a").await?.prop("value").await?.as_deref(), Some("37000000001"));

    desk.fill("#booklet-b", "37000000002").await?;
    desk.press("#main").await?;
    let done = desk.text(".done-line").await?;
    assert!(done.starts_with("已登记：J370126-2026-000001"), "{done}");
    desk.picture(if script == Script::On { "counter-registered" } else { "counter-registered-plain" })
        .await?;

    // The paper opens beside the page.
    desk.touch("form[action$='issuing-slip.pdf'] button").await?;
    opened_beside(&desk, "issuing-slip.pdf").await?;

    for paper in ["declaration", "review_form", "receipt"] {
        desk.touch(&format!("input[name='papers[]'][value='{paper}']")).await?;
    }
    desk.press("#main").await?;
    // The next couple is opened at once.
    assert_eq!(desk.text(".case-number").await?, "102");
    // A window with a paper in it has no page of ours that could name its icon.
    desk.close_forgiving(&["favicon.ico"]).await?;
    unbroken(&hall)
}

/// A second window shows the paper; then the first is at hand again.
pub async fn opened_beside(desk: &Browser, paper: &str) -> Result<(), Trouble> {
    let first = desk.driver.window().await?;
    for _ in 0..200 {
        let windows = desk.driver.windows().await?;
        if let Some(other) = windows.into_iter().find(|window| *window != first) {
            desk.driver.switch_to_window(other).await?;
            let address = desk.driver.current_url().await?;
            let shown = address.path().ends_with(paper);
            desk.driver.switch_to_window(first.clone()).await?;
            if shown {
                return Ok(());
            }
        }
        tokio::time::sleep(std::time::Duration::from_millis(50)).await;
    }
    Err(format!("no window shows {paper}").into())
}

#[tokio::test]
async fn a_booking_is_served_from_arrival_to_the_certificate() -> Result<(), Trouble> {
    serve_a_booking(Script::On).await
}

#[tokio::test]
async fn a_booking_is_served_without_script() -> Result<(), Trouble> {
    serve_a_booking(Script::Off).await
}

#[tokio::test]
async fn a_second_officer_is_told_who_has_the_case_and_a_supervisor_takes_it_over() -> Result<(), Trouble> {
    let hall = hall()?;
    let first = registrar(&hall, Script::On).await?;
    first.press("#next").await?;
    let case = first.driver.current_url().await?.path().to_owned();

    let second = Browser::open(&hall, Screen::DESK, Script::On).await?;
    sign_in(&second, "registrar2", "demo-registrar2").await?;
    second.visit(&case).await?;
    assert!(second.text("#holder h2").await?.contains("王秀英正在办这件"));
    assert!(second.driver.find(thirtyfour::By::Css("#main")).await.is_err(), "nothing can be written");
    second.close().await?;

    let supervisor = Browser::open(&hall, Screen::DESK, Script::Off).await?;
    sign_in(&supervisor, "supervisor", "demo-supervisor").await?;
    supervisor.visit(&case).await?;
    supervisor.press("#take-over").await?;
    assert!(supervisor.text("#take-over-reason-fault").await?.contains("原因"));
    supervisor.fill("#take-over-reason", "王秀英下班").await?;
    supervisor.press("#take-over").await?;
    supervisor.close().await?;

    // The first officer's page is stale now: what was typed there is still there, and nothing was written.
    first.fill("#name", "写错的名字").await?;
    first.press("#main").await?;
    assert!(first.text("#holder h2").await?.contains("陈敏正在办这件"));
    first.close().await
}

#[tokio::test]
async fn a_page_left_behind_in_another_tab_cannot_write() -> Result<(), Trouble> {
    let hall = hall()?;
    let desk = registrar(&hall, Script::Off).await?;
    desk.press("#next").await?;
    let case = desk.driver.current_url().await?.path().to_owned();
    let stale = desk.driver.window().await?;
    desk.driver.new_tab().await?;
    let tabs = desk.driver.windows().await?;
    let fresh = tabs.into_iter().find(|tab| *tab != stale).ok_or("no second tab")?;
    desk.driver.switch_to_window(fresh).await?;
    desk.visit(&case).await?;
    fill_person(&desk, "never").await?;
    assert!(desk.text("#fill").await?.contains("第二位"));

    desk.driver.switch_to_window(stale).await?;
    desk.fill("#occupation", "木匠").await?;
    fill_person(&desk, "divorced").await?;
    assert!(desk.text("#said").await?.contains("过时"));
    assert_eq!(desk.find("#occupation").await?.prop("value").await?.as_deref(), Some("木匠"));
    desk.close().await
}

#[tokio::test]
async fn no_page_of_the_counter_holds_a_full_number_until_it_is_asked_for() -> Result<(), Trouble> {
    let hall = hall()?;
    let desk = registrar(&hall, Script::On).await?;
    desk.press("#next").await?;
    fill_person(&desk, "never").await?;
    fill_person(&desk, "never").await?;
    let page = desk.driver.source().await?;
    assert!(page.contains("370*************"), "the numbers are masked");
    assert!(!has_number(&page), "a full number is in the page");
    desk.touch(".person:first-of-type .reveal summary").await?;
    desk.touch(".person:first-of-type [value='compare_with_document']").await?;
    for _ in 0..100 {
        if has_number(&desk.text(".person:first-of-type dl").await?) {
            return desk.close().await;
        }
        tokio::time::sleep(std::time::Duration::from_millis(50)).await;
    }
    Err("the full number was not shown".into())
}

/// A resident's number in full, right in form: other runs of digits are none.
pub fn has_number(text: &str) -> bool {
    let today = chrono::NaiveDate::from_ymd_opt(2026, 2, 10).unwrap_or_default();
    let is_part = |c: char| c.is_ascii_digit() || c == 'X';
    let runs = text.split(|c: char| !is_part(c)).filter(|run| run.len() == 18);
    runs.into_iter().any(|run| IdNumber::parse(IdType::MainlandId, run, today).is_ok())
}

#[tokio::test]
async fn the_locked_screen_opens_where_it_was() -> Result<(), Trouble> {
    for script in [Script::On, Script::Off] {
        let hall = hall()?;
        let desk = registrar(&hall, script).await?;
        desk.press("#next").await?;
        let case = desk.driver.current_url().await?.path().to_owned();
        if script == Script::On {
            desk.fill("#occupation", "木匠").await?;
            desk.touch("form[action^='/api/lock'] button").await?;
            desk.fill("#cover-password", "wrong password").await?;
            desk.touch(".cover button").await?;
            assert!(desk.text(".cover .faults").await?.contains("密码不对"));
            desk.fill("#cover-password", "demo-registrar").await?;
            desk.touch(".cover button").await?;
            gone(&desk, ".cover:not([hidden])").await?;
            assert_eq!(desk.find("#occupation").await?.prop("value").await?.as_deref(), Some("木匠"));
        } else {
            desk.press("form[action^='/api/lock'] button").await?;
            assert_eq!(desk.text("h1").await?, "已锁屏");
            desk.fill("#password", "wrong password").await?;
            desk.press("#unlock button").await?;
            assert!(desk.text(".faults").await?.contains("密码不对"));
            desk.fill("#password", "demo-registrar").await?;
            desk.press("#unlock button").await?;
            assert_eq!(desk.text(".case-number").await?, "101");
        }
        assert_eq!(desk.driver.current_url().await?.path(), case);
        desk.close().await?;
    }
    Ok(())
}

async fn gone(desk: &Browser, selector: &str) -> Result<(), Trouble> {
    for _ in 0..200 {
        if desk.driver.find(thirtyfour::By::Css(selector)).await.is_err() {
            return Ok(());
        }
        tokio::time::sleep(std::time::Duration::from_millis(50)).await;
    }
    Err(format!("{selector} is still there").into())
}

#[tokio::test]
async fn each_role_opens_its_own_rooms_and_no_others() -> Result<(), Trouble> {
    let hall = hall()?;
    let rooms = [
        ("reception", "demo-reception", "/counter/reception", "/office/staff"),
        ("admin", "demo-administrator", "/office/staff", "/counter/reception"),
        ("auditor", "demo-auditor", "/office/audit", "/office/settings"),
        ("supervisor", "demo-supervisor", "/office/booking", "/office/staff"),
    ];
    for (login, password, open, shut) in rooms {
        let desk = Browser::open(&hall, Screen::DESK, Script::On).await?;
        sign_in(&desk, login, password).await?;
        desk.visit(open).await?;
        assert_ne!(desk.text("h1").await?, "这一页不归您的岗位", "{login} {open}");
        desk.picture(&format!("office{}", open.replace('/', "-"))).await?;
        desk.visit(shut).await?;
        assert_eq!(desk.text("h1").await?, "这一页不归您的岗位", "{login} {shut}");
        desk.close().await?;
    }
    unbroken(&hall)
}

#[tokio::test]
async fn reception_books_for_a_caller_moves_and_cancels_with_a_reason() -> Result<(), Trouble> {
    let hall = hall()?;
    let desk = Browser::open(&hall, Screen::DESK, Script::Off).await?;
    sign_in(&desk, "reception", "demo-reception").await?;
    desk.visit("/counter/reception?service=records").await?;
    desk.press(".day-links li:nth-child(3) a").await?;
    desk.touch(".answer:not(:has(:disabled))").await?;
    desk.press("#take-time").await?;
    desk.fill("#a-name", "欧阳𫖯").await?;
    desk.fill("#a-number", "11010519491231002").await?;
    desk.press("#take-it").await?;
    assert!(desk.text("#a-number-fault").await?.contains("位"));
    assert_eq!(desk.find("#a-name").await?.prop("value").await?.as_deref(), Some("欧阳𫖯"));
    // A landline will do, and none at all, too.
    desk.fill("#a-number", "11010519491231002X").await?;
    desk.fill("#a-phone", "0531-84880126").await?;
    desk.press("#take-it").await?;
    assert!(desk.text("#said").await?.contains("约好了，预约号"));

    desk.fill("#find-number", "11010519491231002x").await?;
    desk.press("#by-document").await?;
    assert!(desk.text("#case").await?.contains("110*************2X"), "found again, masked");
    assert!(!has_number(&desk.driver.source().await?));

    desk.press("#move").await?;
    desk.press("[aria-label='改期'] .day-links li:nth-child(4) a").await?;
    desk.touch("[aria-label='改期'] .answer:not(:has(:disabled))").await?;
    desk.press("#move-to").await?;
    assert!(desk.text("#said").await?.contains("改好了"));

    desk.touch(".aside-fold summary").await?;
    desk.touch(".choices label:nth-of-type(2)").await?;
    desk.press("#cancel").await?;
    assert!(desk.text("#said").await?.contains("取消了"));
    desk.close().await
}

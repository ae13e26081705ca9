//! A divorce at the counter with the clock moved: from the application to a withdrawal by one, to the registration by
//! both with its papers, to the lapse that nobody writes; and what only some may see.

use crate::{
    browser::Browser,
    chromium::{Screen, Script},
    counter::{has_number, opened_beside, registrar, sign_in, unbroken},
};
use tests::{Trouble, hall::Start, people};

/// The demonstration at a moment of the story. Accepted on 16 January, the thirty days end on 24 February, the window
/// on 26 March.
fn at(moment: &str) -> Start {
    Start::default().argument("--demo").with("HALL_NOW", &format!("{moment}:00+08:00"))
}

const FIRST: (&str, &str, usize) = ("周怀安", "19880930", 1);
const SECOND: (&str, &str, usize) = ("许静宜", "19900214", 2);

fn number((_, birth, sequence): (&str, &str, usize)) -> String {
    people::number(birth, sequence)
}

async fn fill_person(desk: &Browser, who: (&str, &str, usize)) -> Result<(), Trouble> {
    desk.fill("#name", who.0).await?;
    desk.fill("#id-number", &number(who)).await?;
    desk.fill("#valid-until", "2038-06-02").await?;
    desk.press("#main").await
}

/// Two who came to apply, up to the question whether it is accepted.
async fn apply(desk: &Browser) -> Result<(), Trouble> {
    desk.visit("/counter").await?;
    desk.press("#apply").await?;
    assert_eq!(desk.text("h1").await?, "离婚登记");
    fill_person(desk, FIRST).await?;
    fill_person(desk, SECOND).await?;
    // The marriage: a form that lacks something keeps what was typed.
    desk.fill("#marriage-certificate", "皖芜字12号").await?;
    desk.choose_day("#marriage-date", "2015-05-20").await?;
    desk.fill("#marriage-office", "商河县民政局").await?;
    desk.touch("[name='agreement'][value='declared_signed']").await?;
    desk.press("#main").await?;
    assert!(desk.text("#seen").await?.contains("还没记结婚证"));
    let kept = desk.find("#marriage-certificate").await?.prop("value").await?;
    assert_eq!(kept.as_deref(), Some("皖芜字12号"));
    desk.touch("[name='seen'][value='both']").await?;
    desk.press("#main").await?;
    desk.touch(".answer:has([value='consistent'])").await?;
    desk.press("#main").await?;
    let points = [
        "both_present",
        "documents_valid",
        "both_willing",
        "both_capable",
        "registered_in_mainland",
        "told_of_thirty_days",
    ];
    for point in points {
        desk.touch(&format!("input[value='{point}']")).await?;
    }
    desk.press("#main").await?;
    assert!(desk.text(".four-dates").await?.contains("2月24日 星期二"));
    assert!(desk.text("#main").await?.contains("受理，记下日期"));
    Ok(())
}

/// Accepted; the receipt's number.
async fn accepted(desk: &Browser) -> Result<String, Trouble> {
    apply(desk).await?;
    desk.press("#main").await?;
    let done = desk.text(".done-line").await?;
    let receipt = done.strip_prefix("已受理：").ok_or(format!("not accepted: {done}"))?;
    Ok(receipt.trim().to_owned())
}

/// They come again with the receipt.
async fn call_up(desk: &Browser, receipt: &str) -> Result<(), Trouble> {
    desk.visit("/counter").await?;
    desk.fill("#call-up-receipt", receipt).await?;
    desk.press("#call-up-it").await
}

#[tokio::test]
async fn an_application_becomes_a_registration_with_its_papers() -> Result<(), Trouble> {
    let hall = at("2026-01-16T09:00").start()?;
    let desk = registrar(&hall, Script::On).await?;
    let receipt = accepted(&desk).await?;
    desk.picture("divorce-accepted").await?;
    desk.touch("form[action$='dates.pdf'] button").await?;
    opened_beside(&desk, "dates.pdf").await?;
    assert!(!has_number(&desk.driver.source().await?), "a full number is in the page");
    desk.close_forgiving(&["favicon.ico"]).await?;
    unbroken(&hall)?;

    // A day too early: told with the day on which it works.
    let hall = hall.again(at("2026-02-24T15:00"))?;
    let desk = registrar(&hall, Script::On).await?;
    call_up(&desk, &receipt).await?;
    assert!(desk.text("#case").await?.contains("最早2月25日 星期三"));
    desk.close().await?;

    let hall = hall.again(at("2026-02-25T09:30"))?;
    let desk = registrar(&hall, Script::On).await?;
    call_up(&desk, &receipt).await?;
    for point in [
        "both_present",
        "documents_valid",
        "certificates_here",
        "agreement_here",
        "photos_fit",
        "receipt_here",
    ] {
        desk.touch(&format!("input[value='{point}']")).await?;
    }
    desk.press("#main").await?;
    // Each alone: the other part opens only when the first is closed.
    desk.touch(".answer:has([value='a'])").await?;
    desk.press("#main").await?;
    assert!(desk.text("#main").await?.contains("这一位问完了"));
    assert!(desk.driver.find(thirtyfour::By::Css(".answer [value='b']")).await.is_err());
    desk.picture("divorce-questioning").await?;
    desk.press("#main").await?;
    desk.press("#main").await?;
    desk.press("#main").await?;
    for which in ["[value='a']", "[value='b']", "[name='agreement']"] {
        desk.touch(&format!(".answer:has({which})")).await?;
    }
    desk.press("#main").await?;
    assert!(desk.text("#main").await?.contains("审查通过，准予登记"));
    desk.press("#main").await?;
    desk.fill("#booklet-a", "37000000011").await?;
    desk.fill("#booklet-b", "37000000012").await?;
    desk.press("#main").await?;
    assert!(desk.text(".done-line").await?.starts_with("已登记：L370126-2026-"));
    desk.touch("form[action$='form-5.pdf'] button").await?;
    opened_beside(&desk, "form-5.pdf").await?;
    // Nothing is handed over before the certificates are stamped.
    desk.press("#main").await?;
    assert!(desk.text("#said").await?.contains("盖"));
    desk.touch("[name='stamped']").await?;
    for paper in ["review_form", "receipt"] {
        desk.touch(&format!("input[name='papers[]'][value='{paper}']")).await?;
    }
    desk.press("#main").await?;
    let end = desk.text("#end").await?;
    assert!(end.contains("手续已办完。") && !end.contains("恭喜") && !end.contains('祝'), "{end}");
    desk.picture("divorce-issued").await?;
    desk.close_forgiving(&["favicon.ico"]).await?;
    unbroken(&hall)
}

#[tokio::test]
async fn one_alone_withdraws_on_the_last_day_without_script() -> Result<(), Trouble> {
    let hall = at("2026-01-16T09:00").start()?;
    let desk = registrar(&hall, Script::Off).await?;
    accepted(&desk).await?;
    desk.close().await?;

    let hall = hall.again(at("2026-02-24T16:30"))?;
    let desk = registrar(&hall, Script::Off).await?;
    // The receipt lies at home with the other one: one's own document will do.
    desk.visit("/counter").await?;
    desk.touch("#call-up summary").await?;
    desk.fill("#call-up-number", &number((FIRST.0, "19700101", 9))).await?;
    desk.press("#call-up-it").await?;
    assert!(desk.text("#said").await?.contains("没有找到"));
    desk.touch("#call-up summary").await?;
    desk.fill("#call-up-number", &number(SECOND)).await?;
    desk.press("#call-up-it").await?;
    assert!(desk.text("#main").await?.contains("记为撤回"));
    desk.picture("divorce-withdrawal").await?;
    // A third person's document changes nothing.
    desk.touch(".ask form details:first-of-type summary").await?;
    desk.fill("#withdraw-number", &number((FIRST.0, "19700101", 9))).await?;
    desk.touch("[name='receipt'][value='explained']").await?;
    desk.press("#main").await?;
    assert!(desk.text("#said").await?.contains("不是申请里两位的"));
    desk.touch("#ask [name='seat'][value='b']").await?;
    desk.press("#main").await?;
    assert!(desk.text("#end").await?.contains("已撤回"));
    // Who it was stands nowhere on the screen that the other one may see.
    let past = desk.text("[aria-labelledby='past']").await?;
    assert!(
        past.contains("撤回申请") && !past.lines().any(|line| line.contains("撤回") && line.contains("位"))
    );
    desk.touch("form[action$='form-3.pdf'] button").await?;
    opened_beside(&desk, "form-3.pdf").await?;

    // Once is enough: called up again it is only looked at.
    desk.visit("/counter/board").await?;
    assert!(desk.text("#case").await?.contains("近三十天撤回的 1"));
    desk.picture("divorce-board").await?;
    desk.close_forgiving(&["favicon.ico"]).await?;
    unbroken(&hall)
}

#[tokio::test]
async fn an_application_lapses_by_itself_and_both_may_apply_anew() -> Result<(), Trouble> {
    let hall = at("2026-01-16T09:00").start()?;
    let desk = registrar(&hall, Script::On).await?;
    let receipt = accepted(&desk).await?;
    desk.close().await?;

    let hall = hall.again(at("2026-03-26T09:00"))?;
    let desk = registrar(&hall, Script::On).await?;
    desk.visit("/counter/board").await?;
    let board = desk.text("#case").await?;
    assert!(board.contains("今天是最后一天 1") && board.contains(&receipt), "{board}");
    desk.close().await?;

    // The evening of that day: only who took a ticket in time is served.
    let hall = hall.again(at("2026-03-26T17:20"))?;
    let desk = registrar(&hall, Script::On).await?;
    call_up(&desk, &receipt).await?;
    assert!(desk.text("#case").await?.contains("最后一天已经下班"));
    assert!(desk.find("#ticket-at").await?.is_displayed().await?);
    desk.close().await?;

    let hall = hall.again(at("2026-03-27T09:00"))?;
    let desk = registrar(&hall, Script::On).await?;
    call_up(&desk, &receipt).await?;
    let end = desk.text("#end").await?;
    assert!(end.contains("到期自动终止") && end.contains("重新申请"), "{end}");
    assert!(!desk.text("#main").await?.contains("审查"));
    desk.picture("divorce-lapsed").await?;
    desk.close().await?;
    unbroken(&hall)
}

#[tokio::test]
async fn dates_far_from_ours_wait_for_a_supervisor() -> Result<(), Trouble> {
    let hall = at("2026-01-16T09:00").start()?;
    let desk = registrar(&hall, Script::On).await?;
    apply(&desk).await?;
    let case = desk.driver.current_url().await?.path().to_owned();
    // One of the two alone is no receipt.
    desk.choose_day("#receipt-thirty", "2026-03-20").await?;
    desk.press("#main").await?;
    assert!(desk.text("#receipt-window-fault").await?.contains("一起填"));
    desk.choose_day("#receipt-window", "2026-04-20").await?;
    desk.press("#main").await?;
    assert!(desk.text("#said").await?.contains("请负责人确认"));
    desk.press("#ask-supervisor").await?;
    desk.picture("divorce-supervisor-asked").await?;

    let supervisor = Browser::open(&hall, Screen::DESK, Script::Off).await?;
    sign_in(&supervisor, "supervisor", "demo-supervisor").await?;
    supervisor.visit("/counter/board").await?;
    supervisor.press("a[href^='/counter/case/']").await?;
    supervisor.press("#confirm-dates").await?;
    assert!(supervisor.text("#confirm-reason-fault").await?.contains("原因"));
    supervisor.fill("#confirm-reason", "回执原件看过").await?;
    supervisor.press("#confirm-dates").await?;
    assert!(supervisor.text("#case").await?.contains("负责人已确认"));
    supervisor.close().await?;

    // What was asked need not be typed again.
    desk.visit(&case).await?;
    assert_eq!(desk.find("#receipt-window").await?.prop("value").await?.as_deref(), Some("2026-04-20"));
    desk.press("#main").await?;
    assert!(desk.text(".done-line").await?.starts_with("已受理"));
    assert!(desk.text(".four-dates").await?.contains("回执比算的晚 24 天"));
    desk.close().await?;
    unbroken(&hall)
}

#[tokio::test]
async fn what_was_said_in_private_stands_behind_the_shield_and_nowhere_else() -> Result<(), Trouble> {
    let hall = at("2026-01-16T09:00").start()?;
    let desk = registrar(&hall, Script::On).await?;
    desk.press("#apply").await?;
    let case = desk.driver.current_url().await?.path().to_owned();
    let before = desk.text("#care > summary").await?;
    desk.touch("#care > summary").await?;
    desk.press("#set-care").await?;
    assert!(desk.text("#care-reason-fault").await?.contains("原因"));
    desk.fill("#care-reason", "说在家里挨过打").await?;
    desk.press("#set-care").await?;
    assert_eq!(desk.text("#care > summary").await?, before, "the button looks the same");
    desk.touch("#care > summary").await?;
    let care = desk.text("#care").await?;
    assert!(care.contains("挨过打") && care.contains("12338") && care.contains("分开询问"), "{care}");
    desk.picture("divorce-care").await?;
    for column in [".desk-beside", ".desk-queue", ".desk-foot"] {
        assert!(!desk.text(column).await?.contains("挨过打"), "{column}");
    }
    desk.close().await?;

    // A colleague who has nothing to do with the case sees neither reason nor flag.
    let other = Browser::open(&hall, Screen::DESK, Script::Off).await?;
    sign_in(&other, "registrar2", "demo-registrar2").await?;
    other.visit(&case).await?;
    assert!(!other.driver.source().await?.contains("挨过打"));
    other.close().await?;
    unbroken(&hall)
}

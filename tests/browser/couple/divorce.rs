//! Divorce matters: calm pages that tell nothing over a shoulder, one phone alone, days that the law knows, and the same
//! words and bytes for both partners whatever the other has done.

use super::visit::{DAY, FIRST, PHONE, SECOND, Visit, hers, his};
use super::with_and_without_script;
use crate::chromium::Script;
use tests::{
    Trouble,
    divorce::{Application, RECEIPT, her, him},
    office::Office,
};

with_and_without_script![
    an_application_is_booked_with_one_phone_alone,
    every_page_is_calm_and_leads_away,
    one_alone_withdraws_under_the_receipt,
    both_register_on_a_lawful_day_and_on_no_other,
    any_clash_gives_the_same_neutral_words,
    both_partners_pages_are_the_same_before_and_after_one_withdrew,
];

const CLASH: &str = "这次没有约上。请打电话或直接来窗口，当天可办。";

async fn an_application_is_booked_with_one_phone_alone(script: Script) -> Result<(), Trouble> {
    let visit = Visit::begin(script).await?;
    visit.phone.visit("/").await?;
    visit.phone.press("a[href='/divorce']").await?;
    visit.phone.press("a[href='/book/divorce-application']").await?;
    visit.phone.press(".bar a").await?;
    visit.choose_day(DAY).await?;
    visit.choose_time("divorce-application", DAY, "0900").await?;
    assert!(visit.phone.lacks("#receipt-no").await, "there is no receipt yet");
    visit.give_person(FIRST, &his(), PHONE).await?;
    assert_eq!(visit.phone.text("h1").await?, "第二位");
    assert!(visit.phone.lacks("#phone").await, "the other is never reached");
    visit.give_person(SECOND, &hers(), "").await?;
    assert_eq!(visit.phone.text("h1").await?, "核对一下");
    visit.phone.press(".bar button").await?;
    assert_eq!(visit.phone.text("h1").await?, "时间已留好");
    assert_eq!(visit.phone.driver.title().await?, "登记服务");
    visit.phone.close().await
}

async fn every_page_is_calm_and_leads_away(script: Script) -> Result<(), Trouble> {
    for (language, title, leave) in [("zh", "登记服务", "离开此页"), ("en", "Registry", "Leave this page")]
    {
        let visit = Visit::begin(script).await?;
        visit.phone.visit(&format!("/?lang={language}")).await?;
        visit.up_to_first("divorce-application").await?;
        for path in [
            "/divorce",
            "/divorce/dates",
            "/divorce/dates?accepted=2026-11-20",
            "/book/divorce-application",
            "/book/divorce-withdrawal",
            "/book/divorce-registration",
            "/book/counselling",
            "/book/divorce-application/day",
            "/book/divorce-application/time",
            "/book/divorce-application/first",
        ] {
            visit.phone.visit(path).await?;
            assert_eq!(visit.phone.driver.title().await?, title, "{path}");
            assert_eq!(visit.phone.html("data-mood").await?.as_deref(), Some("calm"), "{path}");
            assert!(visit.phone.lacks(".band, .mark").await, "{path} bears the lattice");
            assert_eq!(visit.phone.text(".leave").await?, leave, "{path}");
            let help = visit.phone.text(".quiet").await?;
            assert!(["110", "12338", "12348"].iter().all(|line| help.contains(line)), "{path}: {help}");
            let answer = visit.web.get(path).send().await?;
            assert_eq!(answer.headers()["cache-control"], "no-store", "{path}");
        }
        visit.phone.close().await?;
    }
    Ok(())
}

/// An application that was accepted on 16 January, looked at on 10 February.
async fn accepted(office: &Office) -> Application {
    let officer = office.officer(registry::staff::Role::Registrar).await;
    let application = Application::accepted(office, officer).await;
    office.at("2026-02-10T09:00:00");
    application
}

impl Visit {
    /// The first of the two, under a receipt, on a day.
    async fn ask_under(&self, service: &str, day: &str, time: &str, receipt: &str) -> Result<(), Trouble> {
        self.phone.visit(&format!("/book/{service}/day?month={}", &day[..7])).await?;
        self.choose_day(day).await?;
        self.choose_time(service, day, time).await?;
        let (name, number) = her();
        self.type_person(name, &number, PHONE).await?;
        self.phone.fill("#receipt-no", receipt).await?;
        self.phone.press(".bar button").await
    }
}

async fn one_alone_withdraws_under_the_receipt(script: Script) -> Result<(), Trouble> {
    let visit = Visit::begin(script).await?;
    accepted(&visit.office).await;
    visit.ask_under("divorce-withdrawal", "2026-02-24", "0900", "").await?;
    assert!(visit.phone.text("#receipt-no-fault").await?.contains("回执"));
    assert!(
        visit.phone.text("main").await?.contains("工作日直接来窗口"),
        "no receipt stands in nobody's way"
    );
    visit.phone.fill("#receipt-no", "ｌｓｌ－２０２６－０００１").await?;
    visit.phone.press(".bar button").await?;
    assert_eq!(visit.phone.text("h1").await?, "核对一下", "one person alone");
    assert!(visit.phone.text(".pairs").await?.contains(RECEIPT));
    visit.phone.press(".bar button").await?;
    assert_eq!(visit.phone.text("h1").await?, "时间已留好");
    visit.phone.close().await
}

async fn both_register_on_a_lawful_day_and_on_no_other(script: Script) -> Result<(), Trouble> {
    let visit = Visit::begin(script).await?;
    accepted(&visit.office).await;
    // The last day of the first thirty still allows a withdrawal and no registration.
    visit.ask_under("divorce-registration", "2026-02-24", "0900", RECEIPT).await?;
    assert_eq!(visit.phone.text("h1").await?, "哪一天来？");
    let told = visit.phone.text(".faults").await?;
    assert!(told.contains("2月25日 星期三 至 3月26日 星期四"), "{told}");
    visit.choose_day("2026-02-25").await?;
    visit.choose_time("divorce-registration", "2026-02-25", "0900").await?;
    assert_eq!(visit.phone.path().await?, "/book/divorce-registration/second", "nothing is typed twice");
    let (name, number) = him();
    visit.give_person(name, &number, "").await?;
    visit.phone.press(".bar button").await?;
    assert_eq!(visit.phone.text("h1").await?, "时间已留好");

    // Nor does it move to a day that is none of theirs.
    let code = visit.code().await?;
    visit.phone.visit(&format!("/b/{code}/move?date=2026-02-24")).await?;
    visit.phone.choose("input[value='divorce-registration-20260224-1000']").await?;
    visit.phone.press(".bar button").await?;
    assert!(visit.phone.text(".faults").await?.contains("2月25日 星期三 至 3月26日 星期四"));
    visit.phone.visit(&format!("/b/{code}/move?date=2026-03-02")).await?;
    visit.phone.choose("input[value='divorce-registration-20260302-1000']").await?;
    visit.phone.press(".bar button").await?;
    assert!(visit.phone.text(".invite").await?.contains("3月2日"));
    assert_eq!(visit.office.miscounted().await, 0);
    visit.phone.close().await
}

async fn any_clash_gives_the_same_neutral_words(script: Script) -> Result<(), Trouble> {
    let visit = Visit::begin(script).await?;
    accepted(&visit.office).await;
    let mut pages = Vec::new();
    // A receipt that isn't there; another's partner; both live already.
    for (receipt, second) in
        [("LSL-2026-0002", him().1), (RECEIPT, hers()), (RECEIPT, him().1), (RECEIPT, him().1)]
    {
        visit.phone.forget_cookies().await?;
        let time = ["0900", "0930", "1000", "1030"][pages.len()];
        visit.ask_under("divorce-registration", "2026-02-25", time, receipt).await?;
        visit.give_person("周怀安", &second, "").await?;
        visit.phone.press(".bar button").await?;
        pages.push(if visit.phone.lacks(".faults").await {
            visit.phone.text("h1").await?
        } else {
            visit.phone.text(".faults").await?
        });
    }
    assert_eq!(pages[2], "时间已留好", "{pages:?}");
    assert!(pages[0].contains(CLASH), "{pages:?}");
    assert_eq!((&pages[1], &pages[3]), (&pages[0], &pages[0]));
    assert_eq!((visit.office.standing().await, visit.office.miscounted().await), (1, 0));
    visit.phone.close().await
}

/// The pages that either of the two, or anybody with their paper, can open, without what differs for every request.
async fn seen(visit: &Visit, paths: &[String]) -> Result<Vec<String>, Trouble> {
    let mut seen = Vec::new();
    for path in paths {
        let (kind, bytes) = visit.fetch(path).await?;
        seen.push(format!("{path} {kind}\n{}", without_nonces(&String::from_utf8(bytes)?)));
    }
    Ok(seen)
}

/// The policy's nonce is drawn anew for every page and stands in several of its attributes.
fn without_nonces(page: &str) -> String {
    let nonce = page.split("nonce=\"").nth(1).and_then(|rest| rest.split('"').next()).unwrap_or_default();
    if nonce.is_empty() { page.to_owned() } else { page.replace(nonce, "") }
}

async fn both_partners_pages_are_the_same_before_and_after_one_withdrew(
    script: Script,
) -> Result<(), Trouble> {
    let visit = Visit::begin(script).await?;
    let application = accepted(&visit.office).await;
    let sheet = application.sheet(&visit.office).await;
    // She has booked the registration for both, he a withdrawal of his own.
    visit.ask_under("divorce-registration", "2026-02-25", "0900", RECEIPT).await?;
    visit.give_person(him().0, &him().1, "").await?;
    visit.phone.press(".bar button").await?;
    let both = visit.code().await?;
    visit.phone.visit("/book/divorce-withdrawal/day?month=2026-02").await?;
    visit.choose_day("2026-02-24").await?;
    visit.choose_time("divorce-withdrawal", "2026-02-24", "0900").await?;
    visit.type_person(him().0, &him().1, PHONE).await?;
    visit.phone.fill("#receipt-no", RECEIPT).await?;
    visit.phone.press(".bar button").await?;
    visit.phone.press(".bar button").await?;
    let own = visit.code().await?;

    let paths = [
        format!("/v/{sheet}"),
        format!("/api/v1/verify/{sheet}"),
        format!("/b/{both}"),
        format!("/b/{both}/move?date=2026-03-02"),
        format!("/b/{both}/cancel"),
        format!("/b/{own}"),
        format!("/b/{both}/calendar.ics"),
        format!("/v/{sheet}?lang=en"),
    ];
    let before = seen(&visit, &paths).await?;
    application.withdrawn(&visit.office).await;
    let after = seen(&visit, &paths).await?;
    for (before, after) in before.iter().zip(&after) {
        assert_eq!(before, after);
    }
    assert!(before[0].contains("是本处出的") && before[2].contains("时间已留好"), "{}", before[2]);
    visit.phone.close().await
}

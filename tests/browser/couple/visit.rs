//! A phone in front of an office whose clock the test moves, and the ways through the booking that every story takes.

use crate::{
    browser::Browser,
    chromium::{Screen, Script},
};
use tests::{
    Trouble,
    office::{Engine, Office, Plan},
    people,
    web::Web,
};

/// The first and the second of couple 1 as they type themselves.
pub const FIRST: &str = "李雷";
pub const SECOND: &str = "韩梅梅";
pub const PHONE: &str = "13800000001";
/// Wednesday, two days ahead of the office's clock.
pub const DAY: &str = "2026-11-25";

pub fn his() -> String {
    people::number("19910203", 1)
}

pub fn hers() -> String {
    people::number("19920305", 2)
}

pub struct Visit {
    pub office: Office,
    pub web: Web,
    pub phone: Browser,
}

impl Visit {
    pub async fn begin(script: Script) -> Result<Self, Trouble> {
        Self::begin_with(Plan::default(), Screen::PHONE, script).await
    }

    pub async fn begin_with(plan: Plan, screen: Screen, script: Script) -> Result<Self, Trouble> {
        let office = plan.open(Engine::Sqlite).await.ok_or("SQLite is always at hand")?;
        let web = Web::open(&office).await;
        let phone = Browser::open_at(&web.address, screen, script).await?;
        Ok(Self { office, web, phone })
    }

    /// From the first page of a service to its times on `date`.
    pub async fn up_to_times(&self, service: &str, date: &str) -> Result<(), Trouble> {
        self.phone.visit(&format!("/book/{service}")).await?;
        self.phone.press(".bar a").await?;
        self.choose_day(date).await
    }

    pub async fn choose_day(&self, date: &str) -> Result<(), Trouble> {
        self.phone.choose(&format!("input[value='{date}']")).await?;
        self.phone.press(".bar button").await
    }

    /// Chooses `time` (`0900`) of the day at hand; the place is kept from here.
    pub async fn choose_time(&self, service: &str, date: &str, time: &str) -> Result<(), Trouble> {
        let slot = format!("{service}-{}-{time}", date.replace('-', ""));
        self.phone.choose(&format!("input[value='{slot}']")).await?;
        self.phone.press(".bar button").await
    }

    /// Up to the form about the first person, with a place kept.
    pub async fn up_to_first(&self, service: &str) -> Result<(), Trouble> {
        self.up_to_times(service, DAY).await?;
        self.choose_time(service, DAY, "0900").await
    }

    /// Types one person. An empty phone leaves that field alone.
    pub async fn type_person(&self, name: &str, number: &str, phone: &str) -> Result<(), Trouble> {
        self.phone.fill("#name", name).await?;
        self.phone.fill("#id-number", number).await?;
        if !phone.is_empty() {
            self.phone.fill("#phone", phone).await?;
        }
        Ok(())
    }

    pub async fn give_person(&self, name: &str, number: &str, phone: &str) -> Result<(), Trouble> {
        self.type_person(name, number, phone).await?;
        self.phone.press(".bar button").await
    }

    /// Both persons, up to the page that shows everything once more.
    pub async fn give_both(&self) -> Result<(), Trouble> {
        self.give_person(FIRST, &his(), PHONE).await?;
        self.give_person(SECOND, &hers(), "").await
    }

    /// A booking that stands, its page open.
    pub async fn book(&self, service: &str) -> Result<(), Trouble> {
        self.up_to_first(service).await?;
        self.give_both().await?;
        self.phone.press(".bar button").await
    }

    /// The code on the page of a booking.
    pub async fn code(&self) -> Result<String, Trouble> {
        Ok(self.phone.text(".invite-code").await?.replace(' ', ""))
    }

    /// This browser's cookies as it sends them.
    pub async fn cookies(&self) -> Result<String, Trouble> {
        let cookies = self.phone.driver.get_all_cookies().await?;
        let cookies = cookies.iter().map(|cookie| format!("{}={}", cookie.name, cookie.value));
        Ok(cookies.collect::<Vec<_>>().join("; "))
    }

    /// What the server gives under `path` to whoever has this browser's cookies: type and bytes.
    pub async fn fetch(&self, path: &str) -> Result<(String, Vec<u8>), Trouble> {
        let answer = self.web.get(path).header("Cookie", self.cookies().await?).send().await?;
        let kind = answer.headers().get("content-type").ok_or("no content type")?.to_str()?.to_owned();
        Ok((kind, answer.error_for_status()?.bytes().await?.to_vec()))
    }
}

//! What the pages of one service have in common: its mood, its title, and how many steps it takes.

use crate::{
    couple::not_found::NotFound,
    ui::{
        lang::{english, t},
        layout::office,
        mood::Mood,
        phone::{Back, Phone},
    },
};
use law::service::{Mood as ServiceMood, Persons, Service};
use leptos::prelude::*;
use leptos_router::hooks::{use_params_map, use_query_map};

/// The mood of a service's pages.
pub fn mood(service: Service) -> Mood {
    match service.mood() {
        ServiceMood::Joy => Mood::Joy,
        ServiceMood::Calm => Mood::Calm,
        ServiceMood::Plain => Mood::Plain,
    }
}

/// Pages that must not tell over a shoulder: neutral title, help lines, the way out.
pub fn is_discreet(service: Service) -> bool {
    service.is_divorce_matter() || service == Service::Counselling
}

/// The title in the browser's tab; the same for everything discreet.
pub fn tab_title(heading: &str, discreet: bool) -> String {
    if discreet {
        return t("登记服务", "Registry").to_owned();
    }
    format!("{heading} · {}", office().name())
}

/// The steps from the day to the check.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    Day,
    Time,
    First,
    Second,
    Check,
}

impl Step {
    /// Which step of how many: a service for one person has four.
    pub fn of(self, service: Service) -> (u8, u8) {
        let all = if service.persons() == Persons::One { 4 } else { 5 };
        let at = match self {
            Self::Day => 1,
            Self::Time => 2,
            Self::First => 3,
            Self::Second => 4,
            Self::Check => all,
        };
        (at, all)
    }
}

/// A page of a service's booking.
#[component]
pub fn ServicePage(
    service: Service,
    heading: &'static str,
    step: Step,
    back: String,
    #[prop(optional_no_strip)] hold: Option<AnyView>,
    #[prop(optional_no_strip)] bar: Option<AnyView>,
    children: Children,
) -> impl IntoView {
    let discreet = is_discreet(service);
    view! {
        <Phone
            title=tab_title(heading, discreet)
            mood=mood(service)
            back=Some(Back::step(back))
            step=Some(step.of(service))
            hold=hold
            bar=bar
            discreet
        >
            <h1>{heading}</h1>
            {children()}
        </Phone>
    }
}

/// The service that the address names, for `show`; an unknown one is no page.
pub fn with_service<V: IntoView + 'static>(show: impl Fn(Service) -> V) -> AnyView {
    let named = use_params_map().with_untracked(|params| params.get("service"));
    match named.as_deref().and_then(Service::parse).filter(|service| *service != Service::Ceremony) {
        Some(service) => show(service).into_any(),
        None => view! { <NotFound /> }.into_any(),
    }
}

/// A part of the address's path.
pub fn part(name: &str) -> String {
    use_params_map().with_untracked(|params| params.get(name)).unwrap_or_default()
}

/// A part of the address's query.
pub fn asked(name: &str) -> Option<String> {
    use_query_map().with_untracked(|query| query.get(name)).filter(|value| !value.is_empty())
}

/// `2026-12` as the first of that month.
pub fn asked_month() -> Option<chrono::NaiveDate> {
    asked("month")?.parse::<YearMonth>().ok().map(|month| month.0)
}

struct YearMonth(chrono::NaiveDate);

impl std::str::FromStr for YearMonth {
    type Err = chrono::ParseError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        chrono::NaiveDate::parse_from_str(&format!("{text}-01"), "%Y-%m-%d").map(Self)
    }
}

/// 「2月」, "February"; with the year where it is another one.
pub fn month_words(month: chrono::NaiveDate, today: chrono::NaiveDate) -> String {
    use chrono::Datelike;
    if english() {
        let day = law::words::day(month, today.year(), law::Lang::En);
        // "1 February 2027" without its first word.
        return day.split_once(' ').map_or(day.clone(), |(_, rest)| rest.to_owned());
    }
    if month.year() == today.year() {
        format!("{}月", month.month())
    } else {
        format!("{}年{}月", month.year(), month.month())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_service_for_one_person_has_no_fourth_form() {
        assert_eq!(Step::Check.of(Service::Marriage), (5, 5));
        assert_eq!(Step::Check.of(Service::Records), (4, 4));
        assert_eq!(Step::First.of(Service::Records), (3, 4));
    }

    #[test]
    fn every_divorce_matter_and_counselling_is_discreet_and_nothing_else() {
        let discreet: Vec<_> = Service::ALL.iter().filter(|service| is_discreet(**service)).collect();
        assert_eq!(
            discreet,
            [
                &Service::DivorceApplication,
                &Service::DivorceWithdrawal,
                &Service::DivorceRegistration,
                &Service::Counselling
            ]
        );
    }
}

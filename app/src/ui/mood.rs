//! Which mood and which kind of screen a page has; the server writes both into `<html>` (UX §2.1).

use leptos::prelude::*;
use leptos_meta::Html;
use leptos_router::hooks::use_location;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mood {
    Joy,
    Calm,
    Plain,
}

impl Mood {
    /// Joy for marriage and ceremonies, calm for divorce matters and counselling, plain for all else. The touch
    /// screen and the call display stay plain whatever the service: colour would tell bystanders.
    pub fn of_path(path: &str) -> Self {
        let mut parts = path.trim_start_matches('/').split('/');
        match (parts.next().unwrap_or_default(), parts.next().unwrap_or_default()) {
            ("book", "marriage" | "ceremony") | ("ceremonies", _) => Self::Joy,
            ("book", service) if service.starts_with("divorce-") || service == "counselling" => Self::Calm,
            ("divorce" | "counselling", _) => Self::Calm,
            _ => Self::Plain,
        }
    }

    pub fn name(self) -> &'static str {
        match self {
            Self::Joy => "joy",
            Self::Calm => "calm",
            Self::Plain => "plain",
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Surface {
    Phone,
    Kiosk,
    Display,
    Desk,
}

impl Surface {
    pub fn of_path(path: &str) -> Self {
        match path.trim_start_matches('/').split('/').next().unwrap_or_default() {
            "kiosk" => Self::Kiosk,
            "hall" => Self::Display,
            "counter" | "office" => Self::Desk,
            _ => Self::Phone,
        }
    }

    pub fn name(self) -> &'static str {
        match self {
            Self::Phone => "phone",
            Self::Kiosk => "kiosk",
            Self::Display => "display",
            Self::Desk => "desk",
        }
    }
}

/// Writes into `<html>` the mood and the kind of screen that the path says.
#[component]
pub fn Surroundings() -> impl IntoView {
    let path = use_location().pathname;
    view! {
        <Html
            {..}
            data-mood=move || Mood::of_path(&path.read()).name()
            data-surface=move || Surface::of_path(&path.read()).name()
        />
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn divorce_is_calm_on_every_page_and_marriage_is_joy() {
        for path in [
            "/book/divorce-application",
            "/book/divorce-withdrawal/time",
            "/divorce/dates",
            "/book/counselling",
        ] {
            assert_eq!(Mood::of_path(path), Mood::Calm, "{path}");
        }
        for path in ["/book/marriage", "/book/marriage/first", "/ceremonies", "/ceremonies/7"] {
            assert_eq!(Mood::of_path(path), Mood::Joy, "{path}");
        }
    }

    #[test]
    fn home_manage_and_the_public_screens_never_change_colour() {
        for path in ["/", "/b/12345678", "/kiosk", "/hall", "/counter", "/office", "/book/reissue-marriage"] {
            assert_eq!(Mood::of_path(path), Mood::Plain, "{path}");
        }
    }
}

//! The icons: 24 units, stroke 1.75, round joins, no fill, always beside a word (UX §2.6).

use leptos::prelude::*;

/// The whole set. Nothing sentimental is in it on purpose.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Icon {
    Calendar,
    Clock,
    TwoPersons,
    Person,
    IdCard,
    Paper,
    Ticket,
    Printer,
    Loudspeaker,
    TextSize,
    Hand,
    Leave,
    Shield,
    Lantern,
    Copy,
    Tick,
    Cross,
    Next,
    Previous,
    Down,
}

impl Icon {
    const fn path(self) -> &'static str {
        match self {
            Self::Calendar => {
                "M5.5 5.5h13a2 2 0 0 1 2 2v11a2 2 0 0 1-2 2h-13a2 2 0 0 1-2-2v-11a2 2 0 0 1 2-2zM3.5 10h17M8 3.5v4M16 3.5v4\
                 M8 13.7v.1M12 13.7v.1M16 13.7v.1M8 17v.1M12 17v.1"
            }
            Self::Clock => "M12 3.5a8.5 8.5 0 1 1 0 17a8.5 8.5 0 1 1 0-17zM12 7.5V12l3 2",
            Self::TwoPersons => {
                "M8.5 5a3.25 3.25 0 1 1 0 6.5a3.25 3.25 0 1 1 0-6.5zM2.5 19.5v-1c0-2.6 2-4.2 4.6-4.2h2.8c2.6 0 4.6 1.6 4.6 4.2v1\
                 M17 6.6a2.9 2.9 0 1 1 0 5.8a2.9 2.9 0 0 1-1.6-.5M16.6 15h1c2.3 0 3.9 1.5 3.9 3.6v.9"
            }
            Self::Person => {
                "M12 4a3.75 3.75 0 1 1 0 7.5a3.75 3.75 0 1 1 0-7.5zM4.5 20v-1c0-2.7 2.2-4.5 4.9-4.5h5.2c2.7 0 4.9 1.8 4.9 4.5v1"
            }
            Self::IdCard => {
                "M4.5 5.5h15a1.5 1.5 0 0 1 1.5 1.5v10a1.5 1.5 0 0 1-1.5 1.5h-15A1.5 1.5 0 0 1 3 17V7a1.5 1.5 0 0 1 1.5-1.5z\
                 M8.5 8.8a1.7 1.7 0 1 1 0 3.4a1.7 1.7 0 1 1 0-3.4zM5.8 15.7c.3-1.2 1.2-1.8 2.7-1.8s2.4.6 2.7 1.8M14 10h4M14 14h4"
            }
            Self::Paper => {
                "M14 3.5H7A1.5 1.5 0 0 0 5.5 5v14A1.5 1.5 0 0 0 7 20.5h10a1.5 1.5 0 0 0 1.5-1.5V8zM14 3.5V8h4.5M9 12.5h6M9 16h6"
            }
            Self::Ticket => {
                "M3.5 6.5h17v3.6a2 2 0 0 0 0 3.8v3.6h-17v-3.6a2 2 0 0 0 0-3.8zM14.5 6.5v1.8M14.5 11.1v1.8M14.5 15.7v1.8"
            }
            Self::Printer => {
                "M7 8.5v-5h10v5M7 17H5a1.5 1.5 0 0 1-1.5-1.5V10A1.5 1.5 0 0 1 5 8.5h14a1.5 1.5 0 0 1 1.5 1.5v5.5A1.5 1.5 0 0 1 19 17h-2\
                 M7 14h10v6.5H7z"
            }
            Self::Loudspeaker => {
                "M4 9.5v5h3.5L12.5 19V5L7.5 9.5zM15.5 9.2a4 4 0 0 1 0 5.6M18 6.5a7.8 7.8 0 0 1 0 11"
            }
            Self::TextSize => "M2.5 18.5L7.8 5.5l5.3 13M4.3 14h7M14.5 18.5l3.4-8l3.6 8M15.7 15.8h4.6",
            Self::Hand => {
                "M7.5 13V6.2a1.4 1.4 0 0 1 2.8 0V11M10.3 10.5V4.9a1.4 1.4 0 0 1 2.8 0v5.6M13.1 10.5V5.8a1.4 1.4 0 0 1 2.8 0V12\
                 M15.9 11V8.4a1.4 1.4 0 0 1 2.8 0V14c0 4-2.4 6.5-6 6.5c-3 0-4.4-1.4-5.6-3.6l-2.3-4.1c-.8-1.6 1.2-2.7 2.2-1.4l.5.7"
            }
            Self::Leave => {
                "M13.5 4H6.5A1.5 1.5 0 0 0 5 5.5v13A1.5 1.5 0 0 0 6.5 20h7M10 12h10.5M17 8.5l3.5 3.5l-3.5 3.5"
            }
            Self::Shield => "M12 3.5l7 2.5v5.5c0 4.3-2.8 7.4-7 9c-4.2-1.6-7-4.7-7-9V6z",
            Self::Lantern => {
                "M12 2.5v2.6M9.5 5.1h5M9 5.1C6.3 6.2 5 8.1 5 10.5s1.3 4.3 4 5.4h6c2.7-1.1 4-3 4-5.4s-1.3-4.3-4-5.4z\
                 M12 5.1v10.8M9.5 15.9h5M10.5 15.9v4.6M13.5 15.9v4.6"
            }
            Self::Copy => {
                "M9 8.5h9.5A1.5 1.5 0 0 1 20 10v9a1.5 1.5 0 0 1-1.5 1.5H10A1.5 1.5 0 0 1 8.5 19V9M8.5 15.5h-3A1.5 1.5 0 0 1 4 14V5\
                 a1.5 1.5 0 0 1 1.5-1.5H14A1.5 1.5 0 0 1 15.5 5v3.5"
            }
            Self::Tick => "M3.5 12.5l6 6l11-12.5",
            Self::Cross => "M5.5 5.5l13 13M18.5 5.5l-13 13",
            Self::Next => "M9 4.5l7.5 7.5L9 19.5",
            Self::Previous => "M15 4.5L7.5 12l7.5 7.5",
            Self::Down => "M4.5 8.5l7.5 7.5l7.5-7.5",
        }
    }
}

/// An icon. `class` adds to `icon`: `is-large`, `is-chevron`.
#[component]
pub fn Draw(icon: Icon, #[prop(optional)] class: &'static str) -> impl IntoView {
    view! {
        <svg class=format!("icon {class}") viewBox="0 0 24 24" aria-hidden="true" focusable="false">
            <path d=icon.path() />
        </svg>
    }
}

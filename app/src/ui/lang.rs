//! The two languages of the screens. Chinese is the first; English is what `?lang=en` shows.

use leptos::prelude::use_context;

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Lang {
    #[default]
    Chinese,
    English,
}

impl Lang {
    /// The language of the page at hand: the address says it (`?lang=en`), else the cookie that the server set
    /// when the address last said it. An island reads what the server wrote, so that both say the same.
    pub fn here() -> Self {
        #[cfg(feature = "ssr")]
        let said = super::request::query("lang").or_else(|| super::request::cookie("lang"));
        #[cfg(not(feature = "ssr"))]
        let said = super::request::html_attribute("lang");
        said.and_then(|said| Self::parse(&said)).unwrap_or_default()
    }

    /// Takes `zh`, `en` and the tags that stand in `<html lang>`.
    pub fn parse(said: &str) -> Option<Self> {
        match said {
            "zh" | "zh-CN" => Some(Self::Chinese),
            "en" => Some(Self::English),
            _ => None,
        }
    }

    /// The BCP 47 tag for `<html lang>`.
    pub fn tag(self) -> &'static str {
        match self {
            Self::Chinese => "zh-CN",
            Self::English => "en",
        }
    }

    pub fn pick<T>(self, chinese: T, english: T) -> T {
        match self {
            Self::Chinese => chinese,
            Self::English => english,
        }
    }
}

impl From<Lang> for law::Lang {
    fn from(lang: Lang) -> Self {
        lang.pick(Self::Zh, Self::En)
    }
}

/// The language of this page.
pub fn here() -> Lang {
    use_context::<Lang>().unwrap_or_else(Lang::here)
}

/// The language of this page, as `law` asks for it.
pub fn law_lang() -> law::Lang {
    here().into()
}

/// Whether this page is in English.
pub fn english() -> bool {
    here() == Lang::English
}

/// The words of the page's language, both written where they are used.
pub fn t(chinese: &'static str, english: &'static str) -> &'static str {
    here().pick(chinese, english)
}

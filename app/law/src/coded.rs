//! Closed sets with a stable code, and refusals that also carry a sentence in both languages. Code and
//! sentence stand in the one line that declares the variant, so that none can lack its words.

use crate::Lang;

/// What every refusal has: a stable code for machines and one plain sentence for people.
pub trait Worded: Copy + Sized + 'static {
    /// Every variant, in the order of declaration.
    const ALL: &'static [Self];

    /// The snake_case code that JSON, URLs and logs carry.
    fn code(self) -> &'static str;

    /// One sentence that ends with what would work.
    fn words(self, lang: Lang) -> &'static str;
}

/// Declares a closed set: `Variant = "code"`. Gives `ALL`, `as_str`, `parse`, `Display` and serde by code.
macro_rules! named {
    ($(#[$meta:meta])* pub enum $name:ident { $($(#[$note:meta])* $variant:ident = $code:literal,)+ }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
        pub enum $name { $($(#[$note])* #[serde(rename = $code)] $variant,)+ }

        impl $name {
            /// Every variant, in the order of declaration.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The stable name used in JSON, URLs, SQL and logs.
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $code,)+ }
            }

            /// The variant of that stable name; `None` for any other text.
            pub fn parse(text: &str) -> Option<Self> {
                match text { $($code => Some(Self::$variant),)+ _ => None }
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(self.as_str())
            }
        }
    };
}

/// Declares refusals: `Variant = "code": "中文", "English";`. Gives `ALL`, `code`, `words`, `parse`, `Display`.
macro_rules! worded {
    ($(#[$meta:meta])* pub enum $name:ident {
        $($(#[$note:meta])* $variant:ident = $code:literal: $zh:literal, $en:literal;)+
    }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
        pub enum $name { $($(#[$note])* #[serde(rename = $code)] $variant,)+ }

        impl $name {
            /// Every variant, in the order of declaration.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The stable snake_case code.
            pub const fn code(self) -> &'static str {
                match self { $(Self::$variant => $code,)+ }
            }

            /// One plain sentence that ends with what would work.
            pub const fn words(self, lang: $crate::Lang) -> &'static str {
                match self { $(Self::$variant => lang.pick($zh, $en),)+ }
            }

            /// The variant of that code; `None` for any other text.
            pub fn parse(code: &str) -> Option<Self> {
                match code { $($code => Some(Self::$variant),)+ _ => None }
            }
        }

        impl $crate::Worded for $name {
            const ALL: &'static [Self] = $name::ALL;
            fn code(self) -> &'static str { $name::code(self) }
            fn words(self, lang: $crate::Lang) -> &'static str { $name::words(self, lang) }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(self.code())
            }
        }

        impl std::error::Error for $name {}
    };
}

pub(crate) use {named, worded};

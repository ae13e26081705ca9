//! The HTML around every page: `<html>` with language, mood and text size, the style sheet, the scripts.

use crate::{
    couple::Couple,
    house::House,
    ui::{elder::Elder, lang::Lang},
};
use leptos::{config::LeptosOptions, prelude::*};
use leptos_meta::MetaTags;

/// The document of a couple's page.
pub fn couple(options: LeptosOptions) -> impl IntoView {
    document(options, view! { <Couple /> })
}

/// The document of a page of the house.
pub fn house(options: LeptosOptions) -> impl IntoView {
    document(options, view! { <House /> })
}

/// Mood and surface are filled in by [`crate::ui::mood::Surroundings`], which knows the path.
fn document(options: LeptosOptions, app: impl IntoView + 'static) -> impl IntoView {
    let packed = format!("/{}", options.site_pkg_dir);
    view! {
        <!DOCTYPE html>
        <html lang=Lang::here().tag() data-elder=Elder::here().attribute()>
            <head>
                <meta charset="utf-8" />
                <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
                <meta name="format-detection" content="telephone=no" />
                <link rel="icon" type="image/svg+xml" href=format!("{packed}/mark.svg") />
                <link rel="stylesheet" href=format!("{packed}/hall.css") />
                <HydrationScripts options islands=true />
                <MetaTags />
            </head>
            <body>{app}</body>
        </html>
    }
}

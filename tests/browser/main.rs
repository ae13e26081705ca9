//! The screens in a real browser, with and without script. Any console error fails the test.

mod browser;
mod chromium;
mod counter;
mod couple;
mod divorce;
mod first_pages;
mod hand;
mod idle;
mod office;
mod reissue;

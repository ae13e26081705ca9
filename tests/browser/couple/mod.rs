//! The couple's pages as a couple meets them, on a phone, with script and without.

mod divorce;
mod faults;
mod looks;
mod marriage;
mod names;
mod places;
mod slip;
mod stale;
mod visit;
mod waiting;

/// Tells each story twice: `with_and_without_script![a_story]` makes `with_script::a_story` and `without::a_story`.
macro_rules! with_and_without_script {
    ($($story:ident),+ $(,)?) => {
        mod with_script {
            $(#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn $story() -> Result<(), tests::Trouble> {
                super::$story($crate::chromium::Script::On).await
            })+
        }

        mod without {
            $(#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn $story() -> Result<(), tests::Trouble> {
                super::$story($crate::chromium::Script::Off).await
            })+
        }
    };
}
use with_and_without_script;

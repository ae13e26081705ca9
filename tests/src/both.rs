//! One story, told on both engines.

/// Runs each story on both engines: `on_both_engines![a_story]` makes `sqlite::a_story` and `postgres::a_story`.
#[macro_export]
macro_rules! on_both_engines {
    ($($story:ident $(with $plan:ident)?),+ $(,)?) => {
        mod sqlite {
            use $crate::office::{Engine, Plan};
            $(#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn $story() {
                let plan = Plan::default();
                $(let plan = super::$plan(plan);)?
                let office = plan.open(Engine::Sqlite).await.expect("SQLite is always at hand");
                super::$story(office).await;
            })+
        }

        mod postgres {
            use $crate::office::{Engine, Plan};
            $(#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn $story() {
                let plan = Plan::default();
                $(let plan = super::$plan(plan);)?
                match plan.open(Engine::Postgres).await {
                    Some(office) => super::$story(office).await,
                    None => eprintln!("left out: HALL_TEST_POSTGRES names no cluster"),
                }
            })+
        }
    };
}

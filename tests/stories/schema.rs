//! Both migrations make the same tables: same columns, the same kinds of value, required where the other requires.

use sqlx::{Connection, PgConnection, Row, SqliteConnection};
use std::collections::BTreeMap;
use tests::office::{Engine, Office};

/// Column by table and name: its kind, and whether it may be empty.
type Columns = BTreeMap<(String, String), (String, bool)>;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn both_engines_have_the_same_tables() {
    let sqlite = Office::open(Engine::Sqlite).await.expect("SQLite is always at hand");
    let Some(postgres) = Office::open(Engine::Postgres).await else {
        eprintln!("left out: HALL_TEST_POSTGRES names no cluster");
        return;
    };
    let (sqlite, postgres) = (of_sqlite(&sqlite).await, of_postgres(&postgres).await);
    assert!(sqlite.len() > 100, "{} columns were read", sqlite.len());
    for (column, kind) in &sqlite {
        assert_eq!(Some(kind), postgres.get(column), "{column:?}");
    }
    for column in postgres.keys() {
        assert!(sqlite.contains_key(column), "{column:?} is missing in SQLite");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn both_engines_have_the_same_indexes() {
    let sqlite = Office::open(Engine::Sqlite).await.expect("SQLite is always at hand");
    let Some(postgres) = Office::open(Engine::Postgres).await else {
        eprintln!("left out: HALL_TEST_POSTGRES names no cluster");
        return;
    };
    let mut connection = sqlite_of(&sqlite).await;
    let own: Vec<String> = sqlx::query_scalar(
        "SELECT name FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL ORDER BY name",
    )
    .fetch_all(&mut connection)
    .await
    .expect("indexes");
    let mut connection = postgres_of(&postgres).await;
    let other: Vec<String> = sqlx::query_scalar(
        "SELECT indexname FROM pg_indexes
          WHERE schemaname = 'public' AND indexname NOT IN (SELECT conname FROM pg_constraint)
          ORDER BY indexname COLLATE \"C\"",
    )
    .fetch_all(&mut connection)
    .await
    .expect("indexes");
    assert_eq!(own, other);
}

async fn sqlite_of(office: &Office) -> SqliteConnection {
    SqliteConnection::connect(&office.address).await.expect("a connection")
}

async fn postgres_of(office: &Office) -> PgConnection {
    PgConnection::connect(&office.address).await.expect("a connection")
}

async fn of_sqlite(office: &Office) -> Columns {
    let rows = sqlx::query(
        "SELECT tables.name AS of, columns.name, lower(columns.type) AS kind,
                columns.\"notnull\" = 0 AND columns.pk = 0 AS optional
           FROM sqlite_master AS tables, pragma_table_info(tables.name) AS columns
          WHERE tables.type = 'table' AND tables.name NOT LIKE 'sqlite_%' AND tables.name NOT LIKE '_sqlx%'",
    )
    .fetch_all(&mut sqlite_of(office).await)
    .await
    .expect("columns");
    rows.iter().map(|row| ((row.get(0), row.get(1)), (row.get(2), row.get(3)))).collect()
}

async fn of_postgres(office: &Office) -> Columns {
    let rows = sqlx::query(
        "SELECT table_name::text, column_name::text, data_type::text, is_nullable = 'YES'
           FROM information_schema.columns
          WHERE table_schema = 'public' AND table_name NOT LIKE '\\_sqlx%'",
    )
    .fetch_all(&mut postgres_of(office).await)
    .await
    .expect("columns");
    let column = |row: &sqlx::postgres::PgRow| {
        let kind: String = row.get(2);
        ((row.get(0), row.get(1)), (as_in_sqlite(&kind).to_owned(), row.get(3)))
    };
    rows.iter().map(column).collect()
}

/// What sqlx binds alike on both engines.
fn as_in_sqlite(kind: &str) -> &str {
    match kind {
        "uuid" | "bytea" => "blob",
        "timestamp with time zone" => "datetime",
        "time without time zone" => "time",
        "text" | "bigint" | "date" | "boolean" | "double precision" => kind,
        other => panic!("a column of kind {other}: say here what SQLite calls it"),
    }
}

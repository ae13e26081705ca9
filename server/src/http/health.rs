//! Whether the program is alive.

/// `GET /healthz`: the process answers. Says nothing about the database.
pub async fn live() -> &'static str {
    "ok\n"
}

//! Every key of the settings file can be given in the environment instead.

use super::SettingsError;
use toml::{Table, Value};

/// How the text of a variable is read.
#[derive(Clone, Copy)]
enum Kind {
    Text,
    Flag,
    /// Separated by commas.
    List,
}

const KEYS: [(&str, &str, Kind); 17] = [
    ("listen", "HALL_LISTEN", Kind::Text),
    ("data", "HALL_DATA", Kind::Text),
    ("database_url", "DATABASE_URL", Kind::Text),
    ("public_url", "HALL_PUBLIC_URL", Kind::Text),
    ("office", "HALL_OFFICE", Kind::Text),
    ("office_name", "HALL_OFFICE_NAME", Kind::Text),
    ("office_name_en", "HALL_OFFICE_NAME_EN", Kind::Text),
    ("office_phone", "HALL_OFFICE_PHONE", Kind::Text),
    ("office_address", "HALL_OFFICE_ADDRESS", Kind::Text),
    ("record_system", "HALL_RECORD_SYSTEM", Kind::Text),
    ("foreign_related", "HALL_FOREIGN_RELATED", Kind::Flag),
    ("insecure", "HALL_INSECURE", Kind::Flag),
    ("tls_cert", "HALL_TLS_CERT", Kind::Text),
    ("tls_key", "HALL_TLS_KEY", Kind::Text),
    ("trusted_proxies", "HALL_TRUSTED_PROXIES", Kind::List),
    ("log", "HALL_LOG", Kind::Text),
    ("log_format", "HALL_LOG_FORMAT", Kind::Text),
];

/// Lays what the environment says over what the file says. An empty variable says nothing.
pub fn lay_over(table: &mut Table, env: impl Fn(&str) -> Option<String>) -> Result<(), SettingsError> {
    for (key, name, kind) in KEYS {
        let Some(text) = env(name).filter(|text| !text.is_empty()) else { continue };
        let value = match kind {
            Kind::Text => Value::String(text),
            Kind::Flag => match text.as_str() {
                "true" | "1" => Value::Boolean(true),
                "false" | "0" => Value::Boolean(false),
                _ => return Err(SettingsError::Wrong(format!("{name} must be true or false"))),
            },
            Kind::List => {
                Value::Array(text.split(',').map(|item| Value::String(item.trim().to_owned())).collect())
            }
        };
        table.insert(key.to_owned(), value);
    }
    Ok(())
}

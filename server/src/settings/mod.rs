//! What an office can set: `hall.toml`, each key also in the environment. Unknown keys are refused.

mod check;
mod environment;

use serde::Deserialize;
use std::{
    net::{IpAddr, Ipv4Addr, SocketAddr},
    path::{Path, PathBuf},
};

/// The commented default, as `server config` prints it.
pub const DEFAULT: &str = include_str!("default.toml");

/// Typed and checked. No `Debug`: the database's address may hold a password.
#[derive(Clone, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Settings {
    pub listen: SocketAddr,
    pub data: PathBuf,
    /// `sqlite:…` or `postgres://…`; without it a SQLite file in `data`.
    pub database_url: Option<String>,
    /// Scheme and host that people type, without a slash at the end; without it `http://{listen}`.
    pub public_url: Option<String>,
    pub office: String,
    pub office_name: String,
    pub office_name_en: String,
    pub office_phone: String,
    pub office_address: String,
    pub record_system: RecordSystem,
    /// Whether this office registers marriages with a foreign resident.
    pub foreign_related: bool,
    pub insecure: bool,
    pub tls_cert: Option<PathBuf>,
    pub tls_key: Option<PathBuf>,
    /// Whose `X-Forwarded-For` is believed.
    pub trusted_proxies: Vec<IpAddr>,
    pub log: String,
    pub log_format: LogFormat,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum RecordSystem {
    /// Numbers are typed in from the ministry's system, which stays the system of record.
    National,
    /// Numbers are allocated here: demo and training only.
    Own,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum LogFormat {
    Text,
    Json,
}

#[derive(Debug, thiserror::Error)]
pub enum SettingsError {
    #[error("the settings file {0} can't be read: {1}")]
    Unreadable(PathBuf, std::io::Error),
    #[error("the settings are wrong: {0}")]
    Wrong(String),
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            listen: SocketAddr::from((Ipv4Addr::LOCALHOST, 3000)),
            data: PathBuf::from("./var"),
            database_url: None,
            public_url: None,
            office: "370126".to_owned(),
            office_name: "商河县婚姻登记处".to_owned(),
            office_name_en: "Shanghe County Marriage Registry".to_owned(),
            office_phone: String::new(),
            office_address: String::new(),
            record_system: RecordSystem::National,
            foreign_related: false,
            insecure: false,
            tls_cert: None,
            tls_key: None,
            trusted_proxies: Vec::new(),
            log: "info".to_owned(),
            log_format: LogFormat::Text,
        }
    }
}

impl Settings {
    /// Reads the named file, or `hall.toml` if there is one, then the environment, which wins.
    pub fn load(named: Option<&Path>) -> Result<Self, SettingsError> {
        let path = named.unwrap_or(Path::new("hall.toml"));
        let text = match std::fs::read_to_string(path) {
            Ok(text) => text,
            Err(why) if named.is_none() && why.kind() == std::io::ErrorKind::NotFound => String::new(),
            Err(why) => return Err(SettingsError::Unreadable(path.to_owned(), why)),
        };
        Self::read(&text, |name| std::env::var(name).ok())
    }

    /// The same from texts, so that a test needs neither file nor environment.
    pub fn read(text: &str, env: impl Fn(&str) -> Option<String>) -> Result<Self, SettingsError> {
        let mut table: toml::Table = toml::from_str(text).map_err(wrong)?;
        environment::lay_over(&mut table, env)?;
        let settings: Self = table.try_into().map_err(wrong)?;
        check::check(&settings)?;
        Ok(settings)
    }

    /// Scheme and host as the public sees them, without a slash at the end.
    pub fn origin(&self) -> String {
        match &self.public_url {
            Some(url) => url.trim_end_matches('/').to_owned(),
            None if self.tls_cert.is_some() => format!("https://{}", self.listen),
            None => format!("http://{}", self.listen),
        }
    }

    /// Whether people reach us over HTTPS, so that cookies may be `Secure`.
    pub fn is_https(&self) -> bool {
        self.origin().starts_with("https://")
    }
}

fn wrong(why: toml::de::Error) -> SettingsError {
    SettingsError::Wrong(why.to_string().trim_end().to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Result<Settings, SettingsError> {
        Settings::read(text, |_| None)
    }

    fn refusal(text: &str) -> String {
        read(text).err().map(|why| why.to_string()).unwrap_or_default()
    }

    #[test]
    fn the_printed_default_is_the_default() {
        let commented = read(DEFAULT).unwrap();
        let uncommented: String = DEFAULT
            .lines()
            .map(|line| line.strip_prefix("#: ").unwrap_or(line))
            .collect::<Vec<_>>()
            .join("\n");
        let spelled = read(&uncommented).unwrap();
        for settings in [commented, spelled] {
            let default = Settings::default();
            assert_eq!(settings.listen, default.listen);
            assert_eq!(settings.data, default.data);
            assert_eq!(settings.office_name, default.office_name);
            assert_eq!(settings.record_system, RecordSystem::National);
            assert!(!settings.foreign_related && !settings.insecure);
        }
    }

    #[test]
    fn an_unknown_key_is_named_in_the_refusal() {
        assert!(refusal("listne = \"127.0.0.1:1\"").contains("listne"));
    }

    #[test]
    fn the_environment_wins_over_the_file() {
        let env = |name: &str| (name == "HALL_LISTEN").then(|| "127.0.0.1:4000".to_owned());
        let settings = Settings::read("listen = \"127.0.0.1:1\"", env).unwrap();
        assert_eq!(settings.listen.port(), 4000);
    }

    #[test]
    fn plain_http_to_the_world_is_refused_unless_said_or_behind_a_proxy() {
        assert!(refusal("listen = \"0.0.0.0:80\"").contains("insecure"));
        assert!(read("listen = \"0.0.0.0:80\"\ninsecure = true").is_ok());
        assert!(read("listen = \"0.0.0.0:80\"\ntrusted_proxies = [\"10.0.0.2\"]").is_ok());
        assert!(read("listen = \"0.0.0.0:443\"\ntls_cert = \"c\"\ntls_key = \"k\"").is_ok());
    }

    #[test]
    fn a_certificate_without_its_key_is_refused() {
        assert!(refusal("tls_cert = \"c\"").contains("tls_key"));
    }

    #[test]
    fn an_office_is_six_digits() {
        assert!(refusal("office = \"37012\"").contains("office"));
    }
}

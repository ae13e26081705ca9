//! What the types can't say: settings that contradict each other or open a door by mistake.

use super::{Settings, SettingsError};

pub fn check(settings: &Settings) -> Result<(), SettingsError> {
    let wrong = |why: &str| Err(SettingsError::Wrong(why.to_owned()));
    if settings.office.len() != 6 || !settings.office.bytes().all(|digit| digit.is_ascii_digit()) {
        return wrong("office must be the six digits of the registry, such as \"370126\"");
    }
    match (&settings.tls_cert, &settings.tls_key) {
        (Some(_), None) => return wrong("tls_cert needs tls_key beside it"),
        (None, Some(_)) => return wrong("tls_key needs tls_cert beside it"),
        // Identity numbers travel here: plain HTTP leaves the machine only when someone has said so.
        (None, None)
            if !settings.listen.ip().is_loopback()
                && !settings.insecure
                && settings.trusted_proxies.is_empty() =>
        {
            return wrong(
                "listen is open to other machines without HTTPS: set tls_cert and tls_key, or trusted_proxies \
                 for a proxy that does HTTPS, or insecure = true for a trial",
            );
        }
        (None, None) | (Some(_), Some(_)) => {}
    }
    if let Some(url) = &settings.public_url {
        let host = url.strip_prefix("https://").or_else(|| url.strip_prefix("http://"));
        if !host.is_some_and(|host| !host.is_empty() && !host.trim_end_matches('/').contains('/')) {
            return wrong("public_url must be a scheme and a host, such as \"https://hall.example.cn\"");
        }
    }
    if let Some(url) = &settings.database_url
        && !["sqlite:", "postgres://", "postgresql://"].iter().any(|scheme| url.starts_with(scheme))
    {
        return wrong("database_url must begin with sqlite: or postgres://");
    }
    Ok(())
}

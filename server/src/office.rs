//! Opens the office for a command: data folder, keys, store, clock, fonts, registry. Whatever is missing is made.

use crate::{
    commands::Refused,
    settings::{self, Settings},
};
use chrono::{DateTime, Utc};
use papers::{Fonts, Press};
use registry::office::Office;
use registry::{Clock, RecordSystem, Registry, Terms, store::Store, store::queries::office, vault::Vault};
use std::{os::unix::fs::DirBuilderExt, path::PathBuf, sync::Arc};

/// What somebody wants the office for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Purpose {
    /// Serve the public: never a database with invented people and known passwords.
    Serve,
    /// Show the hall: only a database that is empty or has been for show from its first day.
    Demo,
    /// One command, on whichever database it is.
    Command,
}

/// An office that is open.
#[derive(Clone)]
pub struct Opened {
    pub registry: Registry,
    pub press: Arc<Press>,
    /// Whether its people are invented.
    pub demo: bool,
}

impl Opened {
    /// Says plainly at start which fonts are missing: without the main ones no paper can be printed.
    pub fn tell_of_fonts(&self) {
        match self.press.fonts().check() {
            Ok(missing) if missing.is_empty() => {}
            Ok(missing) => {
                tracing::warn!(?missing, "some rare characters can't be printed: install fonts-hanazono");
            }
            Err(error) => tracing::error!(%error, "no paper can be printed"),
        }
    }
}

/// The mark of a database for show.
const DEMO: &str = "demo";

/// Opens it. Refusals: a database for another purpose, a wrong `HALL_NOW`, keys or a store that can't be opened.
pub async fn open(settings: &Settings, purpose: Purpose) -> Result<Opened, Refused> {
    make_folder(settings)?;
    let vault = Vault::open(&key_file(settings))?;
    let store = Store::open(&address(settings)).await?;
    let marked = office::meta(&mut store.read().await?, DEMO).await?.is_some();
    if purpose == Purpose::Serve && marked {
        return Err(Refused::Because(
            "this database holds the demonstration, with passwords that everyone knows: use `serve --demo`, or \
             another data folder (HALL_DATA)"
                .to_owned(),
        ));
    }
    let demo = marked || purpose == Purpose::Demo;
    let clock = clock(std::env::var("HALL_NOW").ok().as_deref(), demo)?;
    let press = Arc::new(Press::new(Fonts::default()));
    let terms = terms(settings, demo, &press);
    let registry = Registry::open_as(store, vault, clock, terms, &first_office(settings, demo)).await?;
    Ok(Opened { registry, press, demo })
}

/// Whether a database is for show.
pub async fn is_demo(registry: &Registry) -> Result<bool, Refused> {
    Ok(office::meta(&mut registry.store().read().await?, DEMO).await?.is_some())
}

/// Writes the mark, once and for ever.
pub async fn mark_demo(registry: &Registry) -> Result<(), Refused> {
    Ok(registry.store().write(Mark).await?)
}

struct Mark;

impl registry::store::Write for Mark {
    type Out = ();

    async fn run(&self, tx: &mut registry::store::Tx) -> registry::Result<()> {
        office::put_meta(tx, DEMO, "1").await.map(|_| ())
    }
}

/// Where the keys lie: beside the database, in a file of their own.
pub fn key_file(settings: &Settings) -> PathBuf {
    settings.data.join("keys.json")
}

/// The SQLite file, or `None` where the store is PostgreSQL.
pub fn sqlite_file(settings: &Settings) -> Option<PathBuf> {
    let Some(url) = &settings.database_url else { return Some(settings.data.join("hall.db")) };
    let path = url.strip_prefix("sqlite:")?;
    let path = path.strip_prefix("//").unwrap_or(path);
    Some(PathBuf::from(path.split('?').next().unwrap_or(path)))
}

fn address(settings: &Settings) -> String {
    match &settings.database_url {
        Some(url) => url.clone(),
        None => {
            let path = settings.data.join("hall.db").display().to_string();
            // What has a meaning in an address may stand in the name of a folder.
            format!("sqlite:{}", path.replace('%', "%25").replace('?', "%3F").replace('#', "%23"))
        }
    }
}

/// For the owner alone: names and numbers lie there, if sealed.
pub fn make_folder(settings: &Settings) -> Result<(), Refused> {
    let made = std::fs::DirBuilder::new().recursive(true).mode(0o700).create(&settings.data);
    made.map_err(|why| Refused::Because(format!("the data folder {}: {why}", settings.data.display())))
}

fn clock(now: Option<&str>, demo: bool) -> Result<Clock, Refused> {
    let Some(now) = now.filter(|now| !now.is_empty()) else { return Ok(Clock::system()) };
    if !demo {
        return Err(Refused::Because(
            "HALL_NOW sets the clock of a demonstration only; take it away, or use `serve --demo`".to_owned(),
        ));
    }
    let now = DateTime::parse_from_rfc3339(now).map_err(|why| {
        Refused::Because(format!("HALL_NOW must look like 2026-01-16T09:00:00+08:00, not {now:?}: {why}"))
    })?;
    Ok(Clock::starting_at(now.with_timezone(&Utc)))
}

fn terms(settings: &Settings, demo: bool, press: &Arc<Press>) -> Terms {
    let own = demo || settings.record_system == settings::RecordSystem::Own;
    let press = Arc::clone(press);
    Terms {
        record_system: if own { RecordSystem::Own } else { RecordSystem::National },
        foreign_related: settings.foreign_related,
        covers: Arc::new(move |character| press.fonts().covers(character)),
    }
}

/// What an empty store takes for the office: the settings' words; for show, invented ones where they say nothing.
fn first_office(settings: &Settings, demo: bool) -> Office {
    let shown = |own: &str, invented: &str| if own.is_empty() && demo { invented } else { own }.to_owned();
    Office {
        code: settings.office.clone(),
        name: settings.office_name.clone(),
        name_en: settings.office_name_en.clone(),
        phone: shown(&settings.office_phone, "0531-8000 0126"),
        address: shown(&settings.office_address, "商河县明辉路26号"),
        address_more: shown("", "县民政局一楼东厅"),
        transport: shown("", "公交2路、5路“民政局”站。院内免费停车。"),
        ..Office::standard()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(database_url: Option<&str>) -> Settings {
        Settings {
            data: PathBuf::from("/srv/a b"),
            database_url: database_url.map(ToOwned::to_owned),
            ..Settings::default()
        }
    }

    #[test]
    fn the_file_of_a_database_is_known_and_a_server_has_none() {
        assert_eq!(sqlite_file(&at(None)), Some(PathBuf::from("/srv/a b/hall.db")));
        assert_eq!(sqlite_file(&at(Some("sqlite:x.db?mode=rwc"))), Some(PathBuf::from("x.db")));
        assert_eq!(sqlite_file(&at(Some("sqlite:///srv/x.db"))), Some(PathBuf::from("/srv/x.db")));
        assert_eq!(sqlite_file(&at(Some("postgres://h/x"))), None);
    }

    #[test]
    fn the_clock_is_set_only_in_a_demonstration() {
        assert!(clock(Some("2026-01-16T09:00:00+08:00"), false).is_err());
        assert!(clock(Some("yesterday"), true).is_err());
        let set = clock(Some("2026-01-16T09:00:00+08:00"), true).unwrap();
        assert_eq!(set.today().to_string(), "2026-01-16");
        assert_eq!(set.local().format("%H:%M").to_string(), "09:00");
        assert!(clock(None, false).is_ok() && clock(Some(""), false).is_ok());
    }
}

//! `staff add | reset | assess | list`: colleagues, from the machine itself. The first administrator comes in this way.

use super::{Refused, in_office};
use crate::{office::Opened, settings::Settings};
use chrono::NaiveDate;
use clap::{Args, Subcommand};
use law::{
    eligibility::Applicant,
    identity::{IdNumber, IdType},
};
use registry::{
    staff::{Colleague, NewOfficer, Role},
    vault::random_bytes,
};
use std::io::{Read, Write};

#[derive(Subcommand)]
pub enum Staff {
    /// Add a colleague. The password comes from standard input, or is made and printed once.
    Add(Add),
    /// Give a colleague a new password and end their sessions.
    Reset {
        login: String,
        /// Read the password from standard input instead of making one.
        #[arg(long)]
        password_stdin: bool,
    },
    /// Write a registrar's passed assessment down; without a valid one nothing is registered.
    Assess {
        login: String,
        /// The day it was passed, as 2026-03-01.
        #[arg(long)]
        passed: NaiveDate,
    },
    /// List everyone: login, name, roles, assessed until, whether they have left.
    List,
}

#[derive(Args)]
pub struct Add {
    /// Small letters, digits, dot, hyphen and underscore.
    login: String,
    /// As on screens and papers.
    #[arg(long)]
    name: String,
    /// reception, registrar, supervisor, administrator or auditor; may be given several times.
    #[arg(long = "role", required = true, value_parser = role)]
    roles: Vec<Role>,
    /// Their own identity card number, required for registrars: nobody handles a case of their own. Kept as a keyed hash.
    #[arg(long)]
    identity: Option<String>,
    /// The day a registrar passed the assessment, as 2026-03-01.
    #[arg(long)]
    assessed: Option<NaiveDate>,
    /// Read the password from standard input instead of making one.
    #[arg(long)]
    password_stdin: bool,
}

impl Staff {
    pub fn run(self, settings: &Settings) -> Result<(), Refused> {
        in_office(settings, async |office| match self {
            Self::Add(add) => add.run(&office).await,
            Self::Reset { login, password_stdin } => reset(&office, &login, password_stdin).await,
            Self::Assess { login, passed } => assess(&office, &login, passed).await,
            Self::List => list(&office).await,
        })
    }
}

impl Add {
    async fn run(self, office: &Opened) -> Result<(), Refused> {
        let registry = &office.registry;
        let today = registry.clock().today();
        let identity = self.identity.as_deref().map(|number| identity(number, today)).transpose()?;
        let password = Password::take(self.password_stdin)?;
        let new = NewOfficer {
            login: self.login,
            name: self.name,
            password: password.text.clone(),
            roles: self.roles,
            identity,
        };
        let id = registry.add_officer(None, new).await?;
        if let Some(passed) = self.assessed {
            registry.assess_officer(None, id, passed).await?;
        }
        password.tell()
    }
}

async fn reset(office: &Opened, login: &str, password_stdin: bool) -> Result<(), Refused> {
    let password = Password::take(password_stdin)?;
    let done = office.registry.reset_password(None, login, password.text.clone()).await;
    done.map_err(|error| nobody(error, login))?;
    password.tell()
}

async fn assess(office: &Opened, login: &str, passed: NaiveDate) -> Result<(), Refused> {
    let colleagues = office.registry.colleagues(None).await?;
    let known = colleagues.iter().find(|colleague| colleague.login == login.trim().to_lowercase());
    let known = known.ok_or_else(|| nobody(registry::Error::NotFound, login))?;
    let until = office.registry.assess_officer(None, known.id, passed).await?;
    writeln!(std::io::stdout(), "{} {until}", known.login)?;
    Ok(())
}

async fn list(office: &Opened) -> Result<(), Refused> {
    let mut out = std::io::stdout().lock();
    for colleague in office.registry.colleagues(None).await? {
        writeln!(out, "{}", line(&colleague))?;
    }
    Ok(())
}

/// Separated by tabs, so that a program reads it too.
fn line(colleague: &Colleague) -> String {
    let roles: Vec<_> = colleague.roles.iter().map(|role| role.as_str()).collect();
    let until = colleague.assessed_until.map_or_else(|| "-".to_owned(), |until| until.to_string());
    let state = if colleague.left { "left" } else { "works" };
    [colleague.login.as_str(), &colleague.name, &roles.join(","), &until, state].join("\t")
}

/// A password, and whether it must be told.
struct Password {
    text: String,
    made: bool,
}

impl Password {
    fn take(from_stdin: bool) -> Result<Self, Refused> {
        if !from_stdin {
            return Ok(Self { text: made()?, made: true });
        }
        let mut text = String::new();
        std::io::stdin().take(1024).read_to_string(&mut text)?;
        Ok(Self { text: text.trim_end_matches(['\r', '\n']).to_owned(), made: false })
    }

    /// Once: it is kept nowhere.
    fn tell(self) -> Result<(), Refused> {
        if self.made {
            writeln!(std::io::stdout(), "{}", self.text)?;
        }
        Ok(())
    }
}

/// Four groups of five characters that can't be mistaken for each other: a hundred bits.
fn made() -> Result<String, Refused> {
    const LETTERS: &[u8; 32] = b"abcdefghijkmnpqrstuvwxyz23456789";
    let letters: Vec<char> =
        random_bytes::<20>()?.iter().map(|byte| char::from(LETTERS[usize::from(byte % 32)])).collect();
    Ok(letters.chunks(5).map(|group| group.iter().collect::<String>()).collect::<Vec<_>>().join("-"))
}

fn identity(number: &str, today: NaiveDate) -> Result<Applicant, Refused> {
    let id = IdNumber::parse(IdType::MainlandId, number, today);
    let id = id.map_err(|fault| Refused::Because(format!("identity: {}", fault.words(law::Lang::En))))?;
    Applicant::new(id, None, None, None, today)
        .map_err(|_| Refused::Because("identity: not of a person".to_owned()))
}

fn nobody(error: registry::Error, login: &str) -> Refused {
    match error {
        registry::Error::NotFound => {
            Refused::Because(format!("nobody signs in as {login}; `staff list` shows all"))
        }
        other => other.into(),
    }
}

fn role(name: &str) -> Result<Role, String> {
    let names: Vec<_> = Role::ALL.iter().map(|role| role.as_str()).collect();
    Role::parse(name).ok_or_else(|| format!("one of {}", names.join(", ")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_made_password_is_long_and_never_the_same() {
        let (one, other) = (made().unwrap(), made().unwrap());
        assert_eq!(one.len(), 23);
        assert_ne!(one, other);
        assert!(!one.contains(['0', '1', 'l']));
    }
}

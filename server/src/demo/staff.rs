//! The invented colleagues: one for every role, two at the counter. Their passwords are printed at every start, since
//! nothing behind them is real.

use super::people;
use crate::commands::Refused;
use chrono::TimeDelta;
use registry::{
    Registry,
    staff::{NewOfficer, Officer, Role, SessionState},
};

/// A sign-in of the demonstration.
#[derive(Debug, Clone, Copy)]
pub struct SignIn {
    pub login: &'static str,
    pub password: &'static str,
    pub name: &'static str,
    role: Role,
}

pub const SIGN_INS: [SignIn; 6] = [
    SignIn {
        login: "reception", password: "demo-reception", name: "周小满（导办）", role: Role::Reception
    },
    SignIn {
        login: "registrar",
        password: "demo-registrar",
        name: "王秀英（登记员）",
        role: Role::Registrar,
    },
    SignIn {
        login: "registrar2",
        password: "demo-registrar2",
        name: "刘建国（登记员）",
        role: Role::Registrar,
    },
    SignIn {
        login: "supervisor",
        password: "demo-supervisor",
        name: "陈敏（负责人）",
        role: Role::Supervisor,
    },
    SignIn {
        login: "admin",
        password: "demo-administrator",
        name: "赵磊（系统管理员）",
        role: Role::Administrator,
    },
    SignIn { login: "auditor", password: "demo-auditor", name: "孙静（审计员）", role: Role::Auditor },
];

/// Adds them all; registrars with a passed assessment.
pub async fn hire(registry: &Registry) -> Result<(), Refused> {
    let today = registry.clock().today();
    for (number, sign_in) in SIGN_INS.iter().enumerate() {
        let is_registrar = sign_in.role == Role::Registrar;
        let new = NewOfficer {
            login: sign_in.login.to_owned(),
            name: sign_in.name.split('（').next().unwrap_or(sign_in.name).to_owned(),
            password: sign_in.password.to_owned(),
            roles: vec![sign_in.role],
            identity: if is_registrar { Some(people::colleague(number, today)?) } else { None },
        };
        let id = registry.add_officer(None, new).await?;
        if is_registrar {
            registry.assess_officer(None, id, today - TimeDelta::days(200)).await?;
        }
    }
    Ok(())
}

/// Signs one of them in; `None` where somebody has changed the password meanwhile.
pub async fn sign_in(registry: &Registry, role: Role) -> Result<Option<Officer>, Refused> {
    let Some(who) = SIGN_INS.iter().find(|sign_in| sign_in.role == role) else { return Ok(None) };
    let secret = match registry.sign_in(who.login, who.password.to_owned(), None, "demo").await {
        Ok(secret) => secret,
        Err(registry::Error::SignedOut | registry::Error::TooMany { .. }) => return Ok(None),
        Err(error) => return Err(error.into()),
    };
    match registry.session(secret.as_str()).await? {
        SessionState::Open(officer) | SessionState::Locked(officer) => Ok(Some(officer)),
    }
}

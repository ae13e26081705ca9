//! Certificates issued again at the counter: the same stories on SQLite and, where `HALL_TEST_POSTGRES` names a server,
//! on PostgreSQL.

#[cfg(test)]
mod divorced;
#[cfg(test)]
mod hall;
#[cfg(test)]
mod numbered;
#[cfg(test)]
mod past;
#[cfg(test)]
mod people;
#[cfg(test)]
mod refused;
#[cfg(test)]
mod replaced;
#[cfg(test)]
mod searched;
#[cfg(test)]
mod shared;
#[cfg(test)]
mod who;

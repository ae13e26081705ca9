//! Records asked for, registrations noted on, a schedule looked at before it is imported: the same stories on SQLite and,
//! where `HALL_TEST_POSTGRES` names a server, on PostgreSQL.

#[cfg(test)]
mod calendar;
#[cfg(test)]
mod hall;
#[cfg(test)]
mod notes;
#[cfg(test)]
mod records;

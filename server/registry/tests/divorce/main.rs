//! A divorce at the counter: the same stories on SQLite and, where `HALL_TEST_POSTGRES` names a server, on PostgreSQL.

#[cfg(test)]
mod dates;
#[cfg(test)]
mod desk;
#[cfg(test)]
mod dignity;
#[cfg(test)]
mod hall;
#[cfg(test)]
mod refused;
#[cfg(test)]
mod story;
#[cfg(test)]
mod walks;
#[cfg(test)]
mod way;

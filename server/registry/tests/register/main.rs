//! The register, its import and its figures, told as stories on each engine: SQLite always, PostgreSQL where
//! `HALL_TEST_POSTGRES` names a server.

#[cfg(test)]
mod codes;
mod codes_between;
#[cfg(test)]
mod counter;
#[cfg(test)]
mod hall;
#[cfg(test)]
mod known;
#[cfg(test)]
mod lapses;
#[cfg(test)]
mod lines;
#[cfg(test)]
mod made_up;
#[cfg(test)]
mod naive;
#[cfg(test)]
mod order;
#[cfg(test)]
mod other_year;
#[cfg(test)]
mod sample;
#[cfg(test)]
mod whole_or_nothing;

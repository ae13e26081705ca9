//! The register, its import and its figures, told as stories on each engine: SQLite always, PostgreSQL where
//! `HALL_TEST_POSTGRES` names a server.

mod codes;
mod counter;
mod hall;
mod known;
mod lapses;
mod lines;
mod made_up;
mod naive;
mod order;
mod other_year;
mod sample;
mod whole_or_nothing;

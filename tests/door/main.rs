//! The door: what comes in, what is let in, and what is said to the rest. Against the built program.

mod commands;
mod https;
mod kept_pages;
mod limits;
mod packed_files;
mod privacy;
mod register;
mod stopping;

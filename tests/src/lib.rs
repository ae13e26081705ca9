//! What all tests from outside share: the built program, started for one test and gone after it.

pub mod ask;
mod both;
mod database;
mod demo;
pub mod divorce;
pub mod hall;
pub mod office;
pub mod people;
pub mod web;

/// Whatever keeps a test from asking its question.
pub type Trouble = Box<dyn std::error::Error + Send + Sync>;

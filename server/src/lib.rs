//! The process: HTTP, sessions, jobs, commands; ties the office together.
//!
//! [`commands`] is what one can ask the program on a command line, [`settings`] what an office can set,
//! [`http`] everything between the socket and the pages, [`state`] what every request can reach.

pub mod commands;
pub mod http;
pub mod settings;
pub mod state;

//! The process: HTTP, sessions, jobs, commands; ties the office together.
//!
//! [`commands`] is what one can ask the program on a command line, [`settings`] what an office can set, [`office`] opens
//! it, [`http`] is everything between the socket and the pages, [`routes`] what is answered beside them, [`problem`] the
//! one place that words the API's refusals, [`jobs`] what is done at night, [`demo`] invented people for show,
//! [`metrics`] figures for a monitor, [`state`] what every request can reach.

pub mod commands;
pub mod demo;
pub mod export;
pub mod http;
pub mod jobs;
pub mod metrics;
pub mod office;
pub mod problem;
pub mod routes;
pub mod settings;
pub mod state;

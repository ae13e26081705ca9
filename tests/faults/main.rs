//! What an office must bear: power cuts amid work, a machine's keeper who makes mistakes.

#![expect(clippy::expect_used, reason = "a fault that can't be made has failed")]

mod commands;
mod keeper;
mod power_cut;

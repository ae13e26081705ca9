//! A divorce at the counter.

mod show;

pub(crate) use show::fold_rows;

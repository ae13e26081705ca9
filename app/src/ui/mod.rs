//! What all screens share: language, mood, text size, the frame of a page, and the components made of them.

pub mod elder;
pub mod faults;
pub mod field;
pub mod hold;
pub mod icon;
pub mod id_number;
pub mod lang;
pub mod lattice;
pub mod layout;
pub mod loaded;
pub mod mood;
pub mod not_found;
pub mod phone;
pub mod qr;
pub mod request;
pub mod ticks;
pub mod when;

//! Makes cargo embed the packed files anew when they change: a release carries them inside.

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-changed=../target/site/manifest.json");
}

//! Makes cargo embed the packed files anew when they change: a release carries them inside.

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    // A debug build reads them from the disk, so it need not be built again for them.
    if std::env::var("PROFILE").is_ok_and(|profile| profile == "release") {
        println!("cargo::rerun-if-changed=../target/site/manifest.json");
    }
}

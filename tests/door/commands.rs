//! Exit codes and what stands on which output.

use std::process::Command;
use tests::{
    Trouble,
    hall::{built_server, fresh_folder},
};

#[test]
fn config_prints_only_the_settings() -> Result<(), Trouble> {
    let out = Command::new(built_server()?).arg("config").output()?;
    assert_eq!(out.status.code(), Some(0));
    assert!(out.stderr.is_empty());
    assert!(String::from_utf8(out.stdout)?.contains("#: listen = \"127.0.0.1:3000\""));
    Ok(())
}

#[test]
fn a_refusal_is_one_and_wrong_usage_is_two() -> Result<(), Trouble> {
    let folder = fresh_folder("settings")?;
    std::fs::write(folder.join("hall.toml"), "listne = \"127.0.0.1:0\"\n")?;
    let refused = Command::new(built_server()?).arg("serve").current_dir(&folder).output()?;
    assert_eq!(refused.status.code(), Some(1));
    assert!(refused.stdout.is_empty());
    assert!(String::from_utf8(refused.stderr)?.contains("listne"));
    let wrong = Command::new(built_server()?).arg("no-such-command").output()?;
    assert_eq!(wrong.status.code(), Some(2));
    std::fs::remove_dir_all(folder)?;
    Ok(())
}

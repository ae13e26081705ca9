//! Backups, keys, and a demonstration kept apart from an office.

use crate::commands::Machine;
use tests::{
    hall::Start,
    web::{reply, wanted},
};

#[test]
fn a_backup_made_while_the_hall_serves_is_restored_elsewhere_with_its_keys() {
    let machine = Machine::new();
    let data = machine.data().display().to_string();
    let hall = Start::default().with("HALL_DATA", &data).start().expect("a hall");
    machine.run(&["staff", "add", "zhao", "--name", "赵磊", "--role", "administrator"]);
    let backup = machine.run(&["backup", &machine.path("backup.db")]);
    assert_eq!(backup.code, 0, "{backup:?}");
    let again = machine.run(&["backup", &machine.path("backup.db")]);
    assert_eq!(again.code, 1, "an existing file is never written over");
    let in_use = machine.run(&["restore", &machine.path("backup.db")]);
    assert!(in_use.code == 1 && in_use.err.contains("in use"), "{in_use:?}");
    drop(hall);

    let other = Machine::new();
    let file = machine.path("backup.db");
    let strangers_keys = other.run(&["migrate"]).code;
    assert_eq!(strangers_keys, 0);
    let refused = other.run(&["restore", &file]);
    assert!(refused.code == 1 && refused.err.contains("key file"), "{refused:?}");

    let third = Machine::new();
    std::fs::create_dir_all(third.data()).expect("a folder");
    std::fs::write(third.data().join("keys.json"), machine.run(&["keys", "export"]).out).expect("the keys");
    let restored = third.run(&["restore", &file]);
    assert_eq!((restored.code, &restored.out), (0, &backup.out), "the log's head is that of the backup");
    assert!(third.run(&["staff", "list"]).out.starts_with("zhao\t"));
    let bytes = std::fs::read(&file).expect("the backup");
    let keys = std::fs::read_to_string(machine.data().join("keys.json")).expect("the keys");
    let keys: serde_json::Value = serde_json::from_str(&keys).expect("JSON");
    let key = keys["hashing"].as_str().expect("a key").as_bytes();
    assert!(!bytes.windows(key.len()).any(|window| window == key), "no key lies in a backup");
}

#[test]
fn a_turned_key_opens_what_the_old_one_sealed() {
    let machine = Machine::new();
    machine.run(&["migrate"]);
    assert_eq!(machine.run(&["keys", "rotate"]).out.trim(), "2");
    assert_eq!(machine.run(&["keys", "rotate"]).out.trim(), "3");
    let audit = machine.run(&["audit", "verify"]);
    assert_eq!(audit.code, 0, "the database still knows its keys: {audit:?}");
    let mode = std::fs::metadata(machine.data().join("keys.json")).expect("the keys").permissions();
    assert_eq!(std::os::unix::fs::PermissionsExt::mode(&mode) & 0o777, 0o600);
}

#[test]
fn a_demonstration_and_an_office_never_share_a_database() {
    let machine = Machine::new();
    machine.run(&["staff", "add", "zhao", "--name", "赵磊", "--role", "administrator"]);
    let refused = machine.run_with(&["serve", "--demo"], "", &[("HALL_LISTEN", "127.0.0.1:0")]);
    assert!(refused.code == 1 && refused.err.contains("in use"), "{refused:?}");

    let show = Machine::new();
    let data = show.data().display().to_string();
    let now = "2026-01-16T09:00:00+08:00";
    let start = || Start::default().argument("--demo").with("HALL_DATA", &data).with("HALL_NOW", now);
    let hall = start().start().expect("a demonstration");
    assert!(hall.log().contains("demo-registrar"), "sign-ins are printed: {}", hall.log());
    drop(hall);
    let again = start().start().expect("a second start");
    assert!(again.log().contains("demo-registrar"));
    drop(again);
    let refused = show.run_with(&["serve"], "", &[("HALL_LISTEN", "127.0.0.1:0")]);
    assert!(refused.code == 1 && refused.err.contains("demonstration"), "{refused:?}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_slip_is_checked_as_a_file_where_it_was_printed_and_nowhere_else() {
    let machine = Machine::new();
    let data = machine.data().display().to_string();
    let hall = Start::default().with("HALL_DATA", &data).start().expect("a hall");
    let client = reqwest::Client::new();
    let days = format!("{}/api/v1/offices/370126/availability?service=marriage", hall.address);
    let days = reply(client.get(days)).await.json["days"].clone();
    let open = days.as_array().expect("days").iter().find(|day| day["open"] == true).expect("an open day");
    let body = wanted(1, open["slots"][0]["id"].as_str().expect("a slot"));
    let post =
        client.post(format!("{}/api/v1/bookings", hall.address)).header("Idempotency-Key", "k").json(&body);
    let booked = reply(post).await.json;
    let slip = format!("{}{}", hall.address, booked["receipt_pdf"].as_str().expect("a path"));
    let slip = client.get(slip).bearer_auth(booked["manage_token"].as_str().expect("a token"));
    let pdf = slip.send().await.expect("an answer").bytes().await.expect("a paper");
    std::fs::write(machine.path("slip.pdf"), pdf).expect("written");

    let checked = machine.run(&["verify", &machine.path("slip.pdf")]);
    assert_eq!(checked.code, 0, "{checked:?}");
    assert!(checked.out.contains(r#""genuine":true"#) && checked.out.contains("booking_slip"), "{checked:?}");
    let elsewhere = Machine::new().run(&["verify", &machine.path("slip.pdf")]);
    assert_eq!((elsewhere.code, elsewhere.out.trim()), (1, r#"{"genuine":false}"#));
    std::fs::write(machine.path("other.pdf"), b"%PDF-1.4 nothing").expect("written");
    assert_eq!(machine.run(&["verify", &machine.path("other.pdf")]).code, 1);
}

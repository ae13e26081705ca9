//! The program's commands as somebody at the machine uses them: the result on standard output, the reason on standard error,
//! 0 done, 1 refused, 2 wrong usage.

use std::{
    io::Write,
    path::{Path, PathBuf},
    process::{Command, Stdio},
};
use tests::hall::{built_server, fresh_folder};

/// The machine of one office: a folder with its data.
pub struct Machine {
    pub folder: PathBuf,
}

/// What a command came to.
#[derive(Debug)]
pub struct Done {
    pub code: i32,
    pub out: String,
    pub err: String,
}

impl Machine {
    pub fn new() -> Self {
        Self { folder: fresh_folder("machine").expect("a folder") }
    }

    pub fn data(&self) -> PathBuf {
        self.folder.join("var")
    }

    pub fn run(&self, arguments: &[&str]) -> Done {
        self.run_with(arguments, "", &[])
    }

    /// With something on standard input and settings in the environment.
    pub fn run_with(&self, arguments: &[&str], input: &str, settings: &[(&str, &str)]) -> Done {
        let mut command = Command::new(built_server().expect("built"));
        for (name, _) in
            std::env::vars().filter(|(name, _)| name.starts_with("HALL_") || name == "DATABASE_URL")
        {
            command.env_remove(name);
        }
        let mut program = command
            .args(arguments)
            .env("HALL_DATA", self.data())
            .envs(settings.iter().copied())
            .current_dir(&self.folder)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("started");
        // It may not want to read it.
        let _ = program.stdin.take().expect("an input").write_all(input.as_bytes());
        let done = program.wait_with_output().expect("ended");
        let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("UTF-8");
        Done { code: done.status.code().expect("a code"), out: text(done.stdout), err: text(done.stderr) }
    }

    pub fn path(&self, name: &str) -> String {
        self.folder.join(name).display().to_string()
    }
}

impl Drop for Machine {
    fn drop(&mut self) {
        // It fails only where the folder is gone already.
        let _ = std::fs::remove_dir_all(&self.folder);
    }
}

#[test]
fn the_first_administrator_comes_in_by_the_command_line() {
    let machine = Machine::new();
    let added = machine.run(&["staff", "add", "zhao", "--name", "赵磊", "--role", "administrator"]);
    assert_eq!((added.code, added.out.trim().len()), (0, 23), "{added:?}");
    let given = "correct horse\n";
    let added = machine.run_with(
        &[
            "staff",
            "add",
            "wang",
            "--name",
            "王秀英",
            "--role",
            "registrar",
            "--role",
            "supervisor",
            "--identity",
            &tests::people::number("19800101", 2),
            "--assessed",
            &assessed(),
            "--password-stdin",
        ],
        given,
        &[],
    );
    assert_eq!((added.code, added.out.as_str()), (0, ""), "{added:?}");
    let list = machine.run(&["staff", "list"]);
    let lines: Vec<Vec<&str>> = list.out.lines().map(|line| line.split('\t').collect()).collect();
    assert_eq!(lines[0][..3], ["wang", "王秀英", "registrar,supervisor"]);
    assert_eq!(lines[1], ["zhao", "赵磊", "administrator", "-", "works"]);
    assert!(!list.out.contains("19800101"));

    let reset = machine.run(&["staff", "reset", "zhao"]);
    assert_eq!((reset.code, reset.out.trim().len()), (0, 23));
    for (refused, why) in [
        (machine.run(&["staff", "reset", "nobody"]), "nobody"),
        (machine.run(&["staff", "add", "zhao", "--name", "赵磊", "--role", "auditor"]), "in_use"),
        (machine.run(&["staff", "add", "li", "--name", "李", "--role", "registrar"]), "identity"),
        (machine.run_with(&["staff", "reset", "zhao", "--password-stdin"], "short\n", &[]), "password"),
    ] {
        assert_eq!((refused.code, refused.out.as_str()), (1, ""), "{refused:?}");
        assert!(refused.err.contains(why), "{refused:?}");
    }
    let audit = machine.run(&["audit", "verify"]);
    assert!(audit.code == 0 && audit.out.starts_with("4 "), "{audit:?}");
}

/// A day within the last two years by the machine's own clock, which commands go by.
fn assessed() -> String {
    let output = Command::new("date").args(["-d", "-100 days", "+%F"]).output().expect("date");
    String::from_utf8(output.stdout).expect("UTF-8").trim().to_owned()
}

#[test]
fn wrong_usage_is_told_apart_from_a_refusal() {
    let machine = Machine::new();
    for wrong in [
        &["staff", "add", "zhao", "--name", "赵磊", "--role", "king"][..],
        &["divorce-dates", "soon"],
        &["backup"],
        &["unknown"],
        &["audit"],
    ] {
        let done = machine.run(wrong);
        assert_eq!((done.code, done.out.as_str()), (2, ""), "{done:?}");
    }
}

#[test]
fn the_divorce_clock_is_asked_on_the_command_line_too() {
    let machine = Machine::new();
    let json = machine.run(&["divorce-dates", "2026-01-16", "--json"]);
    let answer: serde_json::Value = serde_json::from_str(&json.out).expect("JSON");
    assert_eq!((json.code, &answer["issuance_last"]), (0, &serde_json::json!("2026-03-26")));
    let lines = machine.run(&["divorce-dates", "2026-01-16"]);
    assert!(lines.code == 0 && lines.out.contains("2026-02-24 星期二"), "{lines:?}");
    let early = machine.run(&["divorce-dates", "2020-12-31"]);
    assert_eq!((early.code, early.out.as_str()), (1, ""));
    assert!(early.err.contains("2021"));
}

#[test]
fn a_paper_that_is_not_ours_is_refused() {
    let machine = Machine::new();
    let done = machine.run(&["verify", "https://hall.example.cn/v/nothing"]);
    assert_eq!((done.code, done.out.trim()), (1, r#"{"genuine":false}"#));
    assert!(!Path::new("nothing").exists());
}

#[test]
fn the_clock_is_set_in_a_demonstration_alone() {
    let machine = Machine::new();
    let now = [("HALL_NOW", "2026-01-16T09:00:00+08:00")];
    let done = machine.run_with(&["migrate"], "", &now);
    assert!(done.code == 1 && done.err.contains("HALL_NOW"), "{done:?}");
    let done = machine.run(&["migrate"]);
    assert_eq!((done.code, done.out.trim()), (0, "sqlite: the schema is current"));
}

//! Reads a PDF with the programs of the system; each answer is what a person or a phone would get.

use std::path::{Path, PathBuf};
use std::process::Command;

use papers::{Fonts, Press, Printed};

pub fn press() -> Press {
    Press::new(Fonts::default())
}

/// A paper laid on disk under its name, so that a failing test leaves something to look at.
pub struct OnDisk(PathBuf);

pub fn lay_down(name: &str, printed: &Printed) -> OnDisk {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("papers");
    std::fs::create_dir_all(&folder).expect("the test folder can be made");
    let path = folder.join(format!("{name}.pdf"));
    std::fs::write(&path, &printed.pdf).expect("the paper can be written");
    OnDisk(path)
}

impl OnDisk {
    /// All text in reading order, with blanks and line ends taken out.
    pub fn text(&self) -> String {
        self.lines().chars().filter(|c| !c.is_whitespace()).collect()
    }

    /// The text in the order in which it was drawn, so that what wraps in a cell stays together.
    pub fn as_drawn(&self) -> String {
        let text = run(Command::new("pdftotext").arg("-raw").arg(&self.0).arg("-"));
        text.chars().filter(|c| !c.is_whitespace()).collect()
    }

    /// The object tree as text, streams left out.
    pub fn structure(&self) -> String {
        run(Command::new("qpdf").args(["--json", "--json-stream-data=none"]).arg(&self.0))
    }

    pub fn lines(&self) -> String {
        run(Command::new("pdftotext").arg("-layout").arg(&self.0).arg("-"))
    }

    /// (name, embedded, subset, has a Unicode table) of each font.
    pub fn fonts(&self) -> Vec<(String, bool, bool, bool)> {
        let table = run(Command::new("pdffonts").arg(&self.0));
        table
            .lines()
            .skip(2)
            .map(|line| {
                let words: Vec<&str> = line.split_whitespace().collect();
                let at = words.iter().position(|w| *w == "Identity-H").expect("an Identity-H font");
                let yes = |offset: usize| words[at + offset] == "yes";
                (words[0].to_owned(), yes(1), yes(2), yes(3))
            })
            .collect()
    }

    pub fn info(&self) -> String {
        run(Command::new("pdfinfo").arg("-isodates").arg(&self.0))
    }

    /// What a phone's camera reads from the first page at 150 dots to the inch.
    pub fn qr(&self) -> String {
        let picture = self.0.with_extension("");
        run(Command::new("pdftoppm").args(["-r", "150", "-png", "-singlefile"]).arg(&self.0).arg(&picture));
        let out = run(Command::new("zbarimg").args(["-q", "--raw"]).arg(picture.with_extension("png")));
        out.trim().to_owned()
    }

    pub fn has_qr(&self) -> bool {
        let picture = self.0.with_extension("");
        run(Command::new("pdftoppm").args(["-r", "150", "-png", "-singlefile"]).arg(&self.0).arg(&picture));
        let found = Command::new("zbarimg").args(["-q", "--raw"]).arg(picture.with_extension("png")).output();
        !found.expect("zbarimg is installed").stdout.is_empty()
    }

    /// qpdf finds no fault in the structure.
    pub fn is_sound(&self) -> bool {
        let out = Command::new("qpdf").arg("--check").arg(&self.0).output().expect("qpdf is installed");
        out.status.success() && !String::from_utf8_lossy(&out.stderr).contains("WARNING")
    }

    /// The rightmost, lowest and leftmost edge of any word, in millimetres.
    pub fn edges(&self) -> Edges {
        let page = run(Command::new("pdftotext").arg("-bbox").arg(&self.0).arg("-"));
        let all = |name: &str| -> Vec<f32> {
            page.lines()
                .filter(|line| line.contains("<word "))
                .filter_map(|line| line.split(&format!("{name}=\"")).nth(1)?.split('"').next()?.parse().ok())
                .map(|points: f32| points * 25.4 / 72.0)
                .collect()
        };
        Edges {
            left: all("xMin").into_iter().fold(f32::INFINITY, f32::min),
            right: all("xMax").into_iter().fold(0.0, f32::max),
            bottom: all("yMax").into_iter().fold(0.0, f32::max),
        }
    }
}

pub struct Edges {
    pub left: f32,
    pub right: f32,
    pub bottom: f32,
}

fn run(command: &mut Command) -> String {
    let out = command.output().unwrap_or_else(|e| panic!("{command:?}: {e}"));
    assert!(out.status.success(), "{command:?}: {}", String::from_utf8_lossy(&out.stderr));
    String::from_utf8_lossy(&out.stdout).into_owned()
}

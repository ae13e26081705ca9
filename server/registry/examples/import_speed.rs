//! How fast a year of acts is imported, in how much memory, what bookings feel of it, and how long its figures take.
//!
//! `cargo run -p registry --release --example import_speed -- 1000000 [postgres://…]`; without an address a SQLite file
//! in the temporary folder, with a second connection that keeps writing as the serving process would.

#![expect(
    clippy::unwrap_used,
    reason = "the made-up people are shared with the tests and unwrap as tests do"
)]

#[path = "../tests/register/made_up.rs"]
#[expect(dead_code, reason = "the tests use more of it")]
mod made_up;

use chrono::NaiveTime;
use made_up::{Dice, Plan};
use registry::clock::from_local;
use registry::import::{Import, Phase};
use registry::store::{Store, Tx, Write, queries::office::raise_topic};
use registry::vault::Vault;
use registry::{Clock, RecordSystem, Registry, Result, Terms};
use std::io::Write as _;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

type Failure = Box<dyn std::error::Error>;

/// A change as short as a booking's.
struct Short;

impl Write for Short {
    type Out = ();

    async fn run(&self, tx: &mut Tx) -> Result<()> {
        raise_topic(tx, "speed").await
    }
}

#[tokio::main]
async fn main() -> std::result::Result<(), Failure> {
    let mut arguments = std::env::args().skip(1);
    let acts: u64 = arguments.next().map_or(Ok(100_000), |n| n.parse())?;
    let folder = std::env::temp_dir().join(format!("import-speed-{}", std::process::id()));
    std::fs::create_dir_all(&folder)?;
    let address = arguments.next().unwrap_or(format!("sqlite:{}", folder.join("hall.db").display()));
    let file = write_file(&folder, acts)?;
    report(&format!("file: {} MB", std::fs::metadata(&file)?.len() / 1_000_000))?;

    let today = chrono::NaiveDate::from_ymd_opt(2026, 11, 23).unwrap_or_default();
    let clock = Clock::starting_at(from_local(today.and_time(NaiveTime::MIN)));
    let terms =
        Terms { record_system: RecordSystem::National, foreign_related: false, covers: Arc::new(|_| true) };
    let registry = Registry::open(Store::open(&address).await?, Vault::fresh()?, clock, terms).await?;
    let before = peak_memory();
    let other = Store::open(&address).await?;
    let done = Arc::new(AtomicBool::new(false));
    let meanwhile = tokio::spawn(keep_writing(other, done.clone()));

    let began = Instant::now();
    let mut checked = None;
    let import = Import { file: &file, dry_run: false, reject: None };
    let imported = registry
        .import_acts(None, import, |progress| {
            if progress.phase == Phase::Judging {
                checked = Some(began.elapsed());
            }
        })
        .await?;
    let took = began.elapsed();
    if let Some(problem) = imported.problems.first() {
        return Err(format!("the made-up file is not good: {problem}").into());
    }
    done.store(true, Ordering::Relaxed);
    let checked = checked.unwrap_or_default();
    report(&format!(
        "imported {} of {} rows ({} bad) in {:.1} s: {} acts/s; read and looked up in {:.1} s",
        imported.good,
        imported.rows,
        imported.bad,
        took.as_secs_f64(),
        u128::from(imported.good) * 1000 / took.as_millis().max(1),
        checked.as_secs_f64(),
    ))?;
    report(&format!("peak memory: {} MB, {before} MB before", peak_memory()))?;
    let mut waits = meanwhile.await??;
    waits.sort_unstable();
    let at = |percent: usize| waits.get(waits.len() * percent / 100).copied().unwrap_or_default();
    report(&format!(
        "{} short writes meanwhile: p50 {:?}, p99 {:?}, longest {:?}",
        waits.len(),
        at(50),
        at(99),
        waits.last().copied().unwrap_or_default()
    ))?;
    for period in ["2025", "2025", "2025-05", "2025"] {
        let began = Instant::now();
        let figures = registry.figures(None, period.parse()?).await?;
        let agree = figures.checks.iter().all(|check| check.agrees);
        report(&format!(
            "figures of {period}: {:?}, total {}, checks agree: {agree}",
            began.elapsed(),
            figures.indicators.total
        ))?;
    }
    let began = Instant::now();
    let again = registry.import_acts(None, import, |_| {}).await?;
    report(&format!(
        "the same file again: {} skipped in {:.1} s",
        again.skipped,
        began.elapsed().as_secs_f64()
    ))?;
    report(&format!("peak memory: {} MB", peak_memory()))?;
    std::fs::remove_dir_all(&folder)?;
    Ok(())
}

fn write_file(folder: &std::path::Path, acts: u64) -> std::result::Result<PathBuf, Failure> {
    let path = folder.join("acts.csv");
    let plan = Plan {
        year: 2025,
        marriages: acts * 39 / 100,
        applications: acts * 35 / 100,
        reissues: acts * 12 / 100,
    };
    // In pieces, so that making the file does not count as the import's memory.
    let pieces = 100;
    let mut file = std::io::BufWriter::new(std::fs::File::create(&path)?);
    writeln!(file, "{}", made_up::HEADER)?;
    let calendar = law::calendar::Calendar::embedded();
    let mut dice = Dice::new(1);
    let mut people = made_up::People::new();
    for piece in 0..pieces {
        let part = Plan {
            marriages: plan.marriages / pieces,
            applications: plan.applications / pieces,
            reissues: plan.reissues / pieces,
            ..plan
        };
        let window = |accepted| {
            registry::register::CaseDates::computed(accepted, &calendar)
                .map_or((accepted, accepted), |dates| (dates.cooling_off_last, dates.issuance_last))
        };
        for mut act in made_up::year_of(part, &mut dice, &mut people, window) {
            act.reference = format!("{piece}-{}", act.reference);
            writeln!(file, "{}", act.line())?;
        }
    }
    file.flush()?;
    Ok(path)
}

async fn keep_writing(store: Store, done: Arc<AtomicBool>) -> Result<Vec<Duration>> {
    let mut waits = Vec::new();
    while !done.load(Ordering::Relaxed) {
        let began = Instant::now();
        store.write(Short).await?;
        waits.push(began.elapsed());
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    Ok(waits)
}

/// The most this process has had in memory, in MB.
fn peak_memory() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    line.and_then(|line| line.split_whitespace().next()?.parse::<u64>().ok()).unwrap_or(0) / 1000
}

fn report(line: &str) -> std::io::Result<()> {
    writeln!(std::io::stdout(), "{line}")
}

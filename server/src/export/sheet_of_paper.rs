//! Figures as a printed return (.pdf): A4, black on white, to be signed.

use super::grid::Grid;
use papers::{CheckRow, FiguresReturn, FiguresRow, Imprint, PaperError, Press};
use registry::audit::Head;

/// The bytes of the return. `head` is the log's as it is now: a return that was printed binds what it was counted from.
/// Errors: a main font is missing.
pub fn pdf(
    press: &Press,
    office: &str,
    grid: &Grid,
    imprint: Imprint,
    head: Head,
) -> Result<Vec<u8>, PaperError> {
    let checks = grid.figures.checks.iter().map(|check| CheckRow {
        title: check.title.to_owned(),
        sum: check.sum.clone(),
        result: check.result.clone(),
        agrees: check.agrees,
    });
    let rows = grid.rows.iter().map(|row| FiguresRow {
        title: row.title.to_owned(),
        unit: row.unit.to_owned(),
        values: row.values.clone(),
    });
    let sheet = FiguresReturn {
        office: office.to_owned(),
        title: format!("{}婚姻登记统计表", grid.figures.period.title()),
        imprint,
        provisional: (!grid.note.is_empty()).then(|| grid.note.clone()),
        columns: grid.columns.iter().map(|column| column.title.clone()).collect(),
        rows: rows.collect(),
        checks: checks.collect(),
        // A month's sheet tells the year as well: which year is said first.
        sentence: format!("{}{}", grid.figures.period.whole_year().title(), grid.figures.sentence),
        log: (head.entries, head.hash),
    };
    Ok(press.figures_return(&sheet)?.pdf)
}

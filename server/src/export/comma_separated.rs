//! Figures as CSV for another program: one row for each indicator, one column for each period.

use super::grid::Grid;

/// UTF-8 without a mark, a header line, lines ended by a line feed.
pub fn csv(grid: &Grid) -> String {
    let head = ["indicator", "title", "unit"].map(str::to_owned);
    let mut text = line(head.into_iter().chain(grid.columns.iter().map(|column| column.name.clone())));
    for row in &grid.rows {
        let words = [row.name, row.title, row.unit].map(str::to_owned);
        text += &line(words.into_iter().chain(row.values.iter().map(ToString::to_string)));
    }
    text
}

fn line(fields: impl Iterator<Item = String>) -> String {
    let fields: Vec<String> = fields.map(quoted).collect();
    format!("{}\n", fields.join(","))
}

fn quoted(field: String) -> String {
    match field.contains([',', '"', '\n']) {
        true => format!("\"{}\"", field.replace('"', "\"\"")),
        false => field,
    }
}

//! Figures as text for a terminal or a printer, in columns that line up although Han characters are twice as wide.

use super::grid::Grid;

/// Between two columns.
const GAP: usize = 2;

/// The table, the checks and the sentence, with a line end after each line.
pub fn table(grid: &Grid) -> String {
    let mut lines = vec![grid.title.clone()];
    lines.extend((!grid.note.is_empty()).then(|| grid.note.clone()));
    lines.push(String::new());
    lines.extend(rows(grid));
    lines.push(String::new());
    lines.push("核对".to_owned());
    lines.extend(checks(grid));
    lines.push(String::new());
    lines.push(grid.figures.sentence.clone());
    lines.iter().flat_map(|line| [line.trim_end(), "\n"]).collect()
}

fn rows(grid: &Grid) -> Vec<String> {
    let mut cells: Vec<Vec<String>> = Vec::with_capacity(grid.rows.len() + 1);
    let head = grid.columns.iter().map(|column| column.title.clone());
    cells.push(["指标".to_owned(), "单位".to_owned()].into_iter().chain(head).collect());
    for row in &grid.rows {
        let values = row.values.iter().map(ToString::to_string);
        cells.push([row.title.to_owned(), row.unit.to_owned()].into_iter().chain(values).collect());
    }
    let columns = cells.first().map_or(0, Vec::len);
    let widest = |column: usize| cells.iter().filter_map(|row| row.get(column)).map(|cell| width(cell)).max();
    let widths: Vec<usize> = (0..columns).map(|column| widest(column).unwrap_or(0)).collect();
    cells.iter().map(|row| aligned(row, &widths)).collect()
}

/// Words to the left, figures to the right.
fn aligned(row: &[String], widths: &[usize]) -> String {
    let mut line = String::new();
    for (place, (cell, width_of_column)) in row.iter().zip(widths).enumerate() {
        let blank = " ".repeat(width_of_column.saturating_sub(width(cell)));
        match place {
            0 => line.extend([cell.as_str(), &blank]),
            1 => line.extend([&" ".repeat(GAP), cell.as_str(), &blank]),
            _ => line.extend([&" ".repeat(GAP), &blank, cell.as_str()]),
        }
    }
    line
}

fn checks(grid: &Grid) -> Vec<String> {
    let checks = &grid.figures.checks;
    let widest = checks.iter().map(|check| width(check.title)).max().unwrap_or(0);
    let line = |check: &registry::figures::Check| {
        let blank = " ".repeat(widest - width(check.title) + GAP);
        let word = if check.agrees { "相符" } else { "不符" };
        format!("{word}  {}{blank}{} {}", check.title, check.sum, check.result)
    };
    checks.iter().map(line).collect()
}

/// Columns that a text takes up on a terminal.
fn width(text: &str) -> usize {
    text.chars().map(|c| if is_wide(c) { 2 } else { 1 }).sum()
}

fn is_wide(c: char) -> bool {
    matches!(c, '\u{1100}'..='\u{115F}' | '\u{2E80}'..='\u{A4CF}' | '\u{AC00}'..='\u{D7A3}' | '\u{F900}'..='\u{FAFF}'
        | '\u{FE30}'..='\u{FE6F}' | '\u{FF00}'..='\u{FF60}' | '\u{FFE0}'..='\u{FFE6}' | '\u{20000}'..='\u{3FFFD}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn han_characters_take_two_columns_and_figures_line_up_at_their_right() {
        let row = |title: &str, value: &str| vec![title.to_owned(), "对".to_owned(), value.to_owned()];
        let widths = [8, 2, 4];
        assert_eq!(aligned(&row("结婚", "7"), &widths), "结婚      对     7");
        assert_eq!(aligned(&row("结婚登记", "1920"), &widths), "结婚登记  对  1920");
        assert_eq!(width("20–24 岁"), 8);
    }
}

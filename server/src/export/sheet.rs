//! Figures as a spreadsheet (.xlsx): one sheet with the table, one with the checks.

use super::grid::Grid;
use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder, Workbook, Worksheet, XlsxError};

/// The bytes of the workbook. Errors: only where the sheet is larger than the format allows.
pub fn xlsx(grid: &Grid) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    table(workbook.add_worksheet(), grid)?;
    checks(workbook.add_worksheet(), grid)?;
    workbook.save_to_buffer()
}

/// Where the table begins, below title and note.
const HEAD: u32 = 2;

fn table(sheet: &mut Worksheet, grid: &Grid) -> Result<(), XlsxError> {
    let (head, value) = (head(), boxed().set_num_format("#,##0"));
    sheet.set_name(grid.figures.period.title())?;
    sheet.write_string_with_format(0, 0, &grid.title, &title())?;
    sheet.write_string(1, 0, &grid.note)?;
    let columns = grid.columns.iter().map(|column| column.title.as_str());
    for (column, word) in (0..).zip(["指标", "单位"].into_iter().chain(columns)) {
        sheet.write_string_with_format(HEAD, column, word, &head)?;
    }
    for (at, row) in (HEAD + 1..).zip(&grid.rows) {
        sheet.write_string_with_format(at, 0, row.title, &boxed())?;
        sheet.write_string_with_format(at, 1, row.unit, &boxed().set_align(FormatAlign::Center))?;
        for (column, number) in (2..).zip(&row.values) {
            // Counts of one office are far below what a double holds exactly.
            #[expect(clippy::cast_precision_loss, reason = "counts stay below 2^53")]
            sheet.write_number_with_format(at, column, *number as f64, &value)?;
        }
    }
    sheet.set_column_width(0, 40)?;
    sheet.set_freeze_panes(HEAD + 1, 2)?;
    sheet.set_landscape().set_print_fit_to_pages(1, 1).set_paper_size(9);
    Ok(())
}

fn checks(sheet: &mut Worksheet, grid: &Grid) -> Result<(), XlsxError> {
    sheet.set_name("核对")?;
    for (column, word) in (0..).zip(["核对", "算式", "结果", "是否相符"]) {
        sheet.write_string_with_format(0, column, word, &head())?;
    }
    let mut at = 1;
    for check in &grid.figures.checks {
        let word = if check.agrees { "相符" } else { "不符" };
        for (column, text) in (0..).zip([check.title, &check.sum, &check.result, word]) {
            sheet.write_string_with_format(at, column, text, &boxed())?;
        }
        at += 1;
    }
    sheet.write_string(at + 1, 0, &grid.figures.sentence)?;
    for (column, width) in [(0, 16), (1, 64), (2, 30), (3, 12)] {
        sheet.set_column_width(column, width)?;
    }
    Ok(())
}

fn title() -> Format {
    Format::new().set_bold().set_font_size(16)
}

fn head() -> Format {
    boxed().set_bold().set_align(FormatAlign::Center).set_background_color(Color::RGB(0xE7_ED_F3))
}

fn boxed() -> Format {
    Format::new().set_border(FormatBorder::Thin)
}

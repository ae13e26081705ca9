//! The ruled forms of Chinese offices: cells that span rows and columns, text centred in height, rows that
//! grow with what they hold.

use super::canvas::{Align, Canvas, centred_baseline};
use super::sheet::{FOOT, LEFT};
use super::text::{self, Block, Style};

/// Space between a cell's edge and its text.
const PAD: f32 = 1.8;
/// How far long text may shrink before its row grows instead.
const FLOOR: f32 = 0.75;
/// Where a form goes on at the top of the next page.
const NEXT_PAGE: f32 = 24.0;

/// One cell. Text that is too long shrinks a little, then wraps, then makes its row higher.
#[derive(Debug, Clone)]
pub(crate) struct Cell {
    text: String,
    style: Style,
    align: Align,
    columns: usize,
    rows: usize,
    at_top: bool,
    /// A line at the cell's foot, right-aligned: 「年　月　日」 under a place to sign.
    foot: Option<String>,
}

impl Cell {
    pub(crate) fn new(text: impl Into<String>, style: Style) -> Self {
        Self { text: text.into(), style, align: Align::Left, columns: 1, rows: 1, at_top: false, foot: None }
    }

    pub(crate) fn centred(mut self) -> Self {
        self.align = Align::Centre;
        self
    }

    pub(crate) fn columns(mut self, number: usize) -> Self {
        self.columns = number;
        self
    }

    pub(crate) fn rows(mut self, number: usize) -> Self {
        self.rows = number;
        self
    }

    /// Text from the top edge, for cells with room to write below.
    pub(crate) fn at_top(mut self) -> Self {
        self.at_top = true;
        self
    }

    pub(crate) fn foot(mut self, words: impl Into<String>) -> Self {
        self.foot = Some(words.into());
        self
    }
}

#[derive(Debug)]
struct Row {
    height: f32,
    cells: Vec<Cell>,
}

/// Rows over fixed column widths in millimetres.
#[derive(Debug)]
pub(crate) struct Table {
    widths: Vec<f32>,
    rows: Vec<Row>,
}

/// A cell with its place in the grid and its text laid out.
struct Placed<'c> {
    cell: &'c Cell,
    row: usize,
    column: usize,
    block: Block,
}

impl Table {
    pub(crate) fn new(widths: impl Into<Vec<f32>>) -> Self {
        Self { widths: widths.into(), rows: Vec::new() }
    }

    /// Adds a row at least `height` mm high; cells fill the columns that rows above left free.
    pub(crate) fn row(&mut self, height: f32, cells: impl Into<Vec<Cell>>) -> &mut Self {
        self.rows.push(Row { height, cells: cells.into() });
        self
    }

    /// Draws from `top`, going on to a new page between rows that no cell joins; gives the lower edge.
    pub(crate) fn draw(&self, canvas: &mut Canvas, top: f32) -> f32 {
        let placed = self.place(canvas);
        let heights = self.heights(&placed);
        let mut edge = top;
        let mut first = 0;
        while first < self.rows.len() {
            let last = joined_until(&placed, first).min(self.rows.len());
            let height: f32 = heights[first..last].iter().sum();
            if edge + height > FOOT - 3.0 && edge > NEXT_PAGE + 1.0 {
                canvas.new_page();
                edge = NEXT_PAGE;
            }
            for cell in placed.iter().filter(|p| (first..last).contains(&p.row)) {
                self.draw_cell(canvas, cell, edge, &heights[first..last], first);
            }
            edge += height;
            first = last;
        }
        edge
    }

    fn place(&self, canvas: &Canvas) -> Vec<Placed<'_>> {
        let mut taken = vec![vec![false; self.widths.len()]; self.rows.len()];
        let mut placed = Vec::new();
        for (row, line) in self.rows.iter().enumerate() {
            for cell in &line.cells {
                let Some(column) = taken[row].iter().position(|t| !t) else { break };
                for below in taken.iter_mut().skip(row).take(cell.rows) {
                    below[column..].iter_mut().take(cell.columns).for_each(|t| *t = true);
                }
                let width = self.width(column, cell.columns) - 2.0 * PAD;
                let height: f32 = self.rows.iter().skip(row).take(cell.rows).map(|r| r.height).sum();
                let block = text::fit(canvas.fonts, &cell.text, cell.style, width, height - 1.0, FLOOR);
                placed.push(Placed { cell, row, column, block });
            }
        }
        placed
    }

    /// A row is as high as asked or as its text needs; a cell over several rows stretches the last of them.
    fn heights(&self, placed: &[Placed]) -> Vec<f32> {
        let mut heights: Vec<f32> = self.rows.iter().map(|row| row.height).collect();
        for rows in 1..=self.rows.len() {
            for p in placed.iter().filter(|p| p.cell.rows == rows) {
                let foot = if p.cell.foot.is_some() { p.cell.style.leading * 1.5 } else { 0.0 };
                let last = (p.row + rows).min(heights.len()) - 1;
                let missing = p.block.height() + foot + 2.0 - heights[p.row..=last].iter().sum::<f32>();
                heights[last] += missing.max(0.0);
            }
        }
        heights
    }

    fn draw_cell(&self, canvas: &mut Canvas, placed: &Placed, top: f32, heights: &[f32], first: usize) {
        let Placed { cell, row, column, block } = placed;
        let x = LEFT + self.width(0, *column);
        let width = self.width(*column, cell.columns);
        let y = top + heights[..row - first].iter().sum::<f32>();
        let height: f32 = heights[row - first..].iter().take(cell.rows).sum();
        canvas.frame(x, y, width, height, 0.5);
        let baseline = if cell.at_top {
            centred_baseline(y + 1.4, block.style.leading, block.style, 1)
        } else {
            centred_baseline(y, height, block.style, block.lines.len())
        };
        canvas.block_lines(x + PAD, baseline, block, cell.align, width - 2.0 * PAD);
        if let Some(words) = &cell.foot {
            let foot = text::lay(canvas.fonts, words, cell.style, width - 2.0 * PAD);
            canvas.block_lines(x + PAD, y + height - 2.6, &foot, Align::Right, width - 2.0 * PAD);
        }
    }

    fn width(&self, column: usize, columns: usize) -> f32 {
        self.widths.iter().skip(column).take(columns).sum()
    }
}

/// The end of the group of rows that starts at `first` and that cells over several rows hold together.
fn joined_until(placed: &[Placed], first: usize) -> usize {
    let mut last = first + 1;
    while let Some(reach) =
        placed.iter().filter(|p| (first..last).contains(&p.row)).map(|p| p.row + p.cell.rows).max()
        && reach > last
    {
        last = reach;
    }
    last
}

//! A line is cut into its fields. Quotes hold within a line: no field of an act has a line end in it, and an open
//! quote in a broken file must not swallow the rows after it.

use super::code::Code;
use super::column::{Column, HEADER};

/// The fields of one line, one after the other in one buffer that is used again for the next.
#[derive(Default)]
pub(super) struct Fields {
    text: Vec<u8>,
    ends: Vec<usize>,
}

impl Fields {
    /// Cuts a line. Errors: `bad_columns` at the first column that is missing or too many, `bad_utf8` at its column.
    pub fn cut(&mut self, line: &[u8]) -> Result<Row<'_>, (Column, Code)> {
        self.text.clear();
        self.ends.clear();
        match line.contains(&b'"') {
            true => self.cut_quoted(line)?,
            false => self.cut_plain(line),
        }
        if self.ends.len() != HEADER.len() {
            return Err((Column::at(self.ends.len().min(HEADER.len())), Code::BadColumns));
        }
        let mut row = [""; HEADER.len()];
        let mut start = 0;
        for (place, (field, end)) in row.iter_mut().zip(&self.ends).enumerate() {
            *field = std::str::from_utf8(&self.text[start..*end])
                .map_err(|_| (Column::at(place), Code::BadUtf8))?;
            start = *end;
        }
        Ok(Row(row))
    }

    fn cut_plain(&mut self, line: &[u8]) {
        for field in line.split(|byte| *byte == b',') {
            self.push(field);
        }
    }

    fn cut_quoted(&mut self, line: &[u8]) -> Result<(), (Column, Code)> {
        let mut reader = csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(line);
        let mut record = csv::ByteRecord::new();
        let read = reader.read_byte_record(&mut record);
        if !read.is_ok_and(|any| any) || quotes_are_open(line) {
            return Err((Column::at(record.len().min(HEADER.len() - 1)), Code::BadColumns));
        }
        for field in &record {
            self.push(field);
        }
        Ok(())
    }

    fn push(&mut self, field: &[u8]) {
        self.text.extend_from_slice(field);
        self.ends.push(self.text.len());
    }
}

/// A doubled quote inside quotes counts twice, so an odd number leaves one open.
fn quotes_are_open(line: &[u8]) -> bool {
    line.iter().fold(false, |open, byte| open ^ (*byte == b'"'))
}

/// The twenty fields of a row.
pub(super) struct Row<'a>([&'a str; HEADER.len()]);

impl<'a> Row<'a> {
    pub fn get(&self, column: Column) -> &'a str {
        self.0.get(column.place()).copied().unwrap_or("")
    }

    pub fn is_header(&self) -> bool {
        self.0 == HEADER
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cut(line: &str) -> Result<Vec<String>, (String, Code)> {
        let mut fields = Fields::default();
        let cut = fields.cut(line.as_bytes());
        cut.map(|row| row.0.iter().map(|field| (*field).to_owned()).collect())
            .map_err(|(column, code)| (column.name(), code))
    }

    #[test]
    fn quoted_fields_may_hold_commas_and_quotes() {
        let line = format!("2024-05-20,marriage,\"M,1 \"\"a\"\"\"{}", ",".repeat(17));
        assert_eq!(cut(&line).unwrap()[2], "M,1 \"a\"");
    }

    #[test]
    fn a_row_with_another_number_of_fields_or_an_open_quote_is_told_where() {
        assert_eq!(cut("2024-05-20,marriage"), Err(("ref".to_owned(), Code::BadColumns)));
        assert_eq!(cut(&",".repeat(20)), Err(("21".to_owned(), Code::BadColumns)));
        assert_eq!(cut(&",".repeat(18)), Err(("reason".to_owned(), Code::BadColumns)));
        assert_eq!(cut(&format!("\"2024{}", ",".repeat(19))).unwrap_err().1, Code::BadColumns);
    }

    #[test]
    fn a_byte_that_is_no_text_is_told_by_its_column() {
        let mut line = b"2024-05-20,marriage,M1,".to_vec();
        line.push(0xFF);
        line.extend(",".repeat(16).bytes());
        let mut fields = Fields::default();
        let fault = fields.cut(&line).err().map(|(column, code)| (column.name(), code));
        assert_eq!(fault, Some(("a_name".to_owned(), Code::BadUtf8)));
    }
}

//! Where a Chinese surname ends.

use super::normalise::is_han;

/// Compound surnames that are still met, by frequency.
const COMPOUND: [&str; 24] = [
    "欧阳", "上官", "司马", "诸葛", "司徒", "东方", "独孤", "慕容", "尉迟", "皇甫", "公孙", "令狐", "轩辕",
    "夏侯", "长孙", "宇文", "端木", "南宫", "西门", "呼延", "申屠", "太史", "淳于", "单于",
];

/// The surname of a name written in Han characters without a dot; `None` for every other name.
pub(super) fn of(name: &str) -> Option<&str> {
    if !name.chars().all(is_han) {
        return None;
    }
    let compound = COMPOUND.iter().find(|s| name.starts_with(**s) && name.len() > s.len());
    let end = compound.map_or_else(|| name.chars().next().map_or(0, char::len_utf8), |s| s.len());
    name.get(..end)
}

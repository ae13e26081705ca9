//! The 囍 lattice, the office's own 商, and what is drawn from them: marks of 32 px and the band of joy pages.
//!
//! One master on 15 × 15 square modules, straight strokes one module thick (UX §2.5).

use leptos::prelude::*;

/// 囍: its two long bars run to both edges, so that tiles join into one window lattice.
const XI: [&str; 15] = [
    "...#.......#...",
    "###############",
    "...#.......#...",
    ".#####...#####.",
    "...............",
    ".#####...#####.",
    ".#...#...#...#.",
    ".#####...#####.",
    "...............",
    "..#.#.....#.#..",
    "###############",
    "...............",
    ".#####...#####.",
    ".#...#...#...#.",
    ".#####...#####.",
];

/// 商 in the same modules: the office's plain mark, where people come who part, too.
const SHANG: [&str; 15] = [
    ".......#.......",
    ".......#.......",
    "###############",
    "....#.....#....",
    "....#.....#....",
    ".#############.",
    ".#...#...#...#.",
    ".#...#...#...#.",
    ".#.###...###.#.",
    ".#...........#.",
    ".#..#######..#.",
    ".#..#.....#..#.",
    ".#..#.....#..#.",
    ".#..#######..#.",
    ".#...........#.",
];

/// Which mark stands beside the office's name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sign {
    /// 囍 on cinnabar, for joy pages.
    Joy,
    /// 商 in ink.
    Plain,
}

/// The mark of the office, always beside its name.
#[component]
pub fn Mark(sign: Sign) -> impl IntoView {
    let (class, modules) = match sign {
        Sign::Joy => ("mark is-joy", &XI),
        Sign::Plain => ("mark is-plain", &SHANG),
    };
    view! {
        <svg class=class viewBox="-.5 -.5 16 16" shape-rendering="crispEdges" aria-hidden="true" focusable="false">
            <rect x="-.5" y="-.5" width="16" height="16" rx=".8" fill="currentColor" />
            <path d=outline(modules) fill="#fdfaf6" />
        </svg>
    }
}

/// The lattice as a band of 24 px under the head of a joy page. `drawn` lets it draw itself once.
#[component]
pub fn Band(#[prop(optional)] drawn: bool) -> impl IntoView {
    let tile = outline(&XI);
    view! {
        <svg
            class=if drawn { "band is-drawn" } else { "band" }
            height="25"
            shape-rendering="crispEdges"
            aria-hidden="true"
            focusable="false"
        >
            <defs>
                <pattern id="lattice-whole" width="15" height="15" y="-3" patternUnits="userSpaceOnUse">
                    <path d=tile.clone() fill="currentColor" />
                </pattern>
                // 1.5 px are three device pixels at 2×; the tile of 22.5 px leaves 1.5 px of the 24.
                <pattern
                    id="lattice-fine"
                    width="15"
                    height="15"
                    y="1"
                    patternUnits="userSpaceOnUse"
                    patternTransform="scale(1.5)"
                >
                    <path d=tile fill="currentColor" />
                </pattern>
            </defs>
            <g class="band-fade">
                <rect class="band-whole" width="100%" height="24" fill="url(#lattice-whole)" />
                <rect class="band-fine" width="100%" height="24" fill="url(#lattice-fine)" />
            </g>
        </svg>
    }
}

/// One path for all modules: a rectangle for each run of `#` in a row.
fn outline(modules: &[&str; 15]) -> String {
    use std::fmt::Write;
    let mut path = String::new();
    for (y, row) in modules.iter().enumerate() {
        let mut x = 0;
        for run in row.split_inclusive('.') {
            let length = run.trim_end_matches('.').len();
            if length > 0 {
                // Writing into a String cannot fail.
                let _ = write!(path, "M{x} {y}h{length}v1h-{length}z");
            }
            x += run.len();
        }
    }
    path
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_two_long_bars_join_from_tile_to_tile() {
        for row in [1, 10] {
            assert_eq!(XI[row], "#".repeat(15), "row {row}");
        }
        assert!(XI.iter().chain(&SHANG).all(|row| row.len() == 15));
    }

    #[test]
    fn a_row_is_drawn_as_one_rectangle_for_each_run() {
        let mut modules = ["..............."; 15];
        modules[2] = ".##...........#";
        assert_eq!(outline(&modules), "M1 2h2v1h-2zM14 2h1v1h-1z");
    }
}

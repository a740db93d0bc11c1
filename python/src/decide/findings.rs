//! What the commands of decision analysis have found, as text, tables and pictures.

use crate::error::bug;
use crate::found::{Findings, json};
use loyalsim::charts::{self, NamedChart};
use loyalsim::decide::compare::Comparison;
use loyalsim::decide::exit::Exit;
use loyalsim::decide::grid::Sweep;
use loyalsim::decide::optimise::{Optimised, Task};
use loyalsim::decide::paired::Rows;
use loyalsim::decide::sensitivity::Sensitivity;
use loyalsim::decide::stress::StressTest;
use loyalsim::decide::voi::Voi;
use loyalsim::design::Design;
use loyalsim::report;
use loyalsim::words::{Language, Words};
use pyo3::PyResult;

/// What every command does alike: its JSON is its result, its workbook holds its tables.
macro_rules! findings {
    ($name:ty, $text:expr, $files:expr, $charts:expr) => {
        impl Findings for $name {
            fn json(&self) -> PyResult<String> {
                json(&self.found)
            }

            fn text(&self, language: Language) -> String {
                $text(self, language)
            }

            fn files(&self) -> Vec<(String, String)> {
                $files(self)
            }

            fn charts(&self, language: Language) -> Vec<NamedChart> {
                $charts(self, language)
            }

            fn workbook(&self, language: Language) -> PyResult<Vec<u8>> {
                let mut tables = self.files();
                tables.retain(|(name, _)| name.ends_with(".csv"));
                report::tables_workbook(&self.design, &tables, language).map_err(|e| bug(&e))
            }
        }
    };
}

/// Of `compare`.
pub struct Compared {
    pub design: Design,
    pub found: Comparison,
    pub rows: Rows,
    pub names: Vec<String>,
}

findings!(
    Compared,
    |of: &Compared, language| report::compare_text(&of.found, language),
    |of: &Compared| vec![
        ("compare.csv".to_owned(), report::compare_csv(&of.found)),
        ("trials.csv".to_owned(), report::paired_csv(&of.names, &of.rows)),
    ],
    |of: &Compared, language| charts::comparison(&of.found, &of.rows, language)
);

/// Of `sweep`.
pub struct Swept {
    pub design: Design,
    pub found: Sweep,
}

findings!(
    Swept,
    |of: &Swept, language| report::sweep_text(&of.found, language),
    |of: &Swept| vec![("sweep.csv".to_owned(), report::sweep_csv(&of.found))],
    |of: &Swept, language| charts::sweep(&of.found, language)
);

/// Of `exit`.
pub struct Ended {
    pub design: Design,
    pub found: Exit,
}

findings!(
    Ended,
    |of: &Ended, language| report::exit_text(&of.found, language),
    |of: &Ended| vec![("exit.csv".to_owned(), report::exit_csv(&of.found))],
    |of: &Ended, language| charts::exit(&of.found, language)
);

/// Of `sensitivity`.
pub struct Understood {
    pub design: Design,
    pub found: Sensitivity,
}

findings!(
    Understood,
    |of: &Understood, language| report::sensitivity_text(&of.found, language),
    |of: &Understood| vec![
        ("sensitivity.csv".to_owned(), report::sensitivity_csv(&of.found)),
        ("tornado.csv".to_owned(), report::tornado_csv(&of.found)),
    ],
    |of: &Understood, language| charts::sensitivity(&of.found, language)
);

/// Of `stress`.
pub struct Stressed {
    pub design: Design,
    pub found: StressTest,
}

findings!(
    Stressed,
    |of: &Stressed, language| report::stress_text(&of.found, language),
    |of: &Stressed| vec![
        ("stress.csv".to_owned(), report::stress_csv(&of.found)),
        ("reverse.csv".to_owned(), report::reverse_csv(&of.found)),
    ],
    |of: &Stressed, language| charts::stress(&of.found, language)
);

/// Of `optimise`.
pub struct Searched {
    pub design: Design,
    pub task: Task,
    pub found: Optimised,
}

findings!(
    Searched,
    |of: &Searched, language| report::optimise_text(&of.found, language),
    |of: &Searched| {
        let design = |values: &[f64]| of.task.design(values).map(|(text, _)| text).ok();
        let found = of.found.found.iter();
        let designs = found.filter_map(|best| Some((best.file.clone(), design(&best.values)?)));
        std::iter::once(("optimise.csv".to_owned(), report::optimise_csv(&of.found)))
            .chain(designs)
            .collect::<Vec<_>>()
    },
    |of: &Searched, language| charts::optimisation(&of.found, language)
);

/// Of `voi`.
pub struct Judged {
    pub design: Design,
    pub found: Voi,
    pub counter: Option<String>,
}

impl Judged {
    fn words(&self, language: Language) -> Words<'_> {
        Words::new(language).with_currency(&self.found.currency)
    }
}

findings!(
    Judged,
    |of: &Judged, language| report::voi_text(&of.found, of.words(language)),
    |of: &Judged| {
        let tables = [
            ("voi.csv".to_owned(), report::voi_csv(&of.found)),
            ("studies.csv".to_owned(), report::voi_studies_csv(&of.found)),
        ];
        let counter = of.counter.iter().map(|text| ("counter-design.toml".to_owned(), text.clone()));
        tables.into_iter().chain(counter).collect::<Vec<_>>()
    },
    |of: &Judged, language| charts::voi(&of.found, of.words(language))
);

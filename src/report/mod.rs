//! What people and other programs read of a run: pure functions of the design and the summary.

mod brand_promotion;
mod brands;
mod brands_csv;
mod calibration;
mod categories;
mod categories_csv;
mod checked;
mod cohorts;
mod compare;
mod csv;
mod decision;
mod deck;
mod exit;
mod json;
mod monthly;
mod monthly_csv;
mod moved;
mod numbers;
mod optimise;
mod places;
mod printed;
mod quantity;
mod refit;
mod review_html;
mod review_markdown;
mod review_pages;
mod review_text;
mod sensitivity;
mod stress;
mod sweep;
mod table;
mod text;
mod today;
mod trials_csv;
#[cfg(feature = "parquet")]
mod trials_parquet;
mod voi;
mod workbook;
mod worth;

pub use brands::brands_text;
pub use brands_csv::{brands_csv, duplication_csv, promotion_csv};
pub use calibration::{
    Calibration, aside_row, calibrated_currency, calibrated_design, calibration_html, calibration_text,
    customers_csv, discounts_json, experiment_json, periods_json, reason_aside,
};
pub use categories::category_tables;
pub use categories_csv::categories_csv;
pub use checked::{Remark, remarks};
pub use cohorts::{CohortsFound, cohort_design, cohorts_html, cohorts_json, cohorts_text};
pub use compare::{compare_cautions, compare_csv, compare_text, paired_csv};
pub use csv::for_excel;
pub use deck::{DeckError, Template, review_deck, run_deck};
pub use exit::{exit_csv, exit_text};
pub use json::summary_json;
pub use monthly::monthly_tables;
pub use monthly_csv::monthly_csv;
pub use moved::moved_text;
pub use numbers::{numbers_csv, numbers_json, numbers_text};
pub use optimise::{optimise_csv, optimise_text};
pub use printed::page_numbers;
pub use quantity::Show;
pub use refit::{CohortRefit, Refit, cohort_refit_html, cohort_refit_text, refit_html, refit_text};
pub use review_html::review_html;
pub use review_markdown::{PICTURES, review_markdown};
pub use review_pages::ReviewPages;
pub use review_text::review_text;
pub use sensitivity::{sensitivity_csv, sensitivity_text, tornado_csv};
pub use stress::{reverse_csv, stress_csv, stress_text};
pub use sweep::{sweep_csv, sweep_text};
pub use text::answers;
pub use trials_csv::trials_csv;
#[cfg(feature = "parquet")]
pub use trials_parquet::trials_parquet;
pub use voi::{voi_csv, voi_studies_csv, voi_text};
pub use workbook::{
    WorkbookError, calibration_workbook, checked_workbook, moved_workbook, numbers_workbook, review_workbook,
    run_workbook, tables_workbook,
};
pub use worth::worth_tables;

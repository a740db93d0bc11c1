//! `trials.parquet`: what `trials.csv` holds, in typed columns for data tools. Only with the feature `parquet`.

use std::io::Write;
use std::sync::Arc;

use parquet::basic::{Repetition, Type as Physical};
use parquet::data_type::{DoubleType, Int64Type};
use parquet::errors::{ParquetError, Result};
use parquet::file::metadata::KeyValue;
use parquet::file::properties::WriterProperties;
use parquet::file::writer::{SerializedFileWriter, SerializedRowGroupWriter};
use parquet::schema::types::{Type, TypePtr};

use crate::summary::{Collector, RunInfo};

/// Writes the numbers of every trial as a Parquet file: the columns of `trials.csv`, `trial` as INT64 and the others as optional
/// DOUBLE, null where a number is not defined. Its metadata say how to get the same numbers again.
///
/// # Errors
/// Those of `file`.
pub fn trials_parquet<W: Write + Send>(file: W, collector: &Collector, run: &RunInfo) -> Result<()> {
    let names = collector.names();
    let properties = WriterProperties::builder().set_key_value_metadata(Some(origin(run))).build();
    let mut file = SerializedFileWriter::new(file, schema(&names)?, Arc::new(properties))?;
    let mut group = file.next_row_group()?;
    write_trials(&mut group, collector)?;
    let numbers = collector.numbers();
    for column in 0..names.len() {
        write_numbers(&mut group, numbers.column(column).into_iter())?;
    }
    group.close()?;
    file.into_inner().map(drop)
}

/// What a run needs to be repeated; the keys carry the program's name because other tools add keys of their own.
fn origin(run: &RunInfo) -> Vec<KeyValue> {
    [
        ("version", run.version.clone()),
        ("design_hash", run.design_hash.clone()),
        ("seed", run.seed.to_string()),
        ("customers", run.customers.to_string()),
    ]
    .map(|(key, value)| KeyValue::new(format!("loyalsim.{key}"), value))
    .into()
}

fn schema(names: &[String]) -> Result<TypePtr> {
    let column = |name: &str, physical, repetition| {
        Type::primitive_type_builder(name, physical).with_repetition(repetition).build().map(Arc::new)
    };
    let trial = column("trial", Physical::INT64, Repetition::REQUIRED);
    let numbers = names.iter().map(|name| column(name, Physical::DOUBLE, Repetition::OPTIONAL));
    let fields = std::iter::once(trial).chain(numbers).collect::<Result<_>>()?;
    Type::group_type_builder("trials").with_fields(fields).build().map(Arc::new)
}

fn write_trials<W: Write + Send>(
    group: &mut SerializedRowGroupWriter<'_, W>,
    collector: &Collector,
) -> Result<()> {
    let trials = collector.trials().map(i64::try_from).collect::<std::result::Result<Vec<_>, _>>()?;
    let mut column = group.next_column()?.ok_or_else(no_column)?;
    column.typed::<Int64Type>().write_batch(&trials, None, None)?;
    column.close()
}

fn write_numbers<W: Write + Send>(
    group: &mut SerializedRowGroupWriter<'_, W>,
    numbers: impl Iterator<Item = f64>,
) -> Result<()> {
    let (mut defined, mut levels) = (Vec::new(), Vec::new());
    for number in numbers {
        // The definition level of an optional column: 1 where there is a value, 0 for null.
        levels.push(i16::from(number.is_finite()));
        defined.extend(Some(number).filter(|n| n.is_finite()));
    }
    let mut column = group.next_column()?.ok_or_else(no_column)?;
    column.typed::<DoubleType>().write_batch(&defined, Some(&levels), None)?;
    column.close()
}

fn no_column() -> ParquetError {
    ParquetError::General("fewer columns in the schema than numbers of a trial".to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::design::{Design, Truth};
    use crate::simulate::{Experiment, Settings, Tally};
    use crate::summary::{Outcome, RunSettings};
    use parquet::file::reader::{FileReader, SerializedFileReader};
    use parquet::record::Field;
    use std::ops::ControlFlow;

    const SETTINGS: Settings = Settings { seed: 5, customers: 200 };
    const TRIALS: std::ops::Range<u64> = 3..9;

    fn played() -> (Collector, RunInfo) {
        let design = Design::parse(include_str!("../../scenarios/ladder.toml")).unwrap();
        let mut collector = Collector::new(&design);
        let outcome = |truth: &Truth, tally: &Tally| Outcome::of(&design, truth, tally);
        Experiment::new(&design, SETTINGS).run(TRIALS, outcome, |_, outcome| {
            collector.add(&outcome).unwrap();
            ControlFlow::Continue(())
        });
        let (trials_asked, target) = (TRIALS.end - TRIALS.start, crate::units::Share::new(0.05));
        let asked = RunSettings { seed: SETTINGS.seed, customers: SETTINGS.customers, trials_asked, target };
        let info = collector.summary(&asked).run;
        (collector, info)
    }

    fn reader((collector, info): &(Collector, RunInfo)) -> impl FileReader {
        let file = tempfile::tempfile().unwrap();
        trials_parquet(&file, collector, info).unwrap();
        SerializedFileReader::new(file).unwrap()
    }

    #[test]
    fn every_number_reads_back_to_the_same_bits() {
        let run = played();
        let (reader, collector) = (reader(&run), &run.0);
        let names = [vec!["trial".to_owned()], collector.names()].concat();
        let rows: Vec<_> = reader.get_row_iter(None).unwrap().map(|row| row.unwrap()).collect();
        assert_eq!(rows.len(), collector.trials().count());
        let (mut defined, mut undefined) = (0, 0);
        for ((row, trial), numbers) in rows.iter().zip(TRIALS).zip(collector.numbers().rows()) {
            let columns: Vec<_> = row.get_column_iter().collect();
            assert!(columns.iter().map(|(name, _)| *name).eq(&names));
            assert_eq!(columns[0].1, &Field::Long(trial as i64));
            for ((name, field), number) in columns[1..].iter().zip(numbers) {
                match field {
                    Field::Double(read) => assert_eq!(read.to_bits(), number.to_bits(), "{name}"),
                    other => assert!(*other == &Field::Null && number.is_nan(), "{name}: {other:?}"),
                }
                *(if number.is_nan() { &mut undefined } else { &mut defined }) += 1;
            }
        }
        assert!(
            defined > 0 && undefined > 0,
            "{defined} defined, {undefined} undefined: nothing is compared"
        );
    }

    #[test]
    fn the_metadata_say_where_the_numbers_come_from() {
        let run = played();
        let (reader, info) = (reader(&run), &run.1);
        let pairs = reader.metadata().file_metadata().key_value_metadata().unwrap();
        let value = |key: &str| pairs.iter().find(|p| p.key == key).unwrap().value.clone().unwrap();
        assert_eq!(value("loyalsim.version"), env!("CARGO_PKG_VERSION"));
        assert_eq!(value("loyalsim.design_hash"), info.design_hash);
        assert_eq!([value("loyalsim.seed"), value("loyalsim.customers")], ["5", "200"]);
    }
}

# The list of all numbers: `loyalsim explain`.

explain-pert = { $low } to { $high }, most likely { $mode }
explain-normal = normal with mean { $mean } and standard deviation { $deviation }
explain-quantiles = median { $median }, one in ten below { $low }, one in ten above { $high }
explain-counts = { $count } numbers in force, { $given } of them given in the design: { $bases }.
explain-count = { $count } { $basis }
explain-unit = Unit: { $unit }
explain-source = Source: { $source }
explain-no-source = none given
explain-origin-design = design
explain-origin-default = default

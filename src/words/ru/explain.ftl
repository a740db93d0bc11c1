# Перечень всех чисел: `loyalsim explain`.

explain-pert = от { $low } до { $high }, вероятнее всего { $mode }
explain-normal = нормальное распределение: среднее { $mean }, стандартное отклонение { $deviation }
explain-quantiles = медиана { $median }; в одном случае из десяти ниже { $low }, в одном из десяти выше { $high }
explain-counts = Чисел в расчёте: { $count }, из них задано в проекте: { $given }. По основанию: { $bases }.
explain-count = { $basis } — { $count }
explain-unit = Единица: { $unit }
explain-source = Источник: { $source }
explain-no-source = не указан
explain-origin-design = проект
explain-origin-default = по умолчанию

# Рисунки анализа решений: вывод каждого, что показано, подписи.

chart-decide-source = seed { $seed } · прогонов: { $trials }, клиентов в каждом: { $customers } · loyalsim { $version }{ $partial }
chart-decide-net = Чистый эффект
chart-decide-no-gain = безубыточность
chart-decide-loses = убыток: { $share } прогонов
chart-decide-no-program = Без программы
chart-decide-design = Нынешний проект

chart-compare-best = Наибольший чистый эффект у проекта { $name }: в среднем { $gain }
chart-compare-none = В среднем ни у одного из этих проектов нет положительного чистого эффекта
chart-compare-best-in = лучший: { $share } прогонов
chart-compare-effects-shown = Средний чистый эффект каждого проекта при тех же клиентах и той же случайности; отрезки: 95 % интервал среднего.
chart-compare-most-often = Чаще всего лучший проект — { $name }: { $share } прогонов
chart-compare-range = 90 %: { $range }
chart-compare-chance = Вероятность не превысить сумму
chart-compare-distributions-shown = Вероятность того, что чистый эффект не превысит показанную сумму: чем правее кривая, тем лучше.

chart-sweep-best = Лучшее из проверенного: { $settings }
chart-sweep-shown = { $measure }. Усы: 95 % интервал разницы с лучшим значением при той же случайности.
chart-sweep-shown-grid = { $measure }. Лучший вариант обведён.
chart-sweep-present = в проекте

chart-optimise-improved = При других значениях рычагов программа лучше на { $gain } ({ $measure })
chart-optimise-as-good = Нынешний проект не хуже лучших найденных значений
chart-optimise-nothing = Ни один из проверенных вариантов явно не лучше отсутствия программы
chart-optimise-infeasible = Ни один из проверенных вариантов не выполняет все ограничения
chart-optimise-best = Лучшие найденные значения
chart-optimise-shown = { $measure } на новых прогонах, не участвовавших в поиске, с 95 % интервалом среднего.
chart-optimise-moved = { $name }: { $from } → { $to }
chart-optimise-front = На выбор { $count ->
    [one] { $count } проект
    [few] { $count } проекта
   *[other] { $count } проектов
}: { $across } или { $up }
chart-optimise-trade-offs = Найденные компромиссы
chart-optimise-idle = Не лучше, чем без программы
chart-optimise-front-shown = Каждое число — проект в папке результатов (front-01.toml и далее), на новых прогонах.

chart-stress-loses-anyway = В среднем программа убыточна и без шока
chart-stress-survives = { $count ->
    [one] Программа остаётся прибыльной при проверенном шоке: { $worst }
   *[other] Программа остаётся прибыльной при каждом из { $count } шоков; худший: { $worst }
}
chart-stress-falls = Шоков, от которых программа становится убыточной: { $losing } из { $count }; худший: { $worst }
chart-stress-as-designed = Программа как в проекте
chart-stress-shocks-shown = Средний чистый эффект программы при каждом шоке, с теми же клиентами и той же случайностью; отрезки: 95 % интервал среднего.
chart-stress-reverse = Программа { stress-what }, если эти допущения сдвинутся вместе: примерно 1 случай из { $odds }
chart-stress-reverse-shown = Ближайшее сочетание допущений, при котором программа в среднем терпит неудачу; наибольшие сдвиги среди неточных исходных чисел.
chart-stress-reverse-axis = Ниже (влево) или выше (вправо) ожидаемого, в стандартных отклонениях
chart-stress-shift = { $from } → { $to }

chart-exit-dearest = Закрытие программы стоит до { $cost } маржинального дохода ({ MONTH($month) })
chart-exit-free = Ни в одном из проверенных месяцев закрытие программы не снижает маржинальный доход
chart-exit-shown = Средние до конца срока. Усы: 90 % прогонов.
chart-exit-across = Месяц закрытия, считая с начала
chart-exit-up = Деньги до конца срока
chart-exit-against = Закрытие относительно продолжения
chart-exit-cost = Потерянный доход

# Программа уже действует: вместо сообщения без -goes-on.
chart-stress-loses-anyway-goes-on = В среднем изменение убыточно и без шока
chart-stress-survives-goes-on = { $count ->
    [one] Изменение остаётся прибыльным при проверенном шоке: { $worst }
   *[other] Изменение остаётся прибыльным при каждом из { $count } шоков; худший: { $worst }
}
chart-stress-falls-goes-on = Шоков, от которых изменение становится убыточным: { $losing } из { $count }; худший: { $worst }
chart-stress-as-designed-goes-on = Изменение как в проекте
chart-optimise-nothing-goes-on = Ни одно из проверенных значений не лучше, чем оставить всё как есть
chart-optimise-idle-goes-on = Не лучше, чем оставить всё как есть

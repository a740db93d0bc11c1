# Графики анализа решений: вывод каждого, что показано, подписи.

chart-decide-source = начальное число { $seed } · прогонов: { $trials }, клиентов в каждом: { $customers } · loyalsim { $version }{ $partial }
chart-decide-net = Чистый эффект
chart-decide-no-gain = ни прибыли, ни убытка
chart-decide-loses = убыток: { $share } прогонов
chart-decide-no-program = Без программы
chart-decide-design = Нынешний проект

chart-compare-best = Больше всех даёт { $name }: в среднем { $gain }
chart-compare-none = В среднем ни один из этих проектов ничего не даёт
chart-compare-best-in = лучший: { $share } прогонов
chart-compare-effects-shown = Средний чистый эффект каждого проекта на тех же клиентах и том же случае, с 95 % интервалом среднего.
chart-compare-most-often = Чаще всего лучший — { $name }: { $share } прогонов
chart-compare-range = 90 %: { $range }
chart-compare-chance = Вероятность, что не больше
chart-compare-distributions-shown = Для каждой суммы — вероятность, что чистый эффект её не превысит: чем правее кривая, тем лучше.

chart-sweep-best = Лучшая из проверенных настроек: { $settings }
chart-sweep-shown = { $measure } по всем прогонам. Усы: 95 % интервал разницы с лучшей настройкой при том же случае.
chart-sweep-shown-grid = { $measure } по всем прогонам. Лучшая настройка обведена.
chart-sweep-present = в проекте

chart-optimise-improved = Другие настройки той же программы лучше на { $gain } ({ $measure })
chart-optimise-as-good = Проект не хуже лучших найденных настроек
chart-optimise-nothing = Ни одна из проверенных настроек не лучше бездействия
chart-optimise-infeasible = Ни одна из проверенных настроек не выполняет всех условий
chart-optimise-best = Лучшие найденные настройки
chart-optimise-shown = { $measure } на новых прогонах, по которым ничего не выбирали, с 95 % интервалом среднего.
chart-optimise-moved = { $name }: { $from } → { $to }
chart-optimise-front = На выбор { $count ->
    [one] { $count } проект
    [few] { $count } проекта
   *[other] { $count } проектов
}: { $across } или { $up }
chart-optimise-trade-offs = Найденные компромиссы
chart-optimise-front-shown = Каждое число — проект в папке результатов (front-01.toml и далее), на новых прогонах.

chart-stress-loses-anyway = В среднем программа убыточна, с ударом и без него
chart-stress-survives = { $count ->
    [one] Программа выдерживает проверенный удар: { $worst }
   *[other] Программа выдерживает каждый из ударов ({ $count }); худший: { $worst }
}
chart-stress-falls = Ударов, от которых прибыль программы становится убытком: { $losing } из { $count }; худший: { $worst }
chart-stress-as-designed = Программа как в проекте
chart-stress-blows-shown = Средний чистый эффект программы в каждом мире на тех же клиентах и том же случае, с 95 % интервалом среднего.
chart-stress-reverse = Программа { stress-what }, если разом сложится вот это: примерно 1 случай из { $odds }
chart-stress-reverse-shown = Ближайшее сочетание допущений, при котором она проваливается в среднем по случаю; самые большие сдвиги из всех неточных чисел.
chart-stress-reverse-axis = Ниже (влево) или выше (вправо) ожидаемого, в стандартных отклонениях
chart-stress-shift = { $from } → { $to }

chart-exit-dearest = Закончить программу стоит до { $cost }: дороже всего в { MONTH($month, case: "prepositional") }
chart-exit-free = Ни в одном из проверенных месяцев конец программы ничего не стоит
chart-exit-shown = Средние по прогонам до конца срока. Усы: девять прогонов из десяти.
chart-exit-across = Месяц конца, считая с начала
chart-exit-up = Деньги до конца срока
chart-exit-against = Конец против продолжения
chart-exit-cost = Цена выхода

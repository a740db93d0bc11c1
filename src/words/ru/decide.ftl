# Ответы `loyalsim compare`, `sweep`, `optimise`, `stress` и `exit`: текст для терминала, в колонках.

decide-size = { $trials ->
    [one] { $trials } прогон
    [few] { $trials } прогона
   *[other] { $trials } прогонов
} по { $customers } модельных клиентов, случай для всех один и тот же; начальное число { $seed }
decide-no-program = без программы
decide-warning = внимание: { $text }

compare-against = против
compare-each = ЧТО ДАЁТ КАЖДЫЙ ПРОЕКТ
compare-less = { $name } МИНУС { $first }
compare-difference = Разница
compare-interval = 95 % интервал
compare-greater = Прогонов, где больше
compare-in-trials = { $share }
compare-which = ЧТО ЛУЧШЕ (чистый эффект)
compare-clear = { $better } в среднем лучше, чем { $other }, и разница больше погрешности; прогонов, где лучше: { $share }.
compare-unclear = { $better } и { $other } по стольким прогонам в среднем не различить; поможет больше --trials.
compare-first-order = Доминирование первого порядка: { $verdict ->
    [dominates] есть, { $better } выберет всякий, кому больше денег лучше, чем меньше.
    [likely] вероятно, есть у { $better }: возражения — в пределах погрешности.
    [undecided] по стольким прогонам не решить.
   *[no] нет; выбор зависит от того, какой риск вы готовы нести.
}
compare-second-order = Доминирование второго порядка: { $verdict ->
    [dominates] есть, { $better } выберет и тот, кто не любит риска.
    [likely] вероятно, есть у { $better }: возражения — в пределах погрешности.
    [undecided] по стольким прогонам не решить.
   *[no] нет; выбор зависит от того, какой риск вы готовы нести.
}
compare-regret = СОЖАЛЕНИЕ (насколько больше, задним числом, дал бы лучший из этих проектов)
compare-regret-mean = В среднем
compare-regret-tail = В 1 случае из 20 больше
compare-regret-worst = В худшем случае
compare-regret-best = Прогонов, где лучший
compare-caution = { $first } и { $name } отличаются не только программой ({ $what }): в их разнице есть и разница двух бизнесов
compare-and-more = { $what } и ещё { $count }

sweep-down-across = По вертикали: { $down }. По горизонтали: { $across }. Лучшее отмечено *.
sweep-behind = От лучшего
sweep-best-cell = лучшее
sweep-best = Лучшее: { $settings }; результат: { $value }.
sweep-setting = { $name } = { $value }
sweep-alone = Ни одна другая из проверенных настроек не так хороша, с учётом погрешности.
sweep-as-good = Настроек, столь же хороших в пределах погрешности: { $count } из { $all }.
sweep-edge = Лучшее лежит на краю проверенного диапазона ({ $levers }): ищите дальше.
sweep-lucky = Лучшая из { $cells } настроек немного обязана именно этим прогонам; насколько — покажет другой --seed.

optimise-tried = Проверено настроек: { $points }, прогонов на каждую: { $search }; дальше — новые прогоны, по которым ничего не выбирали:
optimise-partial = НЕПОЛНЫЙ РАСЧЁТ: поиск остановлен; --resume продолжит его по журналу.
optimise-improved = НАЙДЕНЫ НАСТРОЙКИ ЛУЧШЕ: { $measure } { $gain } против нынешнего проекта.
optimise-as-good = ПРОЕКТ НЕ ХУЖЕ ЛУЧШЕГО ИЗ НАЙДЕННОГО, в пределах погрешности ({ $measure } { $gain }): оставьте рычаги как есть.
optimise-nothing = НИЧЕГО ЛУЧШЕ БЕЗДЕЙСТВИЯ НЕ НАЙДЕНО: лучшие настройки дают { $gain } против отсутствия программы, и это не явный выигрыш.
optimise-nothing-on-any = НИЧЕГО ЛУЧШЕ БЕЗДЕЙСТВИЯ НЕ НАЙДЕНО: явного выигрыша нет ни по одному из показателей ({ $measures }).
optimise-front = { $count ->
    [one] { $count } КОМПРОМИСС
    [few] { $count } КОМПРОМИССА
   *[other] { $count } КОМПРОМИССОВ
}: ни один не лучше другого сразу по всем показателям ({ $measures }).
optimise-infeasible = НИ ОДНА ИЗ ПРОВЕРЕННЫХ НАСТРОЕК НЕ ВЫПОЛНЯЕТ ВСЕХ УСЛОВИЙ; ниже самые близкие. Смягчите условие или добавьте рычаг.
optimise-no-program = Без программы
optimise-design = Проект
optimise-at-least = { $measure } (не менее { $value })
optimise-at-most = { $measure } (не более { $value })
optimise-of-best = { $measure } при лучших настройках
optimise-against-design = Против нынешнего проекта: { $mean }, 95 % интервал: { $range }.
optimise-against-nothing = Против отсутствия программы: { $mean }, 95 % интервал: { $range }.
optimise-lost-since = На прогонах поиска получалось { $value }: разницей этот результат был обязан тем прогонам.
optimise-at-bounds = На краю своих границ: { $levers }. Это настоящие границы?
optimise-no-longer-feasible = Часть настроек, выполнявших условия при поиске, на новых прогонах их не выполняет.
optimise-near-limit = { $limit }: слишком близко к пределу, чтобы быть уверенным.

# Что считать провалом, после слова «программа».
stress-what = { $failure ->
    [loss] приносит убыток
   *[goal] не достигает цели { $goal }
}
stress-how-often = КАК ЧАСТО ОНА ПРОВАЛИВАЕТСЯ?
stress-fails = Прогонов, в которых программа { stress-what }: { $share }.
stress-least = КАКОЙ НАИМЕНЬШЕЙ БЕДЫ ДОСТАТОЧНО?
stress-stopped = Поиск был остановлен.
stress-none = Ни при каком правдоподобном сочетании допущений (до одного на тридцать тысяч) она не проваливается в среднем по случаю.
stress-middle = Никакой: программа { stress-what } уже при средних допущениях.
stress-together = Программа { stress-what }, если вместе сдвинется следующее — всего на { $distance } стандартного отклонения (столь же плохое бывает примерно в 1 случае из { $odds }):
stress-central = Ожидается
stress-then = Тогда
stress-part = Вклад
stress-luck = Меньше половины этих провалов — из-за неудачных допущений: остальное — случай, а его тем больше, чем меньше
stress-luck-remedy = модельных клиентов. Насколько он настоящий, покажет больше --customers.
stress-where = ГДЕ ЛЕЖАТ ПРОВАЛЫ?
stress-no-box = Провалов слишком мало, или они рассеяны слишком ровно, чтобы судить.
stress-box = Если { $conditions } (таких случаев: { $probability }), программа { stress-what } с вероятностью { $density }; доля всех провалов: { $coverage }.
stress-between = { $number } от { $low } до { $high }
stress-above = { $number } выше { $low }
stress-below = { $number } ниже { $high }
stress-blows = ЧТО ДЕЛАЮТ ОТДЕЛЬНЫЕ УДАРЫ? (те же клиенты, тот же случай)
stress-net = Чистый эффект
stress-change = Изменение
stress-loss = Вероятность убытка
stress-business = Бизнес в целом

# Удары, внутри предложения.
blow-as-designed = как в проекте
blow-rival-opens = в 3-м месяце открывается конкурент, на 5 % дешевле
blow-turnover-doubles = текучесть персонала удваивается
blow-dearer-rewards = награды дороже на 50 %
blow-dearer-running = запуск и текущие расходы дороже на 50 %
blow-devaluation = валовая маржа падает на пятую часть (товар дорожает)
blow-lower-retention = удержание на десятую часть ниже
blow-fewer-join = вступить готова лишь половина
blow-fewer-purchases = покупают на пятую часть реже
blow-service-slips = с 3-го месяца сервис портится: сбоев вдвое больше

exit-what = ВО ЧТО ОБОЙДЁТСЯ КОНЕЦ ПРОГРАММЫ
exit-ends = Конец
exit-cost = Цена выхода
exit-points = Из неё баллы
exit-against = Против продолжения
exit-customers = Клиенты против продолжения
exit-goes-on = Если продолжать, чистый эффект составит { $effect }.
exit-best = Лучший из этих сроков — { MONTH($month) }: это на { $gain } больше, чем продолжать.
exit-none = Ни один из проверенных сроков не лучше продолжения, с учётом погрешности.
exit-note = Цена выхода: насколько меньше бизнес заработает с этого месяца до конца срока, чем если бы программы не было никогда.

# Файлы результатов, по их именам.
file-compare-json = всё, что выше, и больше — для других программ
file-compare-csv = каждый показатель каждого проекта
file-trials-csv = по строке на прогон и проект
file-sweep-json = всё, что выше, и больше — для других программ
file-sweep-csv = каждая настройка
file-optimise-json = всё, что выше, и больше — для других программ
file-optimise-csv = каждая проверенная настройка
file-best-toml = проект с лучшими настройками
file-front-toml = проект для каждого компромисса
file-stress-json = всё, что выше, и больше — для других программ
file-stress-csv = отдельные удары
file-reverse-csv = каждое допущение у ближайшего провала
file-exit-json = всё, что выше, и больше — для других программ
file-exit-csv = каждый проверенный срок

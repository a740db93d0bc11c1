# Ответы и графики `loyalsim sensitivity`.

sense-size = { $rows ->
    [one] { $rows } строка
    [few] { $rows } строки
   *[other] { $rows } строк
} выборки; прогонов: { $played }, клиентов в каждом: { $customers }; начальное число { $seed }
sense-partial = НЕПОЛНЫЙ РАСЧЁТ: остановлен после { $done } из { $asked } строк или до того, как числа проверены по одному.

sense-what = ЧТО РЕШАЕТ?
sense-spread = { CAPITAL($measure) }: в среднем { $mean }; в девяти случаях из десяти { $range }.
sense-split = В этом разбросе { $luck } — случай, { $ignorance } — незнание чисел. Случай здесь — для { $customers } клиентов в расчёте; у крупной компании его меньше.
sense-top = { $count ->
    [one] Больше всего значит { $names }.
   *[other] Больше всего значат: { $names }.
}
sense-share-of = { $name } ({ $share })

sense-shares = КАКУЮ ЧАСТЬ РАЗБРОСА ОБЪЯСНЯЕТ КАЖДОЕ ЧИСЛО
sense-in-all = Всего
sense-alone = Само
sense-interval = 95 %
sense-luck = случай
sense-rest = { $count ->
    [one] оставшееся число
    [few] остальные { $count } числа вместе
   *[other] остальные { $count } чисел вместе
}
sense-sum = { $names } (в сумме 1)
sense-joined = { $names } (связаны)
sense-note-alone = Само: на столько в среднем сузился бы разброс, если бы вы знали это и больше ничего.
sense-note-all = Всего: столько осталось бы, если бы вы знали всё остальное. Взаимодействие засчитано каждому, поэтому сумма бывает больше 100 %.

sense-one = ПО ОДНОМУ ЧИСЛУ
sense-one-note = Каждое число — на своём 10-м и 90-м процентиле, остальные посередине, где выходит { $middle }. Случай везде один и тот же.
sense-low = Мало
sense-high = Много
sense-then = Тогда
sense-change = Разница

sense-how-sure = НАСКОЛЬКО ЭТО ТОЧНО?
sense-settled = Установилось: по половине строк доли отличаются не больше чем на { $points }
sense-unsettled = Не установилось: по половине строк доли отличаются до { $points } Возьмите больше строк: -t { $more }
sense-few = Строк слишком мало, чтобы судить, установились ли доли.
sense-screened = Неизвестных чисел: { $numbers }. Первый просмотр отобрал { $kept } самых важных, остальные стоят вместе одной строкой.
sense-grouped = Числа, связанные корреляцией или дающие в сумме 1, считаются за одно: порознь они не меняются. «По одному» каждое движется само.
sense-undefined = Не учтено строк: { $count } из { $rows } — показатель в них не определён.

sense-source = { $title } · проект { $hash } · начальное число { $seed } · строк: { $rows }, клиентов в прогоне: { $customers } · loyalsim { $version }{ $partial }
sense-source-partial = { " " }· НЕПОЛНЫЙ РАСЧЁТ
sense-pictured-tornado = Поодиночке сильнее всего двигает результат «{ $number }»: от { $low }, когда мало, до { $high }, когда много
sense-tornado-shown = { CAPITAL($measure) }, когда каждое число на 10-м (светлое) и на 90-м процентиле (тёмное), остальные посередине; среднее при одном и том же случае. Числа у полос — эти значения.
sense-middle = всё посередине
sense-pictured-shares = { $luck } разброса — случай; из чисел больше всего значит «{ $number }» ({ $share })
sense-shares-shown = Доля дисперсии ({ $measure }), которую объясняет каждое число, с учётом взаимодействий, и её 95-процентный интервал. Справа — доля без взаимодействий.
sense-shares-axis = Доля дисперсии
sense-by-itself = само { $share }
sense-pictured-scatter = { CAPITAL($number) }: объясняет { $share } разброса
sense-scatter-shown = Каждая точка — прогон: значение числа и что вышло ({ $measure }). Всё остальное тоже меняется.
sense-trial = прогон
sense-pictured-settled = Доли установились: по половине строк они отличаются не больше чем на { $points }
sense-pictured-unsettled = Доли не установились: по половине строк они отличаются до { $points }
sense-rows-shown = Доля дисперсии ({ $measure }) с учётом взаимодействий, по первым строкам.
sense-rows = Строк

file-sensitivity-json = всё, что выше, и больше — для других программ
file-sensitivity-csv = доли разброса
file-tornado-csv = по одному числу

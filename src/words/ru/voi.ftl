# Ценность информации: `loyalsim voi`.

voi-advice-now = РЕШАЙТЕ СЕЙЧАС: { $choice }. { $why ->
    [nothing] Что бы ни удалось узнать, решение не изменится.
    [dear] Ни одно из рассмотренных исследований не стоит своих денег.
   *[none] Нет исследования, которое могло бы изменить это решение.
}
voi-advice-study = СНАЧАЛА УЗНАЙТЕ, ПОТОМ РЕШАЙТЕ: проведите исследование { $study } ({ $sample }); за вычетом затрат оно даёт { $net }. Если ждать нельзя: { $choice }.
voi-advice-perhaps = НА ГРАНИ: исследование { $study } ({ $sample }), вероятно, даёт { $net } за вычетом затрат, но при таком числе прогонов это не доказано; увеличьте --trials или решайте сейчас: { $choice }.

voi-choice-dont-launch = не запускать
voi-choice-launch = запускать
voi-choice-counter-design = запускать встречный проект
voi-choice-alternative = запускать «{ $name }»

voi-today = ЧТО РЕШИТЬ СЕГОДНЯ?
voi-today-npv = Приведённая стоимость
voi-today-best-in = Лучше всего в
voi-today-of-trials = { $share } прогонов
voi-today-best = Лучшее решение сегодня, в среднем: { $choice }.

voi-more = СКОЛЬКО СТОИТ УЗНАТЬ БОЛЬШЕ?
voi-perfect = Если бы все неопределённые числа (их { $numbers }) были известны: { $worth }. Тогда в { $changes } случаев лучше было бы другое решение.
voi-perfect-bound = Дороже этого не стоит ни одно исследование.
voi-perfect-nothing = Даже если бы все неопределённые числа (их { $numbers }) были известны, решение осталось бы прежним: при таком числе прогонов выигрыша не видно (не более { $most }).
voi-luck = Остальное — случай, которого не предвидит никто; с ним предвидение стоило бы { $all }.
voi-number = Число
voi-worth = Сколько стоит знать
voi-flips = Где меняется решение
voi-flip = { $at } (ниже: { $below }; выше: { $above })
voi-flip-none = одно это число решения не меняет
voi-others = { $count ->
    [one] Ещё { $count } число: неотличимо от нуля, не более { $most }.
    [few] Ещё { $count } числа: каждое неотличимо от нуля, не более { $most }.
   *[other] Ещё { $count } чисел: каждое неотличимо от нуля, не более { $most }.
}
voi-none-alone = Ценность каждого числа в отдельности неотличима от нуля: каким бы оно ни оказалось, решение останется прежним (не более { $most }).
voi-together = Известны вместе
voi-bond-shares = доли { $table }
voi-bond-correlated = { $numbers } (связаны корреляцией)
voi-bond-table = все числа { $table }
voi-bond-basis = все числа с основанием «{ $basis }»

voi-studies = КАКИЕ ИССЛЕДОВАНИЯ?
voi-studies-proposed = В проекте нет ни одного [[study]]. Ниже — предложения по правилу: объёмы и затраты взяты на глаз, поставьте свои.
voi-studies-none = Ни одно число не стоит исследования: предлагать нечего.
voi-study = Исследование
voi-study-sample = Объём
voi-study-cost = Затраты
voi-study-worth = Ценность
voi-study-net = Выигрыш
voi-study-verdict = Вывод
voi-study-named = «{ $name }»
voi-kind-survey = Опрос: { $number }
voi-kind-records = Собственный учёт: { $number }
voi-kind-pilot = Пилот: { $number }
voi-kind-ab-test = A/B-тест: { $number }
voi-sample-survey = { $count ->
    [one] { $count } ответ
    [few] { $count } ответа
   *[other] { $count } ответов
}
voi-sample-records = { $count ->
    [one] { $count } случай
    [few] { $count } случая
   *[other] { $count } случаев
}
voi-sample-pilot = { $count ->
    [one] { $count } магазин
    [few] { $count } магазина
   *[other] { $count } магазинов
} на { format-months }
voi-sample-ab-test = { $count ->
    [one] { $count } клиент
    [few] { $count } клиента
   *[other] { $count } клиентов
} на { format-months }
voi-verdict-worthwhile = провести
voi-verdict-perhaps = вероятно, окупится
voi-verdict-too-dear = дороже, чем стоит
voi-verdict-changes-nothing = решения не изменит
voi-planned = По плану: { $sample }, выигрыш был бы { $net }; выше — объём с наибольшим выигрышем.
voi-stop = Прекращайте, как только 90-процентный интервал числа «{ $number }» окажется целиком выше или ниже { $at } (в конце ожидается ± { $width }). Ниже: { $below }; выше: { $above }.
voi-stop-none = Ни одно из его чисел само по себе решения не меняет: внесите результаты в проект и запустите voi снова.
voi-overlap = Ценности не складываются: исследования одного и того же решения пересекаются. Проведите первое, внесите результат в проект и запустите voi снова.

chart-voi-numbers = Больше всего решает «{ $number }»: знать это число стоит { $worth }
chart-voi-numbers-none = Ни одно число в отдельности узнавать не стоит
chart-voi-numbers-shown = Сколько стоит точно знать число до решения, с 95-процентным интервалом. Больше этого не даст ни одно исследование этого числа.
chart-voi-numbers-axis = Ожидаемая ценность полной информации
chart-voi-all = Все числа сразу
chart-voi-unclear = неотличимо от нуля
chart-voi-study-gain = { $study }: больше всего даёт { $sample } — { $net } за вычетом затрат
chart-voi-study-loss = { $study }: при любом объёме дороже, чем стоит
chart-voi-study-shown = Сколько исследование стоит для решения и что остаётся за вычетом затрат, в зависимости от объёма.
chart-voi-study-across = { $kind ->
    [survey] Ответов
    [records] Случаев
    [pilot] Магазинов
   *[ab_test] Клиентов
}
chart-voi-study-up = Приведённая стоимость
chart-voi-study-worth = Ценность
chart-voi-study-left = За вычетом затрат
chart-voi-study-planned = по плану
chart-voi-study-best = наибольший выигрыш
chart-voi-flip = { $number }: ниже { $at } лучше { $below }, выше — { $above }
chart-voi-flip-none = { $number }: одно это число решения не меняет
chart-voi-flip-shown = Ожидаемая приведённая стоимость каждого решения в зависимости от числа, которое решает больше всего; остальные числа так же неопределённы, как сейчас.
chart-voi-flip-up = Ожидаемая приведённая стоимость
chart-voi-flip-mark = решение меняется
chart-voi-source = { $title } · проект { $hash } · начальное число { $seed } · прогонов: { $trials }, клиентов в каждом: { $customers } · loyalsim { $version }{ $partial }

file-voi-json = всё перечисленное и ещё больше, для других программ
file-voi-csv = сколько стоит знать каждое число
file-studies-csv = исследования по выгоде
file-counterdesign-toml = лучший проект, с которым сравнивали

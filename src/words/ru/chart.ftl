# Рисунки: вывод каждого (заголовок), что показано, подписи.

chart-source = { $title } · проект { $hash } · seed { $seed } · прогонов: { $trials }, клиентов в каждом: { $customers } · loyalsim { $version }{ $partial }
chart-partial = { " " }· НЕПОЛНЫЙ РАСЧЁТ: остановлен после { $trials } из { $asked } прогонов
chart-months = месяцев с начала
chart-trials = Прогонов
chart-without = Без программы
chart-with = С программой
chart-today = Как сейчас
chart-launch = запуск
chart-stop = конец программы
chart-bands = Линии — средние, полосы — 50 и 90 % прогонов.
chart-spread = 90 % прогонов: { $range }
chart-spread-head = 90 % прогонов:
chart-unit-points = п. п.

chart-retention-alone = Без программы ещё на год остаются { $share } клиентов
chart-retention-up = { $saved ->
    [one] Программа удерживает на { $saved } клиента больше
   *[other] Программа удерживает на { $saved } клиентов больше
}
chart-retention-up-paid = { chart-retention-up }; { $share } её выгод достаётся тем, кто остался бы и так
chart-retention-down = { $lost ->
    [one] Из-за программы уйдёт на { $lost } клиента больше, чем она удержит
   *[other] Из-за программы уйдёт на { $lost } клиентов больше, чем она удержит
}
chart-retention-none = Программа не удерживает никого из тех, кто ушёл бы без неё
chart-retention-open = Влияние программы на удержание неотличимо от нуля: от { $low } до { $high } клиентов в 90 % прогонов
chart-retention-shown = Удержание за год: доля клиентов двенадцатимесячной давности, которые остаются клиентами. { chart-bands }
chart-retention-shown-annualised = Удержание за год: доля клиентов двенадцатимесячной давности, которые остаются клиентами; в первый год — в пересчёте на год. { chart-bands }
chart-retention-axis = Доля клиентов, оставшихся за двенадцать месяцев

chart-churn-nobody = Никто не уходит
chart-churn-alone = Главная причина ухода: { $cause } ({ $share } ушедших)
chart-churn-lowered = Главная причина ухода: { $cause } ({ $share } ушедших); с программой таких уходов на { $change } меньше
chart-churn-raised = Главная причина ухода: { $cause } ({ $share } ушедших); с программой таких уходов на { $change } больше
chart-churn-same = Программа почти не влияет на главную причину ухода: { $cause } ({ $share } ушедших)
chart-churn-most = { $main }; сильнее всего программа влияет на причину «{ $cause }» ({ $change })
chart-churn-shown = Клиенты, уходящие за месяц, по главной причине, в доле от всех клиентов. Ожидаемые значения.
chart-churn-axis = Доля клиентов, уходящих за месяц
chart-churn-rate = { $rate } % в месяц
chart-churn-rates = без неё { $without } %, с ней { $with } %

chart-waterfall-gain = { $sure ->
    [yes] За { format-months } программа приносит на { $amount } больше, чем стоит
   *[no] В среднем за { format-months } программа приносит на { $amount } больше, чем стоит
}
chart-waterfall-loss = { $sure ->
    [yes] За { format-months } программа стоит на { $amount } больше, чем приносит
   *[no] В среднем за { format-months } программа стоит на { $amount } больше, чем приносит
}
chart-waterfall-nothing = За { format-months } программа ничего не стоит и ничего не приносит
chart-waterfall-shown = От изменения продаж к чистому эффекту. Маржинальный доход без программы: { $baseline }. Средние, без дисконтирования.
chart-waterfall-more-sales = Маржа дополнительных продаж (в ценах без скидок)
chart-waterfall-lost-sales = Маржа потерянных продаж (в ценах без скидок)
chart-waterfall-outstanding = Баллы, которые ещё спишут
chart-waterfall-net = Чистый эффект
chart-base = { $net } за { format-months }, { $all } вместе с ценностью клиентов, оставшихся к концу срока
chart-base-shown = Что эти клиенты принесут потом (дисконтировано к концу срока): { $with } с программой, { $without } без неё. Средние.
chart-base-axis = Чистый эффект с учётом ценности базы
chart-base-net = Чистый эффект за срок
chart-base-stays = Число клиентов и срок их жизни
chart-base-each = Доход с каждого клиента
chart-base-all = Чистый эффект с учётом базы
chart-worth = Ценность сегодняшних клиентов — { $value }, клиентов в конце срока — { $without } без программы и { $with } с ней
chart-worth-alone = Ценность сегодняшних клиентов — { $value }
chart-worth-shown = Пожизненная ценность сегодняшнего клиента с программой: маржа за вычетом скидок и баллов плюс сборы, дисконтировано. Усы: 90 % прогонов.
chart-worth-answers = По сегодняшнему ответу; сколько стоит изменившийся ответ, оценивает экспертиза.
chart-worth-alike = По одному ответу судить нельзя: ценность промоутеров и критиков различается не больше, чем могла бы случайно, поэтому их здесь нет.
chart-worth-axis = Пожизненная ценность клиента
chart-worth-without = без программы: { $value }
chart-net-axis = Чистый эффект за { format-months }

# Ступени каскада — по ключам summary.json.
step-discount = Скидки
step-special-terms = Особые условия
step-volume-bonus = Бонусы за объём
step-reward-cost = Списанные баллы
step-setup-cost = Запуск
step-running-cost = Текущие расходы
step-service-cost = Сервис: обучение и разбор жалоб
step-staff-pay = Оплата персонала
step-hiring-cost = Замена ушедших сотрудников
step-gift-cost = Подарки и призы
step-finance-cost = Рассрочка, долги, проценты
step-returns-cost = Трейд-ин и возвраты товара
step-fee-income = Платежи клиентов
step-partner-income = Платежи партнёров
step-card-breakage = Неиспользованные подарочные карты
step-acquisition-cost = Привлечение новых клиентов
step-referral-cost = Награды за рекомендации

chart-net-loses = С вероятностью { $losing } программа убыточна за { format-months }
chart-net-pays = С вероятностью { $winning } программа окупается за { format-months }
chart-net-both = С вероятностью { $winning } программа окупается за { format-months }, с вероятностью { $losing } приносит убыток
chart-net-shown = Распределение чистого эффекта (прогонов: { $trials }): маржинальный доход с программой минус маржинальный доход без неё, с вычетом баллов, которые ещё спишут
chart-net-below = Убыток: { $losing } прогонов
chart-net-below-mean = Убыток: { $losing } прогонов, в среднем { $mean }
chart-net-above = Без убытка: { $winning } прогонов
chart-net-mean = среднее { $mean }
chart-net-worst = среднее худших 5 %: { $mean }

chart-margin-message = Программа отдаёт { $loss } маржи на покупках, которые были бы и без неё
chart-margin-message-share = { chart-margin-message }: { $share } затрат на неё
chart-margin-shown = Потери маржи: скидки, списанные баллы и подарки за сумму покупок там, где покупали бы и без программы. Линии — средние, полоса — 50 и 90 % прогонов.
chart-margin-axis = С начала программы
chart-margin-given = Потери маржи
chart-margin-cost = Затраты на программу

chart-nps-alone = Без программы NPS через { format-months } — { $without }
chart-nps-same = Программа не меняет NPS: { $with } через { format-months }
chart-nps-up = Программа повышает NPS на { $points } п.: { $with } вместо { $without } через { format-months }
chart-nps-down = Программа снижает NPS на { $points } п.: { $with } вместо { $without } через { format-months }
chart-nps-open = Влияние программы на NPS неотличимо от нуля: от { $low } до { $high } п. в 90 % прогонов
chart-nps-shown = NPS, индекс готовности рекомендовать: % промоутеров минус % критиков среди всех клиентов. { chart-bands }
chart-nps-axis = NPS

chart-effect-of = { $measure ->
    [retention] удержание за год
   *[nps] NPS
}
chart-effect-up = Через { format-months } программа повышает { chart-effect-of } на { $points } п.
chart-effect-down = Через { format-months } программа снижает { chart-effect-of } на { $points } п.
chart-effect-open = Влияние программы на { chart-effect-of } через { format-months } неотличимо от нуля
chart-effect-fades = Влияние программы на { chart-effect-of } угасает: { $peak } п. в { $at }-м месяце, { $points } п. через { format-months }
chart-effect-hardly = Программа меняет { chart-effect-of } меньше чем на 0,1 п.
chart-effect-none = Программа не меняет { chart-effect-of }
chart-effect-shown = С программой минус без неё в том же прогоне: те же клиенты, те же случайности. Линия — среднее, полосы — 50 и 90 % прогонов модели; диапазоны в тексте — для настоящего числа клиентов и у́же.
chart-effect-axis = Изменение, п.: { chart-effect-of }
chart-effect-line = Влияние программы

chart-liability-message = Через { format-months } у клиентов баллов на { $owed }; обязательство по договору (МСФО (IFRS) 15) — { $deferred }
chart-liability-shown = Несписанные баллы по номиналу и обязательство по договору за них по МСФО (IFRS) 15. { chart-bands }
chart-liability-axis = Долг перед клиентами
chart-liability-face = Баллы по номиналу
chart-liability-deferred = Обязательство по договору (МСФО (IFRS) 15)

chart-uplift-nothing = Скидки не увеличивают продажи и стоят { $cost } продаж
chart-uplift-halved-dear = К { $month }-му месяцу скидки действуют вдвое слабее, а стоят по-прежнему { $cost } продаж
chart-uplift-halved = К { $month }-му месяцу скидки действуют вдвое слабее
chart-uplift-never = Скидки ни разу не окупаются; они стоят { $cost } продаж
chart-uplift-cut = Скидки сокращаются с { $before } до { $cost } продаж
chart-uplift-fresh = Скидки сохраняют больше половины своего действия; они стоят { $cost } продаж
chart-uplift-shown = Прирост покупок за счёт цены и скидки в доле от продаж в ценах без скидок. Линии — средние, полоса — 50 и 90 % прогонов.
chart-uplift-axis = Прирост покупок; доля продаж
chart-uplift-gained = Прирост покупок за счёт цены
chart-uplift-discounts = Выданные скидки
chart-uplift-mark-halved = действие вдвое слабее
chart-uplift-mark-never = не окупаются ни разу
chart-uplift-mark-unprofitable = больше не окупаются

chart-answers = { $promoters } клиентов отвечают 9 или 10, { $detractors } — от 0 до 6
chart-answers-shown = «Насколько вероятно, что вы порекомендуете нас?» Доля каждого ответа в последнем месяце; 0–2: нет чего-то основного. Усы: 90 % прогонов.
chart-answers-axis = Доля опрошенных
chart-answers-answer = { $answer }
chart-answers-without = без программы: { $share }

chart-categories = С программой плохая прибыль — { $bad } всей прибыли, без программы — { $without }: её приносят клиенты, которые отговорили бы других
chart-categories-alone = Хорошая прибыль — { $good }: её приносят клиенты, которые рекомендуют вас; плохая — { $bad }: её приносят те, кто отговорил бы других
chart-categories-shown = Маржа за вычетом скидок и баллов плюс сборы, по категориям клиентов за все месяцы. Усы: 90 % прогонов.
chart-categories-axis = Прибыль
chart-categories-customers = клиентов: { $start } в начале, { $end } в конце
chart-categories-bad = плохой прибыли: { $share }
chart-without-goes-on = Всё как сейчас
chart-retention-alone-goes-on = При действующей программе { $share } клиентов остаются ещё на год
chart-waterfall-shown-goes-on = От изменения продаж к чистому эффекту. Маржинальный доход при действующей программе: { $baseline }. Средние, без дисконтирования.
chart-base-shown-goes-on = Что принесут потом клиенты, оставшиеся к концу срока, дисконтировано к этому дню: { $with } с изменением, { $without } при действующей программе. Средние.
chart-worth-goes-on = Ценность сегодняшних клиентов — { $value }, клиентов в конце срока — { $without } при действующей программе и { $with } с изменением
chart-worth-without-goes-on = сейчас: { $value }
chart-answers-without-goes-on = сейчас: { $share }
chart-net-shown-goes-on = Распределение чистого эффекта, прогонов: { $trials }. Маржинальный доход с изменением за вычетом дохода при действующей программе и баллов, которые ещё спишут
chart-margin-shown-goes-on = Потери маржи: скидки, списанные баллы и подарки за сумму покупок там, где покупали бы и при действующей программе. Линии — средние, полоса — 50 и 90 % прогонов.
chart-nps-alone-goes-on = При действующей программе NPS через { format-months } — { $without }
chart-effect-shown-goes-on = С изменением за вычетом действующей программы, в том же прогоне: те же клиенты, та же случайность. Линия — среднее, полосы — 50 и 90 % прогонов.
chart-categories-goes-on = «Плохая» прибыль: { $bad } с изменением, { $without } при действующей программе — от клиентов, которые отговаривают других
chart-retention-up-goes-on = { $saved ->
    [one] Изменение удерживает на { $saved } клиента больше
   *[other] Изменение удерживает на { $saved } клиентов больше
}
chart-retention-down-goes-on = { $lost ->
    [one] Из-за изменения уйдёт на { $lost } клиента больше, чем оно удержит
   *[other] Из-за изменения уйдёт на { $lost } клиентов больше, чем оно удержит
}
chart-retention-none-goes-on = Изменение не удерживает никого из тех, кто ушёл бы без него
chart-churn-lowered-goes-on = Главная причина ухода: { $cause } ({ $share } ушедших); после изменения таких уходов на { $change } меньше
chart-churn-raised-goes-on = Главная причина ухода: { $cause } ({ $share } ушедших); после изменения таких уходов на { $change } больше
chart-churn-same-goes-on = Изменение почти не влияет на главную причину ухода: { $cause } ({ $share } ушедших)
chart-waterfall-gain-goes-on = { $sure ->
    [yes] За { format-months } изменение приносит на { $amount } больше, чем стоит
   *[no] В среднем за { format-months } изменение приносит на { $amount } больше, чем стоит
}
chart-waterfall-loss-goes-on = { $sure ->
    [yes] За { format-months } изменение стоит на { $amount } больше, чем приносит
   *[no] В среднем за { format-months } изменение стоит на { $amount } больше, чем приносит
}
chart-waterfall-nothing-goes-on = За { format-months } изменение ничего не стоит и ничего не приносит
chart-net-loses-goes-on = С вероятностью { $losing } изменение убыточно за { format-months }
chart-net-pays-goes-on = С вероятностью { $winning } изменение окупается за { format-months }
chart-net-both-goes-on = С вероятностью { $winning } изменение окупается за { format-months }, с вероятностью { $losing } приносит убыток
chart-nps-same-goes-on = Изменение не влияет на NPS: { $with } через { format-months }
chart-nps-up-goes-on = Изменение повышает NPS на { $points } п.: { $with } вместо { $without } через { format-months }
chart-nps-down-goes-on = Изменение снижает NPS на { $points } п.: { $with } вместо { $without } через { format-months }
chart-effect-up-goes-on = Через { format-months } изменение повышает { chart-effect-of } на { $points } п.
chart-effect-down-goes-on = Через { format-months } изменение снижает { chart-effect-of } на { $points } п.
chart-effect-open-goes-on = Влияние изменения на { chart-effect-of } через { format-months } неотличимо от нуля
chart-effect-fades-goes-on = Влияние изменения на { chart-effect-of } угасает: { $peak } п. в { $at }-м месяце, { $points } п. через { format-months }
chart-effect-hardly-goes-on = Изменение сдвигает { chart-effect-of } меньше чем на 0,1 п.
chart-effect-none-goes-on = Изменение не влияет на { chart-effect-of }
chart-effect-line-goes-on = Влияние изменения
chart-margin-message-goes-on = Изменённая программа отдаёт { $loss } маржи на покупках, которые были бы и без неё
chart-margin-cost-goes-on = Добавленные затраты на программу
chart-ended = Программа закрыта
chart-with-goes-on = С изменением
chart-churn-most-goes-on = { $main }; сильнее всего изменение влияет на причину «{ $cause }» ({ $change })
chart-churn-rates-goes-on = сейчас { $without } %, потом { $with } %

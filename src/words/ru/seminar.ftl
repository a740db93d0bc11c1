# Семинар: `loyalsim seminar`.

# Что говорит терминал.
seminar-teacher-at = Ваша страница (для экрана): { $address }
seminar-students-at = Участники входят по адресу { $address } с кодом { $code }
seminar-only-here = Войти можно только с этого компьютера. Чтобы впустить телефоны, запустите снова с --network.
seminar-kept-in = Всё сохраняется в { $file }. Ctrl-C завершает занятие; та же команда продолжит его.
seminar-goes-on = Продолжается занятие из { $file }.
seminar-file-there = в { $file } уже есть занятие
seminar-file-there-help = чтобы продолжить его, уберите --lever и --budget; иначе укажите другой файл в --class или удалите этот с --delete
seminar-other-scenario = занятие начато с другой версией сценария
seminar-other-scenario-help = возьмите тот же сценарий, укажите другой файл в --class или удалите занятие с --delete
seminar-no-class = в файле нет занятия
seminar-no-class-help = укажите другой файл в --class
seminar-log-broken = строку { $line } файла занятия не удаётся прочесть: { $why }
seminar-log-broken-help = восстановите файл из копии или начните новое занятие с --class
seminar-in-use = { $file } занят: это занятие уже идёт
seminar-in-use-help = сначала завершите другой loyalsim или укажите другой файл в --class
seminar-port-taken = порт { $port } занят другой программой
seminar-port-taken-help = завершите её или выберите порт с --port; тогда участники входят по новому адресу
seminar-no-program = в сценарии нет программы: командам нечего проектировать
seminar-no-program-help = добавьте [program] хотя бы с одним элементом
seminar-no-levers = в программе нет чисел, которые могли бы задавать команды
seminar-no-levers-help = назовите рычаги, например --lever program.points.earn
seminar-bad-lever = { $lever } — не рычаг
seminar-bad-lever-help = напишите путь к числу проекта, если нужно — с границами: --lever program.points.earn=0..0.1

# В чём отказано.
seminar-late = Занятие уже пошло дальше.
seminar-nobody = Здесь нет никого с таким именем.
seminar-bad-request = К этому раунду это не подходит.
seminar-empty = Пока никто не вошёл.
seminar-no-name = Введите псевдоним.
seminar-name-taken = Этот псевдоним занят, выберите другой.
seminar-full = Мест больше нет.
seminar-wrong-code = На экране другой код.
seminar-unknown = Вас больше нет в списке участников. Войдите снова.
seminar-bad-chance = Вероятность — число от 0 до 100 %.
seminar-bad-range = Нижняя граница диапазона не может быть выше верхней.
seminar-outside = { $lever }: значение вне диапазона.
seminar-busy = Ваш предыдущий проект ещё проверяется. Попробуйте через пару секунд.
seminar-too-often = За этот раунд вы отправляли слишком часто. Отправить может ещё кто-нибудь из команды.
seminar-over-budget = Программа обошлась бы в { $cost }, а бюджет — { $budget }. Убавьте какой-нибудь рычаг.
seminar-cost = Ожидаемые затраты: { $cost } из { $budget }
seminar-unkept = Сохранить не удалось, поэтому это не засчитано: { $why }

# Вход.
seminar-join = Войти
seminar-join-at = Адрес
seminar-join-means = Введите код с экрана, псевдоним и команду. Настоящие имена не нужны.
seminar-code = Код
seminar-name = Псевдоним
seminar-team = Команда
seminar-team-means = Кто введёт одно и то же название команды, играет вместе. Чтобы играть одному, оставьте поле пустым.
seminar-alone = Войти можно только с этого компьютера. Чтобы впустить телефоны, запустите с --network.
seminar-own = Ваша команда
seminar-you = вы
seminar-lost = Нет связи с компьютером преподавателя. Пробуем снова …
seminar-none-yet = Пока никого
seminar-teams = Команды
seminar-remove = Убрать из занятия

# Раунд.
seminar-round = Раунд
seminar-phase-brief = Задание
seminar-phase-design = Проект
seminar-phase-bet = Прогноз
seminar-phase-play = Расчёт
seminar-phase-reveal = Результаты
seminar-phase-debrief = Разбор
seminar-step-brief = Следующий раунд
seminar-step-design = Открыть рычаги
seminar-step-bet = Перейти к прогнозам
seminar-step-play = Рассчитать
seminar-step-reveal = Показать результаты
seminar-step-debrief = Разбор
seminar-wait-brief = Прочтите задание. Рычаги откроет преподаватель.
seminar-wait-play = Прогнозы приняты. Идёт расчёт.
seminar-simulating = Идёт расчёт …
seminar-simulated = Расчёт готов. Результаты покажет преподаватель.

# Задание.
seminar-business = Бизнес
seminar-program = Программа
seminar-goals = Цели
seminar-budget = Бюджет программы
seminar-revenue = Выручка за год, примерно
seminar-months = { $months ->
    [one] { $months } месяц: { MONTH($from) } – { MONTH($to) }
    [few] { $months } месяца: { MONTH($from) } – { MONTH($to) }
   *[other] { $months } месяцев: { MONTH($from) } – { MONTH($to) }
}
seminar-shocks = Что изменилось
seminar-shock = Вводная
seminar-shock-do = Ввести
seminar-shock-undo = Отменить вводные раунда
seminar-rivals-short = В этом раунде другие команды — конкуренты
seminar-rivals = В этом раунде другие команды — ваши конкуренты. Когда начнётся ваша программа, рядом откроется такая же компания с вашими ценами. Выгода участников её программы и качество обслуживания — средние по проектам остальных команд.
seminar-quote-false = «68 %» оказываются неправдой: клиенты уходят по тем причинам, которые находят исследования

# Проект и прогноз.
seminar-design-means = Установите рычаги вместе. Засчитывается последний проект, который прислала команда.
seminar-design-send = Отправить проект
seminar-design-saved = Проект сохранён
seminar-design-by = Последним отправил(а)
seminar-bet-means = Результатов ещё никто не видел: чего вы ждёте от своего проекта? Больше всего очков получает тот, кто пишет, что думает.
seminar-bet-of = Ваш прогноз
seminar-bet-send = Отправить прогноз
seminar-bet-sent = Прогноз сохранён
seminar-bet-by = Последним отправил(а)
seminar-chance-of = Вероятность, %
seminar-range-of = Чистый эффект программы: в девяти случаях из десяти он лежит между этими значениями
seminar-range-low = От
seminar-range-high = До
seminar-unit-one = { $currency }
seminar-unit-thousand = тыс. { $currency }
seminar-unit-million = млн { $currency }
seminar-unit-billion = млрд { $currency }
seminar-bets = Прогнозов

# Что получилось.
seminar-about-results = { $trials ->
    [one] { $trials } прогон: у всех команд одни и те же клиенты и одна и та же случайность.
    [few] { $trials } прогона: у всех команд одни и те же клиенты и одна и та же случайность.
   *[other] { $trials } прогонов: у всех команд одни и те же клиенты и одна и та же случайность.
}
seminar-about = Очки — за умение, а не за везение
seminar-board = Таблица лидеров
seminar-points-mean = Очки за раунд, из 100: половина за проект (100 — за лучший найденный; 0 — если он не лучше худшего из двух: исходной программы и отсутствия программы), половина за прогноз. Вероятности оценивает мера Брайера, диапазон — интервальная оценка, обе по всем прогонам: выгоднее всего честный прогноз.
seminar-column-team = Команда
seminar-column-design = Проект
seminar-column-chances = Вероятности
seminar-column-range = Диапазон
seminar-column-points = Раунд
seminar-column-sum = Всего
seminar-column-bet = прогноз
seminar-column-simulated = расчёт
seminar-ranges = Чистый эффект: прогноз и расчёт
seminar-ranges-mean = Верхняя полоса — диапазон из прогноза. Нижняя — 90 % прогонов и среднее.
seminar-expected = Ожидаемый чистый эффект
seminar-inside = прогонов внутри диапазона
seminar-no-bet = без прогноза
seminar-best = Лучший найденный проект
seminar-best-team = Лучший найденный проект — у команды «{ $team }»: ожидаемый чистый эффект { $net }.
seminar-best-search = Поиск нашёл проект с ожидаемым чистым эффектом { $net }.
seminar-best-answers = Лучший найденный ответ на конкурентов каждой команды и его ожидаемый чистый эффект:
seminar-answer = { $team }: { $net } — { $design }
seminar-answer-original = { $team }: { $net } — исходная программа
seminar-answer-own = { $team }: { $net } — её собственный проект
seminar-luck = Что показало бы везение
seminar-path-always = Один-единственный прогон (№ { $trial }) расставил бы команды так. Команда с лучшим проектом оказывается первой во всех прогонах: случай здесь ничего не решает.
seminar-path = Один-единственный прогон (№ { $trial }) расставил бы команды так. Команда с лучшим проектом оказывается первой в { $share } прогонов; в остальных решает случай.
seminar-changes = Чем проект отличается от исходного
seminar-changes-none = Ничего не изменено.
seminar-waterfall = Куда уходят деньги
seminar-why = Почему
seminar-pair-title = Самая поучительная пара
seminar-pair = «{ $better }» получает на { $gap } больше, чем «{ $worse }». Чем первый проект отличается от второго:

# Почему прогнозы не сбылись.
seminar-why-too-high = Прогноз команды «{ $team }» — { $bet }; 90 % прогонов — { $range }. Ожидания завышены: в диапазон прогноза попадает { $inside } прогонов.
seminar-why-too-low = Прогноз команды «{ $team }» — { $bet }; 90 % прогонов — { $range }. Ожидания занижены: в диапазон прогноза попадает { $inside } прогонов.
seminar-why-too-narrow = Прогноз команды «{ $team }» — { $bet }; 90 % прогонов — { $range }. Слишком уверенно: в диапазон прогноза попадает лишь { $inside } прогонов.
seminar-why-too-wide = Прогноз команды «{ $team }» — { $bet }; 90 % прогонов — { $range }. Верно, но диапазон так широк, что мало о чём говорит (в нём { $inside } прогонов).
seminar-why-right = Прогноз команды «{ $team }» — { $bet }; 90 % прогонов — { $range }. Хороший прогноз: в диапазон попадает { $inside } прогонов.
seminar-why-over-budget = Программа обходится в { $cost } при бюджете { $budget }, а другого проекта команда не прислала: очков за проект нет.
seminar-why-rivals = Новому участнику программа возвращает { $own } его трат, у конкурента — { $met }.
seminar-why-rivals-service = Новому участнику программа возвращает { $own } его трат, у конкурента — { $met }. Обслуживание по стандарту: здесь в { $contacts } случаев, у конкурента — в { $theirs }.
seminar-why-beside = Рядом с конкурентом ожидаемый чистый эффект программы — { $beside }, без него был бы { $alone }. Всего конкурент обходится бизнесу в { $business } — уже с учётом программы.
seminar-why-sales = Чтобы окупить скидки и награды, продажи должны были вырасти на { $needed }; выросли на { $rose }.
seminar-why-stayers = Тем, кто остался бы и так, досталось { $share } всех выгод.
seminar-why-fatigue = Клиенты привыкли: к { MONTH($month, case: "dative") } от прироста осталась половина.
seminar-why-selection = Участники покупают на { $naive } больше остальных, но программа дала лишь { $caused }: первыми вступают те, кто и так много покупает.
seminar-why-breakage = { $share } баллов сгорело: сегодня это экономия, а для их владельцев — разочарование.
seminar-why-exit = Закрыть программу в конце срока стоило бы { $cost }: столько баллов ещё на руках.

# Удаление.
seminar-no-file = занятия { $file } нет
seminar-no-file-help = назовите его файл в --class
seminar-deleted = Удалено: { $file }

# После занятия.
seminar-handouts = Раздаточный материал
seminar-table = Таблица (CSV)
seminar-nothing-yet = Результаты ещё не показаны.
seminar-range-nine = Чистый эффект, девять случаев из десяти
seminar-exported = Записано: { $file }
seminar-handed-out = { $count ->
    [one] { $count } раздаточный лист в { $folder }
    [few] { $count } раздаточных листа в { $folder }
   *[other] { $count } раздаточных листов в { $folder }
}
seminar-unprinted = PDF нет: { $why }. Файлы HTML можно распечатать из любого браузера.
seminar-play-failed = Расчёт не удался. Вернитесь назад, измените проекты и рассчитайте снова.

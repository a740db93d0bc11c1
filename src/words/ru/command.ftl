# Что команды говорят о своей работе: сбои и советы, вывод `check`, ход расчёта.

failure-line = ошибка: { $what }
failure-design = { $file }: { $fault }
failure-at-line = строка { $line }: { $fault }
failure-bug = Это ошибка в loyalsim { $version }, а не в вашем проекте. Сообщите о ней, приложив файл проекта и эту строку:

input-standard = стандартный ввод

failure-folder = { $file } — папка, а не файл проекта
failure-folder-help = укажите файл в этой папке, например design.toml
failure-large = файл { $file } больше { $limit } кБ и не прочитан: таких больших проектов не бывает
failure-large-help = проверьте, тот ли это файл; данные клиентов в проект не включают
failure-no-file = нет файла { $file }
failure-no-file-help = проверьте имя и папку; `loyalsim new my-design` создаст проект, с которого можно начать
failure-may-not-read = файл { $file } нельзя прочитать: нет прав доступа
failure-may-not-read-help = попросите у владельца право на чтение или скопируйте файл в свою папку
failure-cannot-read = файл { $file } нельзя прочитать: { $why }
failure-one-design = один проект не с чем сравнивать
failure-one-design-help = назовите два проекта или больше; с отсутствием программы проект сравнивает `loyalsim run`
failure-currencies = { $first } считает в { $own }, { $file } — в { $other }: суммы в разных валютах нельзя сравнивать
failure-currencies-help = пересчитайте суммы одного проекта и укажите в обоих одну и ту же `currency`
failure-empty = файл { $file } пуст
failure-empty-help = проект — обычный текстовый файл в формате TOML; `loyalsim new my-design` создаст проект, с которого можно начать
failure-binary = { $file } — не текстовый файл
failure-binary-help = проект — обычный текстовый файл в формате TOML; `loyalsim new my-design` создаст проект, с которого можно начать
failure-utf16 = файл { $file } сохранён в кодировке UTF-16, а нужна UTF-8
failure-utf16-help = откройте его в текстовом редакторе и сохраните в кодировке UTF-8 (Блокнот: «Сохранить как», кодировка UTF-8; PowerShell: Out-File -Encoding utf8)
failure-windows-1251 = файл { $file } сохранён, по-видимому, в кодировке windows-1251 (строка { $line }), а нужна UTF-8
failure-windows-1251-help = откройте его в текстовом редакторе как windows-1251 (в Блокноте — «ANSI») и сохраните в кодировке UTF-8
failure-encoding = файл { $file } сохранён не в кодировке UTF-8 (строка { $line })
failure-encoding-help = сохраните его в редакторе в кодировке UTF-8

failure-no-folder = нет папки { $folder }
failure-no-folder-help = сначала создайте её или выберите другое имя
failure-folder-there = { $folder } — папка, заменить её нельзя
failure-folder-there-help = выберите другое имя
failure-no-name = «{ $name }» не годится как имя файла
failure-no-name-help = например: loyalsim new my-shop
failure-file-there = файл { $file } уже есть и оставлен без изменений
failure-file-there-help = выберите другое имя или замените файл с помощью --force
failure-file = не удаётся записать { $file }: { $why }
failure-file-help = выберите другую папку; ничего не изменено
failure-out = не удаётся записать результаты в { $file }: { $why }
failure-out-help = расчёт не начат; выберите другую папку с помощью --out
failure-result = не удаётся записать { $file }: { $why }
failure-result-help = прежний результат в папке цел и не изменён; освободите место или выберите другую папку с помощью --out
failure-busy = в папку { $folder } уже записывает результаты другой расчёт
failure-busy-help = дождитесь его окончания или выберите другую папку с помощью --out
failure-waits = не удаётся записать { $file }: { $why }. Новый результат готов, но ещё не на своём месте
failure-waits-help = устраните препятствие и выполните `loyalsim verify` для папки { $folder }: результат займёт своё место
failure-standard-output = не удаётся вывести результат: { $why }
failure-json = не удаётся записать результаты в формате JSON: { $why }
failure-parquet = не удаётся записать прогоны в формате Parquet: { $why }
failure-deck = не удалось записать презентацию: { $why }
failure-deck-template = файл { $file } не подходит как шаблон: { $fault }
failure-deck-template-read = не удалось прочитать шаблон { $file }: { $why }
failure-workbook = не удалось записать книгу Excel: { $why }
failure-picture = не удаётся нарисовать { $name }: { $why }
failure-picture-help = попробуйте --no-charts
failure-misfit = результаты не складываются: { $why }
failure-review = экспертизу не удаётся завершить: { $why }
failure-counter-design = не удался поиск лучшего проекта: { $why }
failure-counter-design-help = попробуйте --no-counter
failure-no-signals = не удаётся перехватить Ctrl-C: { $why }
failure-threads = не удаётся запустить потоки: { $why }
failure-threads-help = попробуйте меньше с помощью --threads
failure-no-brands = в проекте не описаны бренды
failure-no-brands-help = добавьте [brands] и по таблице [[brands.brand]] на каждый бренд; как, показывает `loyalsim brands --help`
failure-nothing-to-end = в проекте нет программы, которую можно было бы закрыть
failure-nothing-to-end-help = добавьте [program] с элементами
failure-no-end = { $months ->
    [one] закрытие через { $months } месяц после запуска выходит за горизонт
    [few] закрытие через { $months } месяца после запуска выходит за горизонт
   *[other] закрытие через { $months } месяцев после запуска выходит за горизонт
}
failure-no-end-help = возьмите меньшее --every или увеличьте `horizon_months` в проекте
failure-few-trials = { $trials ->
    [one] { $trials } прогона мало, чтобы оценить ценность информации
   *[other] { $trials } прогонов мало, чтобы оценить ценность информации
}
failure-few-trials-help = задайте --trials не меньше { $fewest }; обычно — { $usual }
failure-no-log = нет журнала, с которого можно продолжить: { $file }: { $why }
failure-no-log-help = выполните команду один раз без --resume или укажите папку с помощью --out
failure-other-log = { $file } — журнал другого проекта, другой версии или с другими seed, числом прогонов или клиентов
failure-other-log-help = задайте те же параметры, что тогда, или выполните команду без --resume
failure-log = не удаётся записать { $file }: { $why }
failure-log-help = выберите другую папку с помощью --out

failure-part = { $file }: { $fault }
failure-no-part = нет файла { $file }
failure-no-part-help = укажите файлы, записанные с параметром --part
failure-no-part-there = файл { $file } уже есть, и это не часть расчёта: он оставлен без изменений
failure-no-part-there-help = выберите другой файл: --out
part-none = это не часть расчёта
part-none-help = укажите файлы, записанные с параметром --part
part-format = эту часть записала более новая версия loyalsim
part-format-help = соберите расчёт той версией, которая её записала
part-damaged = часть повреждена: файл обрезан или изменён после записи
part-damaged-help = удалите её и рассчитайте заново с тем же --part
part-build = эту часть записала loyalsim { $theirs }, а это { $own }: их результаты могут различаться в последних знаках
part-build-help = рассчитайте и соберите все части одной версией
part-other = { $file } и { $first } — части разных расчётов: { $what }
part-other-help = собирайте только части одного расчёта
part-other-design = разные проекты
part-other-options = другая команда или другие параметры
part-other-seed = seed { $theirs } вместо { $first }
part-other-customers = клиентов { $theirs } вместо { $first }
part-other-trials = прогонов во всём расчёте { $theirs } вместо { $first }
part-other-sampling = разные способы выборки
part-twice = прогоны { $trials } есть и в { $file }, и в { $first }
part-twice-help = уберите один из файлов; длина частей может быть разной, но каждый прогон нужен один раз
part-missing = { $count ->
    [one] не хватает { $count } части: { $names }
   *[other] не хватает { $count } частей: { $names }
}
part-missing-help = рассчитайте недостающее с --part и теми же параметрами и соберите ещё раз
part-missing-trials = не хватает прогонов: { $names }
part-missing-trials-help = найдите файлы с ними или повторите расчёт с --parts и папкой частей: он досчитает недостающее
part-many = расчёт из { $trials } прогонов нельзя разделить на { $of } частей
part-many-help = уменьшите число частей или увеличьте --trials
part-written = Часть { $part } записана: { $file }
part-there = Часть { $part } уже есть: { $file }

failure-no-manifest = в папке { $folder } нет результатов с файлом manifest.json
failure-no-manifest-help = укажите папку результатов, которую записала одна из команд, например loyalsim-out/shop
failure-bad-manifest = файл manifest.json в папке { $folder } не читается: он повреждён или записан более новой версией loyalsim
failure-partial-again = расчёт был остановлен раньше срока, повторить его нельзя
failure-partial-again-help = уберите --again: файлы будут сверены с контрольными суммами
failure-not-again = результат записан loyalsim { $version } с параметрами, которых эта версия не знает
failure-not-again-help = для --again возьмите версию { $version }
failure-design-changed = файл { $file } отсутствует или изменён: без проекта расчёт нельзя повторить

verify-head = { $folder }: { $command }, проект { $designs }, loyalsim { $version }.
verify-partial = Расчёт был остановлен раньше срока.
verify-whole = { $count ->
    [one] { $count } файл не изменился с момента записи.
    [few] { $count } файла не изменились с момента записи.
   *[other] { $count } файлов не изменились с момента записи.
}
verify-others = Не относятся к этому результату: { $names }
verify-changed = изменены после записи: { $names }
verify-missing = отсутствуют: { $names }
verify-again-same = { $count ->
    [one] Расчёт повторён: { $count } файл совпал до байта.
    [few] Расчёт повторён: { $count } файла совпали до байта.
   *[other] Расчёт повторён: { $count } файлов совпали до байта.
}
verify-again-changed = при повторе получились другими: { $names }
verify-again-missing = при повторе не получены: { $names }
verify-again-new = при повторе получены ещё: { $names }
verify-versions = Результат записан loyalsim { $then }, сейчас работает { $now }. До последнего байта совпадают результаты одной и той же сборки; если сборка та же, папку изменили.

failure-pdf = { $browser } не напечатал PDF: { $why }
failure-pdf-help = всё остальное записано; укажите другой браузер через --browser или распечатайте review.html из своего

failure-few-rows = { $trials ->
    [one] { $trials } прогона мало для анализа чувствительности
   *[other] { $trials } прогонов мало для анализа чувствительности
}
failure-few-rows-help = задайте --trials не меньше { $fewest }; обычно — { $usual }
failure-endless = расчёт занял бы на этом компьютере больше { $days } суток и не начат
failure-endless-help = уменьшите --trials или --customers: результаты не зависят от числа клиентов, а нескольких сотен прогонов достаточно для точности

why-permission-denied = нет прав доступа
why-read-only = диск доступен только для чтения
why-disk-full = на диске нет места
why-file-there = уже есть файл с таким именем
why-folder-there = уже есть папка с таким именем
why-file-size = файл превысил бы допустимый размер (ulimit -f)
why-not-found = нет такой папки
why-too-slow = браузер не закончил за { $seconds } с
why-ended = браузер завершился с состоянием { $status }
why-silent = браузер ничего не напечатал
why-other = { $message }

checked-can-be-run = { $file }: проект готов к расчёту ({ $segments }, { $program }, { $goals }, { $months })
checked-program = программа «{ $name }», { $elements }
checked-no-program = без программы
checked-today = сегодняшняя программа без изменений, { $elements }
checked-segments = { $count ->
    [one] { $count } сегмент
    [few] { $count } сегмента
   *[other] { $count } сегментов
}
checked-elements = { $count ->
    [one] { $count } элемент
    [few] { $count } элемента
   *[other] { $count } элементов
}
checked-goals = { $count ->
    [one] { $count } цель
    [few] { $count } цели
   *[other] { $count } целей
}
checked-months = { $count ->
    [one] { $count } месяц
    [few] { $count } месяца
   *[other] { $count } месяцев
}

new-written = Создан файл: { $file }. Рядом с ним { $schema }: по нему редакторы проверяют проект по ходу набора
new-next = Заполните его (в каждой строке сказано, что она значит), затем:

expense-told = { $seconds } с, потоков: { $threads }, loyalsim { $version }.
expense-memory = Памяти не больше { $megabytes } МБ.

progress-template = {"{pos} из {len} {msg}, осталось {eta_precise}"}
progress-panels = панели
progress-trials = прогонов
progress-points = вариантов
progress-review = шагов
progress-stopping = Останавливаемся: то, что уже посчитано, будет записано. Повторное Ctrl-C завершит работу сразу.
progress-long = примечание: осталось около { $minutes } мин. Ctrl-C остановит расчёт и сохранит посчитанное; с меньшими --trials или --customers расчёт короче.
progress-very-long = примечание: осталось около { $hours } ч. Ctrl-C остановит расчёт и сохранит посчитанное; с меньшими --trials или --customers расчёт короче.
progress-giving-up = Останавливаемся: ничего не будет записано. Повторное Ctrl-C завершит работу сразу.
progress-long-reading = примечание: осталось около { $minutes } мин. Ctrl-C остановит чтение, и тогда ничего не будет записано.
progress-very-long-reading = примечание: осталось около { $hours } ч. Ctrl-C остановит чтение, и тогда ничего не будет записано.
progress-nothing-done = Расчёт остановлен раньше, чем закончился первый прогон: результатов нет.

# Аргументы команд для принятия решений.

measure-unknown = нет показателя `{ $word }`: { $remedy }
fix-no-goals = в проекте нет целей
fix-goals = { $goals ->
    [one] в проекте { $goals } цель: goal_1
    [few] в проекте { $goals } цели, первая — goal_1
   *[other] в проекте { $goals } целей, первая — goal_1
}
fix-measures = возможны net_effect, npv, retention, nps, active, budget, goals, goal_1, loss, shortfall или ключ другого показателя из summary.json

grid-unreadable = в `{ $text }` не удаётся прочитать рычаг и его значения: { $reason }
grid-setting = { $setting }: { $fault }
grid-twice = `{ $path }` перебирается дважды: укажите каждый рычаг один раз
grid-too-many = вариантов — { $cells }, а допустимо не больше { $most }: возьмите меньше значений или рычагов
grid-no-equals-sign = запишите путь=0.5%..3%:6 (границы и число значений) или путь=50,100,200
grid-empty = одно из значений пустое
grid-no-number = `{ $value }` — не число
grid-no-count = укажите после двоеточия, сколько значений взять, например 0.5%..3%:6
grid-count = возьмите от 2 до 200 значений
grid-ends = обе границы должны быть числами
grid-per-cent = запишите обе границы со знаком % или обе без него
grid-same-ends = границы совпадают

task-none = в проекте не сказано, что можно менять: добавьте [optimise] с {"`objectives = [\"npv\"]`"} и по одному [[optimise.lever]] с `path`, `low` и `high` на каждое число, которое можно менять
task-no-program = в проекте нет программы, улучшать нечего: добавьте [program] хотя бы с одним элементом
task-at = { $place }: { $fault }
task-not-a-lever = { $place }: `{ $path }` — { $what }; рычагом может быть только число программы
task-not-of-the-program = не часть программы, компания его не выбирает
task-no-number = не число
task-bounds = число, заданные границы которого выходят за допустимые (их перечисляет `loyalsim schema --format md`)
task-twice = рычаг `{ $path }` указан дважды: уберите один из двух
task-contradiction = ограничения противоречат друг другу: `{ $lower }` должно быть не меньше { $least }, а `{ $upper }` — не больше { $most }
task-impossible = { $place }: возможные значения `{ $measure }` — { $possible }, поэтому предел { $limit } невыполним

sensitivity-certain = в проекте нет неопределённых чисел, разброса нет и объяснять нечего: запишите то, чего не знаете точно, как { -unknown }
sensitivity-of-many-trials = у `{ $measure }` нет значения в отдельном прогоне, поэтому разложить разброс нельзя: возьмите net_effect или loss — вероятность убытка
sensitivity-constant = `{ $measure }` одинаков во всех прогонах, объяснять нечего: выберите другое --measure или увеличьте --customers
sensitivity-undefined = `{ $measure }` не определён в { $undefined } строках из { $rows }: выберите другое --measure

stress-no-program = в проекте нет программы, которая могла бы потерпеть неудачу: добавьте [program]
stress-no-goal = { $goals ->
    [one] в проекте { $goals } цель; запишите --goal 1
    [few] в проекте { $goals } цели; первая — --goal 1
   *[other] в проекте { $goals } целей; первая — --goal 1
}
stress-certain = в проекте нет неопределённых чисел, ни одно допущение не может оказаться иным: запишите то, чего не знаете точно, как { -unknown }

voi-no-program = в проекте нет программы, решать нечего: добавьте [program]
voi-other-no-program = { $name }: программы нет, решать нечего: добавьте [program]
voi-certain = в проекте нет неопределённых чисел, узнавать нечего: запишите то, чего не знаете точно, как { -unknown }
voi-currency = { $name }: суммы в { $other }, а в проекте — в { $currency }, сравнить их нельзя
edit-not-valid = в проекте есть ошибки: { $problems }

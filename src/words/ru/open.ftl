# Страница `loyalsim open`.

# Над всем.
open-menu = Действия
open-undo = Отменить
open-redo = Повторить
open-save = Сохранить
open-share = Поделиться
open-print = Печать
open-review = Экспертиза
open-language = Язык
open-skip = К результатам
open-address = Страница открыта по адресу { $address }
open-end = Она доступна, пока здесь не нажать Ctrl-C.
open-lost = loyalsim не отвечает. Вероятно, он завершён: запустите его снова командой `loyalsim open`; изменения сохранены в этом окне.

# Варианты.
open-variants = Варианты
open-variant = Вариант { $number }
open-add = Создать вариант-копию
open-rename = Переименовать
open-name = Название
open-drop = Убрать этот вариант
open-full = Рядом помещаются не более четырёх вариантов. Сначала уберите один.

# Что показано.
open-for-what = Ради чего?
open-at-what-price = Какой ценой?
open-at-the-end = В конце срока
open-levers = Рычаги
open-pictures = Графики
open-picture-scroll = График; прокрутите вбок, чтобы увидеть его целиком
open-compare = Сравнение
open-decides = Что решает
open-verdict-loss = При этих числах программа убыточна.
open-verdict-gain = При этих числах программа окупается.
open-verdict-undecided = При этих числах нельзя сказать, окупится ли программа.
open-verdict-why = Маржа от прироста продаж: { $sold }; крупнейшая статья затрат ({ $largest }): { $cost }.
open-verdict-stayers = Клиентам, которые остались бы и так, достаётся { $share } всех выгод.
open-verdict-assumed = Среди исходных чисел нет измеренных, поэтому это отправная точка, а не приговор вашему бизнесу: введите свои числа, подвигайте рычаги и узнайте, от чего результат зависит больше всего.
open-levers-decide = От чего зависит больше всего
open-decides-ask = Узнать, что решает
open-decides-means = От каких неточных исходных чисел зависит чистый эффект (по одному) и сколько решает случай. Расчёт займёт несколько секунд.
open-changes = Изменено после открытия
open-changes-none = Ничего не изменено.
open-changed = { $what }: { $from } → { $to }
open-added = Добавлено: { $what }
open-removed = Убрано: { $what }
open-more = Больше показателей
open-more-numbers = Другие числа, по умолчанию

# Насколько точно.
open-starting = Идёт расчёт …
open-rough = Предварительный ответ, прогонов: { $trials }; расчёт продолжается
open-settled = Окончательный ответ, прогонов: { $trials }; ± — погрешность Монте-Карло
open-refining = Почти окончательный ответ, прогонов: { $trials }; ещё немного для точности
open-spread = 90 % прогонов: { $range }
open-inputs = { $measured ->
    [0] Исходных чисел: { $all }; измеренных нет, допущений: { $assumed }. Ответы не точнее этих чисел.
   *[other] Исходных чисел: { $all }; измерено: { $measured }, допущений: { $assumed }. Ответы не точнее этих чисел.
}
open-no-goals = Цели в проекте не заданы.
open-no-program = В этом проекте нет программы: добавьте элемент, и она появится.

# Рычаги.
open-group-chosen = Важнейшие рычаги
open-group-goals = Цели
open-group-program = Программа в целом
open-group-business = Бизнес сегодня
open-group-segments = Клиенты
open-group-churn = Почему клиенты уходят
open-group-service = Обслуживание, персонал, филиалы
open-group-behaviour = Как клиенты откликаются
open-group-market = Конкуренты
open-group-plan = План вокруг программы
open-allowed = Допустимо: { $range }
open-source = { $basis }: { $source }
open-source-none = { $basis }, источник не указан
open-basis-measured = Измерено
open-basis-published = Опубликовано
open-basis-folk = Расхожая цифра
open-basis-assumed = Допущение
open-uncertain = Известно неточно: { $range }. Ползунок сдвигает весь диапазон.
open-off = Отключено
open-remove-element = Убрать
open-add-element = Добавить элемент
open-add-element-means = Элемент добавляется с простыми начальными значениями, которые затем можно изменить.
open-close = Закрыть

# Рядом.
open-measure = Показатель
open-better = лучше
open-worse = хуже
open-open = явной разницы нет
open-compare-means = Все варианты рассчитаны на одних и тех же клиентах и при одном и том же случае, поэтому разница между ними — заслуга только программ. Разница названа явной, если её доверительный интервал 95 % не включает ноль.
open-compare-one = Создайте вариант-копию, чтобы сравнить две программы.

# Сохранение, передача, экспертиза.
open-save-means = Проект будет записан в файл TOML рядом с открытым. Комментарии и вид файла сохраняются.
open-file-name = Имя файла
open-replace = Заменить файл с этим именем
open-saved = Сохранено: { $file }
open-bad-name = Введите простое имя файла без папки, например my-program.toml.
open-share-means = Один файл со всеми вариантами. Его можно прочесть в любом браузере; `loyalsim open ФАЙЛ` продолжит работу с этого места.
open-download = Скачать
open-shared-by = Создано в loyalsim { $version }. Чтобы изменить: loyalsim open ФАЙЛ
open-not-shared = В файле { $file } нет проектов, которые может открыть loyalsim { $version }: { $why }
open-reviewing = Идёт экспертиза: около минуты …
open-reviewed = Экспертиза готова.
open-read-review = Прочесть экспертизу
open-stop = Остановить

# Первый запуск.
open-start = Начните со своей программы
open-start-means = Выберите отрасль, ближайшую к вашей. Её числа — отправная точка: у каждого указан источник или пометка «допущение». Восемь вопросов заменят важнейшие из них вашими.
open-questions = Восемь вопросов
open-questions-means = Если не знаете ответа, оставьте поле как есть.
open-begin = Составить проект
open-back = Назад
open-business-name = Название компании
open-question-customers = Сколько клиентов покупали у вас за последние двенадцать месяцев?
open-question-base = Сколько у вас клиентов сегодня?
open-question-purchases = Сколько раз в год покупает клиент?
open-question-basket = Каков средний чек?
open-question-term = На сколько месяцев заключается договор?
open-question-bill = Сколько клиент в среднем платит за месяц?
open-question-margin = Какая доля цены остаётся после себестоимости товара?
open-question-retention = Какая доля нынешних клиентов будет покупать и через год?
open-question-churn = Какая доля клиентов уходит за обычный месяц?
open-question-nps = Каков ваш NPS?
open-question-reward = Какую долю покупки вы готовы возвращать клиенту?
open-question-service = Во сколько обойдётся улучшение обслуживания за месяц?
open-question-cost = Во сколько обойдётся ведение программы за месяц?
industry-shop = Магазин
industry-grocery = Продукты
industry-pharmacy = Аптека
industry-electronics = Электроника
industry-coffee = Кофейни
industry-airline = Авиакомпания
industry-hotel = Гостиницы
industry-telecom = Связь
industry-saas = Программы по подписке
industry-bank = Банк
industry-distributor = Дистрибьютор

# Показатели.
open-goal-at-least = { $metric } не менее { $threshold } к { MONTH($by, case: "dative") }
open-goal-at-most = { $metric } не более { $threshold } к { MONTH($by, case: "dative") }
open-net-means = до конца срока, после всех затрат, без дисконтирования
open-npv-means = чистый эффект, приведённый к началу
open-net-base-means = чистый эффект вместе с изменением ценности базы
open-theme = Тёмная или светлая
open-warnings = Замечания к проекту
open-assumptions = Бизнес и исходные данные
open-with = с программой
open-without = без неё

failure-page = страницу не удалось открыть: { $why }

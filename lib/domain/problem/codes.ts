interface Problem {
  readonly status: number;
  /** Kazakh and Russian text for people; `{name}` is filled from the refusal's facts. */
  readonly kk: string;
  readonly ru: string;
  /** For integrators and docs/errors.md. */
  readonly en: string;
}

/** Every refusal that a client can meet. The code is stable; the texts may improve. docs/errors.md is made from this. */
export const problems = {
  'route/unknown': {
    status: 404,
    kk: 'Мұндай мекенжай жоқ.',
    ru: 'Такого адреса нет.',
    en: 'No such route.',
  },
  'route/method': {
    status: 405,
    kk: 'Бұл мекенжай мұндай әдісті қабылдамайды. Рұқсат етілгендері: {allowed}.',
    ru: 'Этот адрес не принимает такой метод. Допустимы: {allowed}.',
    en: 'The route exists, the method does not; `Allow` lists those that do.',
  },
  'route/malformed': {
    status: 400,
    kk: 'Мекенжай қате жазылған: % белгісінен кейін он алтылық екі цифр, ал мәтін UTF-8 түрінде болуы керек.',
    ru: 'Адрес записан с ошибкой: после % нужны две шестнадцатеричные цифры, а текст — в UTF-8.',
    en: 'The address is not percent-encoded UTF-8.',
  },
  'body/too-large': {
    status: 413,
    kk: 'Сұрау тым үлкен: ең көбі {limit} байт.',
    ru: 'Запрос слишком велик: не более {limit} байт.',
    en: 'The body is longer than the limit.',
  },
  'body/type': {
    status: 415,
    kk: 'Сұрау application/json түрінде болуы керек.',
    ru: 'Тело запроса должно быть в виде application/json.',
    en: 'The content type is missing or is not application/json.',
  },
  'body/malformed': {
    status: 400,
    kk: 'Сұрау мәтіні JSON емес.',
    ru: 'Тело запроса — не JSON.',
    en: 'The body is not JSON in UTF-8.',
  },
  'body/charset': {
    status: 415,
    kk: 'Сұрау мәтінінің кодтауы UTF-8 болуы керек.',
    ru: 'Кодировка тела запроса должна быть UTF-8.',
    en: 'The content type names a charset other than UTF-8; `errors` says which.',
  },
  'body/encoding': {
    status: 415,
    kk: 'Сұрау мәтіні қысылмаған болуы керек.',
    ru: 'Тело запроса должно быть без сжатия.',
    en: 'The body has a content encoding (gzip and the like); none is taken.',
  },
  'body/not-utf8': {
    status: 400,
    kk: 'Сұрау мәтіні UTF-8 кодтауында емес.',
    ru: 'Тело запроса — не в кодировке UTF-8.',
    en: 'The body holds bytes that are not UTF-8, outside of its texts.',
  },
  'body/too-deep': {
    status: 400,
    kk: 'Сұраудағы JSON тым терең: ең көбі {limit} деңгей.',
    ru: 'JSON запроса вложен слишком глубоко: не более {limit} уровней.',
    en: 'The JSON is nested deeper than the limit.',
  },
  'body/too-many-values': {
    status: 400,
    kk: 'Сұраудағы JSON мәндері тым көп: ең көбі {limit}.',
    ru: 'В JSON запроса слишком много значений: не более {limit}.',
    en: 'The JSON has more values, of any kind and at any level, than the limit.',
  },
  'body/repeated-name': {
    status: 400,
    kk: 'Сұраудағы JSON-да бір атау екі рет берілген.',
    ru: 'В JSON запроса одно имя стоит дважды.',
    en: 'A name stands twice in one object; `errors` names it.',
  },
  'input/characters': {
    status: 400,
    kk: 'Кейбір өрістерде UTF-8 мәтінінде болмайтын таңбалар бар.',
    ru: 'В некоторых полях есть знаки, которых в тексте UTF-8 не бывает.',
    en: 'Fields hold U+FFFD (bytes that were not UTF-8), half of a surrogate pair or a control character; `errors` names each.',
  },
  'input/cursor': {
    status: 400,
    kk: '«from» — осы тізімнің алдыңғы бетіндегі «next» емес.',
    ru: '«from» — не «next» предыдущей страницы этого списка.',
    en: '`from` is not the `next` of a page of this list.',
  },
  'input/invalid': {
    status: 400,
    kk: 'Кейбір өрістер қате толтырылған.',
    ru: 'Некоторые поля заполнены неверно.',
    en: 'Fields break the contract; `errors` names the first twenty with their rules, `moreErrors` says how many more there are.',
  },
  'form/invalid': {
    status: 422,
    kk: 'Өтініш нысаны пішімдік-логикалық бақылаудан өтпеді.',
    ru: 'Форма запроса не прошла форматно-логический контроль.',
    en: "The form breaks the regulation's format-logical control; `errors` names each field with its rule.",
  },
  'access/unauthenticated': {
    status: 401,
    kk: 'Жүйеге кіру қажет.',
    ru: 'Необходимо войти в систему.',
    en: 'No valid access token.',
  },
  'access/denied': {
    status: 403,
    kk: 'Бұл әрекетке құқығыңыз жоқ.',
    ru: 'У вас нет права на это действие.',
    en: 'The role may not call this route, or the object belongs to somebody else.',
  },
  'access/too-many': {
    status: 429,
    kk: 'Сұрау тым көп. Кейінірек қайталаңыз.',
    ru: 'Слишком много запросов. Повторите позже.',
    en: 'Rate limit reached.',
  },
  'account/exists': {
    status: 409,
    kk: 'Бұл ЖСН бойынша тіркелу мүмкін емес: есептік жазба бар. Оны сіз ашпаған болсаңыз, ЭЦҚ арқылы кіріңіз.',
    ru: 'Регистрация с этим ИИН невозможна: учётная запись уже есть. Если её открыли не вы, войдите по ЭЦП.',
    en: 'An account with this IIN exists. If another person opened it, the first sign-in by EDS takes it over.',
  },
  'account/old-password': {
    status: 403,
    kk: 'Қазіргі құпия сөз қате немесе көрсетілмеген. Онсыз құпия сөзді ЭЦҚ арқылы кіріп өзгертуге болады.',
    ru: 'Действующий пароль неверен или не указан. Без него пароль можно сменить, войдя по ЭЦП.',
    en: 'The present password is wrong or missing. Without it, sign in by EDS and change it in that session.',
  },
  'account/office-required': {
    status: 422,
    kk: 'Қызметкердің рөлі үшін мекеме көрсетілуі керек.',
    ru: 'Для роли сотрудника необходимо указать учреждение.',
    en: 'A staff role needs an office that exists.',
  },
  'session/refused': {
    status: 401,
    kk: 'ЖСН немесе құпия сөз қате.',
    ru: 'Неверный ИИН или пароль.',
    en: 'Unknown IIN or wrong password; the answer is the same for both.',
  },
  'session/locked': {
    status: 423,
    kk: 'Қате әрекет тым көп болды. {minutes} минуттан кейін қайталаңыз.',
    ru: 'Слишком много неудачных попыток. Повторите через {minutes} мин.',
    en: 'Locked after five failures.',
  },
  'session/expired': {
    status: 401,
    kk: 'Сессия аяқталды. Жүйеге қайта кіріңіз.',
    ru: 'Сеанс завершён. Войдите снова.',
    en: 'The refresh token is unknown, used, or its session has ended.',
  },
  'session/challenge': {
    status: 401,
    kk: 'Тексеру жолының мерзімі өткен немесе ол қолданылған. Жаңасын сұраңыз.',
    ru: 'Проверочная строка просрочена или уже использована. Запросите новую.',
    en: 'The EDS challenge is unknown, used or expired.',
  },
  'session/no-account': {
    status: 403,
    kk: 'Бұл сертификаттың ЖСН бойынша есептік жазба жоқ. Алдымен тіркеліңіз.',
    ru: 'Учётной записи с ИИН этого сертификата нет. Сначала зарегистрируйтесь.',
    en: "The EDS is good, but no account has the certificate's IIN.",
  },
  'service/unknown': {
    status: 404,
    kk: 'Мұндай қызмет жоқ.',
    ru: 'Такой услуги нет.',
    en: 'No such regulation, or it is not offered.',
  },
  'service/not-in-force': {
    status: 422,
    kk: 'Қызмет бұл күні көрсетілмейді. Көрсетілетін мерзімі: {period}.',
    ru: 'В этот день услуга не оказывается. Срок, в который она оказывается: {period}.',
    en: 'The service is not offered on this day; the text names the days on which it is.',
  },
  'service/channel': {
    status: 422,
    kk: 'Қызмет бұл арна арқылы көрсетілмейді. Арналар: {channels}.',
    ru: 'Услуга не оказывается через этот канал. Каналы: {channels}.',
    en: 'The regulation has no such channel.',
  },
  'service/office': {
    status: 422,
    kk: 'Бұл мекеме қызметті көрсетпейді.',
    ru: 'Это учреждение не оказывает данную услугу.',
    en: 'The office is not one of the regulation.',
  },
  'request/unknown': {
    status: 404,
    kk: 'Мұндай өтініш жоқ.',
    ru: 'Такого запроса нет.',
    en: "No such request, or it is somebody else's.",
  },
  'request/not-draft': {
    status: 409,
    kk: 'Өтініш жіберілген, оны өзгертуге болмайды.',
    ru: 'Запрос уже подан, изменить его нельзя.',
    en: 'The request has left the draft state.',
  },
  'request/submitted-otherwise': {
    status: 409,
    kk: 'Өтініш басқа қолтаңбамен жіберілген.',
    ru: 'Запрос уже подан с другой подписью.',
    en: 'The request was submitted with another signature.',
  },
  'request/changed-meanwhile': {
    status: 409,
    kk: 'Өтініш осы уақытта өзгерді. Қайталаңыз.',
    ru: 'Запрос тем временем изменился. Повторите.',
    en: 'Concurrent changes won; read and repeat.',
  },
  'idempotency/mismatch': {
    status: 422,
    kk: 'Idempotency-Key кілті басқа мазмұнмен қолданылған.',
    ru: 'Ключ Idempotency-Key уже использован с другим содержанием.',
    en: 'The Idempotency-Key was used with another body.',
  },
  'attachment/too-many': {
    status: 422,
    kk: 'Тіркемелер тым көп: ең көбі {limit}.',
    ru: 'Слишком много вложений: не более {limit}.',
    en: 'More attachments than allowed.',
  },
  'attachment/unknown': {
    status: 404,
    kk: 'Мұндай тіркеме жоқ.',
    ru: 'Такого вложения нет.',
    en: 'No such attachment.',
  },
  'attachment/not-uploaded': {
    status: 422,
    kk: 'Кейбір тіркемелер жүктелмеген немесе мәлімделгенге сай емес.',
    ru: 'Некоторые вложения не загружены или не соответствуют заявленному.',
    en: 'Uploads are missing or differ in size, SHA-256 or content type from what was declared; `errors` names them.',
  },
  'eds/failed': {
    status: 422,
    kk: 'Электрондық цифрлық қолтаңбаның түпнұсқалығы расталмады.',
    ru: 'Отказ в связи с неподтверждением подлинности ЭЦП.',
    en: 'The EDS was checked and failed; `report` says why.',
  },
  'eds/indeterminate': {
    status: 503,
    kk: 'Электрондық цифрлық қолтаңбаны қазір тексеру мүмкін болмады. Кейінірек қайталаңыз.',
    ru: 'Сейчас проверить ЭЦП не удалось. Повторите позже.',
    en: 'The EDS could not be checked; nothing is refused, try again. `report` says what is missing.',
  },
  'work/unknown': {
    status: 404,
    kk: 'Мұндай тапсырма жоқ.',
    ru: 'Такого задания нет.',
    en: 'No open work on this request for the office.',
  },
  'work/own-request': {
    status: 403,
    kk: 'Бұл сіздің өз өтінішіңіз: оны басқа қызметкер қарайды. Өзіңіз үшін өтінішті жүйеге өтініш беруші ретінде кіріп беріңіз.',
    ru: 'Это ваш собственный запрос: им занимается другой сотрудник. Запрос за себя подают, войдя в систему как заявитель.',
    en: "The applicant's IIN is the employee's own: a colleague acts. For oneself one files as a citizen (`as: applicant`).",
  },
  'work/claimed': {
    status: 409,
    kk: 'Тапсырманы басқа қызметкер алған: {by}.',
    ru: 'Задание уже взял другой сотрудник: {by}.',
    en: 'Another officer has claimed it; the text says who.',
  },
  'work/not-claimed': {
    status: 409,
    kk: 'Алдымен тапсырманы өзіңізге алыңыз.',
    ru: 'Сначала возьмите задание себе.',
    en: 'The work must be claimed by the caller first.',
  },
  'work/other-task': {
    status: 409,
    kk: 'Қазір басқа әрекет күтілуде: {task}.',
    ru: 'Сейчас ожидается другое действие: {task}.',
    en: 'The open work asks for another action.',
  },
  'work/answer-required': {
    status: 422,
    kk: 'Бұл тапсырмаға жауап қажет: approved немесе refused.',
    ru: 'Для этого задания нужен ответ: approved или refused.',
    en: 'A check or conclusion must be answered `approved` or `refused`.',
  },
  'work/not-extendable': {
    status: 409,
    kk: 'Регламент бұл мерзімді ұзартуға жол бермейді немесе ол ұзартылған.',
    ru: 'Регламент не позволяет продлить этот срок, или он уже продлён.',
    en: 'The regulation has no extension for this work, or it has been extended already.',
  },
  'service/applicant': {
    status: 422,
    kk: 'Қызметкер өтініш берушіні көрсетуі керек; азамат өзі үшін ғана өтініш береді.',
    ru: 'Сотрудник указывает заявителя; гражданин подаёт запрос только за себя.',
    en: 'An employee names the applicant; a citizen files for himself.',
  },
  'work/decided-otherwise': {
    status: 409,
    kk: 'Тапсырма басқа нәтижемен аяқталған.',
    ru: 'Задание уже завершено с другим результатом.',
    en: 'The work was completed with another outcome.',
  },
  'work/no-interim': {
    status: 422,
    kk: 'Бұл қызметтің аралық құжаты жоқ.',
    ru: 'У этой услуги нет промежуточного документа.',
    en: 'The regulation has no interim document: approve with the document itself.',
  },
  'queue/not-waiting': {
    status: 409,
    kk: 'Өтініш кезекте тұрған жоқ.',
    ru: 'Запрос не стоит в очереди.',
    en: 'The request does not stand in the queue: it was never put there, or is being decided again, or has ended.',
  },
  'offer/open': {
    status: 409,
    kk: 'Орын ұсынылып қойған, оған жауап күтілуде.',
    ru: 'Место уже предложено, ответа на предложение ждут.',
    en: 'A place has been offered already; another one can be once it is answered or has lapsed.',
  },
  'offer/unknown': {
    status: 404,
    kk: 'Мұндай ұсыныс жоқ.',
    ru: 'Такого предложения нет.',
    en: 'The request has no such offer.',
  },
  'offer/lapsed': {
    status: 409,
    kk: 'Ұсынысқа жауап беру мерзімі өтті. Кезектегі орын сақталады.',
    ru: 'Срок ответа на предложение прошёл. Место в очереди сохраняется.',
    en: 'The offer was not answered in time; the place in the queue is kept.',
  },
  'offer/answered-otherwise': {
    status: 409,
    kk: 'Бұл ұсынысқа басқаша жауап берілген.',
    ru: 'На это предложение уже дан другой ответ.',
    en: 'The offer has been answered with the contrary.',
  },
  'output/not-ready': {
    status: 409,
    kk: 'Шығыс құжаты әлі дайын емес.',
    ru: 'Выходной документ ещё не готов.',
    en: 'The output is not created or not issued yet.',
  },
  'receipt/not-ready': {
    status: 409,
    kk: 'Өтінішке әлі нөмір берілмеген, сондықтан қолхат та жоқ.',
    ru: 'Заявлению ещё не присвоен номер, поэтому расписки ещё нет.',
    en: 'The request has no number yet, and so no receipt.',
  },
  'document/unknown': {
    status: 404,
    kk: 'Мұндай нөмірі бар құжат берілмеген.',
    ru: 'Документ с таким номером не выдавался.',
    en: 'No document of this number was issued.',
  },
  'server/failed': {
    status: 500,
    kk: 'Ішкі қате. Қайталап көріңіз; қате тіркелді: {incident}.',
    ru: 'Внутренняя ошибка. Повторите попытку; ошибка записана: {incident}.',
    en: 'Unexpected; nothing was half-written. The incident number finds it in the log.',
  },
} as const satisfies Record<string, Problem>;

export type ProblemCode = keyof typeof problems;

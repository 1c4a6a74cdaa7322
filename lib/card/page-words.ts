/** What the pages of a card say, in its language. */
const kk = {
  card: 'Электрондық құжат карточкасы',
  visualisation: 'Электрондық құжаттың визуализациясы',
  signature: (number: number) => `${number}-қолтаңба`,
  qrOf: (number: number) => `${number}-қолтаңба: QR-кодтар жинағы`,
  document: 'Құжат',
  description: 'Сипаттамасы',
  madeAt: 'Карточка жасалған күн мен уақыт',
  system: 'Ақпараттық жүйе',
  contents: 'Мазмұны',
  information: 'Ақпараттық блок',
  page: (number: number) => `${number}-бет`,
  attachments: 'Тіркемелер тізімі',
  original: 'құжаттың түпнұсқасы',
  signatureBy: (name: string, moment: string) => `түпнұсқаның қолтаңбасы: ${name}, ${moment}`,
  octets: 'байт',
  warning:
    'Назар аударыңыз: осы файлдың беттері қолтаңбамен қорғалмаған, оларды өзгертуге болады. Олардың заңдық күші жоқ. Шешім қабылдамас бұрын карточканы тексеріңіз.',
  checkedTitle: 'Қолтаңбалар тексерілді',
  checked:
    'Карточка жасалған кезде жүйе тіркелген түпнұсқаның барлық қолтаңбасын тексерді: олар дұрыс, уақыт белгісі бар, сертификаттар қол қойылған сәтте жарамды болған.',
  whatTitle: 'Карточка деген не',
  what: 'Электрондық құжат карточкасы — электрондық құжаттың түпнұсқасы мен оның қолтаңбалары тіркелген PDF файлы. Оны бір файл ретінде сақтауға және беруге болады; әр қолтаңба оны тексеруге қажетті барлық мәліметті өзімен бірге алып жүреді.',
  originalTitle: 'Түпнұсқа деген не',
  originalIs:
    'Түпнұсқа — тізімдегі бірінші тіркеме. Заңдық күші тек соның өзінде және оның қолтаңбаларында болады; басып шығарылған беттер түпнұсқа емес.',
  howTitle: 'Қалай тексеруге болады',
  how: (url: string) =>
    `${url} бетін ашып, осы файлды таңдаңыз: ол Сіздің құрылғыңызда тексеріледі, ешқайда жіберілмейді. Немесе PDF бағдарламасының «Тіркемелер» бөлігінен файлдарды алып, қолтаңбаларды CMS тексеретін кез келген бағдарламамен тексеріңіз.`,
  howAnywhere:
    'Карточканы электрондық құжат карточкаларын тексеретін кез келген жүйеде тексеріңіз. Немесе PDF бағдарламасының «Тіркемелер» бөлігінен файлдарды алып, қолтаңбаларды CMS тексеретін кез келген бағдарламамен тексеріңіз.',
  qr: 'Осы кодтарда қолтаңба бар: ZIP (DEFLATE) файлы Base64 түрінде бөліктерге бөлінген. Бөліктерді нөмірі бойынша қосып, Base64-ті ашып, ZIP-тен .cms файлын алыңыз.',
  part: (signature: number, index: number, total: number) => `${signature}-қолтаңба: ${index} / ${total}`,
  name: 'Қол қоюшы',
  iin: 'ЖСН',
  organisation: 'Ұйым',
  bin: 'БСН',
  serial: 'Сертификаттың сериялық нөмірі',
  valid: 'Сертификаттың жарамдылық мерзімі',
  policy: 'Сертификат шаблоны (саясаты)',
  keyUsage: 'Кілтті пайдалану',
  extendedKeyUsage: 'Кілтті кеңейтілген пайдалану',
  issuer: 'Сертификатты берген',
  moment: 'Қол қойылған сәт',
  certificatePart: 'Қол қоюшының сертификаты',
  timestampPart: 'Уақыт белгісі (TSP)',
  genTime: 'Белгінің уақыты (genTime)',
  authoritySerial: 'Уақыт белгісі сертификатының сериялық нөмірі',
  authority: 'Уақыт белгісі сертификатының иесі',
  authorityIssuer: 'Уақыт белгісі сертификатын берген',
  ocspPart: 'Сертификат мәртебесі (OCSP)',
  thisUpdate: 'Мәртебе уақыты (thisUpdate)',
  status: 'Мәртебесі',
  good: 'жарамды (good)',
  revoked: 'қайтарып алынған (revoked)',
  unknown: 'белгісіз (unknown)',
  responderSerial: 'OCSP сертификатының сериялық нөмірі',
  responder: 'OCSP сертификатының иесі',
  responderIssuer: 'OCSP сертификатын берген',
  listPart: 'Қайтарып алынған сертификаттар тізімі (CRL)',
  deltaPart: 'Қайтарып алынған сертификаттар тізіміне толықтыру (delta CRL)',
  listIssuer: 'Тізімді берген',
  listFrom: 'Тізім жасалған уақыт (thisUpdate)',
  listUntil: 'Келесі тізім (nextUpdate)',
  absent: 'көрсетілмеген',
};

/** The fields of the specification keep its names; the rest is ours. */
export type PageWords = typeof kk;

const ru: PageWords = {
  card: 'Карточка электронного документа',
  visualisation: 'Визуализация электронного документа',
  signature: (number) => `Подпись ${number}`,
  qrOf: (number) => `Подпись ${number}: набор QR-кодов`,
  document: 'Документ',
  description: 'Описание',
  madeAt: 'Дата и время составления карточки',
  system: 'Информационная система',
  contents: 'Содержание',
  information: 'Информационный блок',
  page: (number) => `стр. ${number}`,
  attachments: 'Перечень вложений',
  original: 'подлинник документа',
  signatureBy: (name, moment) => `подпись подлинника: ${name}, ${moment}`,
  octets: 'байт',
  warning:
    'Внимание: страницы этого файла не защищены подписью, их можно изменить. Юридической силы они не имеют. Прежде чем принимать решение, проверьте карточку.',
  checkedTitle: 'Подписи проверены',
  checked:
    'При составлении карточки система проверила все подписи вложенного подлинника: они верны, снабжены метками времени, сертификаты в момент подписания действовали.',
  whatTitle: 'Что такое карточка',
  what: 'Карточка электронного документа — файл PDF, в который вложены подлинник электронного документа и подписи к нему. Её хранят и передают как один файл; каждая подпись содержит всё, что нужно для её проверки.',
  originalTitle: 'Что такое подлинник',
  originalIs:
    'Подлинник — первое вложение в перечне. Юридическую силу имеет только он вместе со своими подписями; распечатанные страницы подлинником не являются.',
  howTitle: 'Как проверить',
  how: (url) =>
    `Откройте страницу ${url} и выберите этот файл: он проверяется на Вашем устройстве и никуда не отправляется. Либо извлеките файлы из раздела «Вложения» программы для PDF и проверьте подписи любой программой, проверяющей CMS.`,
  howAnywhere:
    'Проверьте карточку в любой системе, которая проверяет карточки электронных документов. Либо извлеките файлы из раздела «Вложения» программы для PDF и проверьте подписи любой программой, проверяющей CMS.',
  qr: 'В этих кодах подпись: файл ZIP (DEFLATE) в виде Base64, разделённый на части. Соедините части по номерам, раскодируйте Base64 и извлеките из ZIP файл .cms.',
  part: (signature, index, total) => `Подпись ${signature}: ${index} / ${total}`,
  name: 'Подписал',
  iin: 'ИИН',
  organisation: 'Организация',
  bin: 'БИН',
  serial: 'Серийный номер сертификата',
  valid: 'Срок действия сертификата',
  policy: 'Шаблон (политика) сертификата',
  keyUsage: 'Использование ключа',
  extendedKeyUsage: 'Расширенное использование ключа',
  issuer: 'Издатель сертификата',
  moment: 'Момент подписания',
  certificatePart: 'Сертификат подписавшего',
  timestampPart: 'Метка времени (TSP)',
  genTime: 'Время метки (genTime)',
  authoritySerial: 'Серийный номер сертификата метки',
  authority: 'Владелец сертификата метки',
  authorityIssuer: 'Издатель сертификата метки',
  ocspPart: 'Статус сертификата (OCSP)',
  thisUpdate: 'Время статуса (thisUpdate)',
  status: 'Статус',
  good: 'действует (good)',
  revoked: 'отозван (revoked)',
  unknown: 'неизвестен (unknown)',
  responderSerial: 'Серийный номер сертификата OCSP',
  responder: 'Владелец сертификата OCSP',
  responderIssuer: 'Издатель сертификата OCSP',
  listPart: 'Список отозванных сертификатов (CRL)',
  deltaPart: 'Дополнение к списку отозванных сертификатов (delta CRL)',
  listIssuer: 'Издатель списка',
  listFrom: 'Составлен (thisUpdate)',
  listUntil: 'Следующий список (nextUpdate)',
  absent: 'не указано',
};

export const pageWords = { kk, ru } as const;
export type CardLanguage = keyof typeof pageWords;

/** Made once: to make one takes as long as to draw half a page. */
const format = new Intl.DateTimeFormat('en-GB', {
  ...{ timeZone: 'Asia/Almaty', timeZoneName: 'longOffset', hourCycle: 'h23' },
  ...{ year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', second: '2-digit' },
});

/** "30.11.2026 14:05:03 (UTC+05:00)": with the zone, as the specification asks. */
export function writeMoment(moment: Date): string {
  const parts = Object.fromEntries(format.formatToParts(moment).map(({ type, value }) => [type, value]));
  const { day, month, year, hour, minute, second, timeZoneName = '' } = parts;
  return `${day}.${month}.${year} ${hour}:${minute}:${second} (${timeZoneName.replace('GMT', 'UTC')})`;
}

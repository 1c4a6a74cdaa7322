import type { Bilingual } from '../language/bilingual.ts';

/*
 * Decree А-11/491, point 13 of the regulation on certificates for the unemployed, says what a receipt must name: number
 * and date of receipt, the service, day and place of the result, who took the application. Kazakh is our translation.
 */

export const titles = {
  coupon: { kk: 'Құжаттарды қабылдау талоны', ru: 'Талон о приёме документов' },
  receipt: { kk: 'Өтінішті қабылдау туралы қолхат', ru: 'Расписка о приёме заявления' },
  'take-back': { kk: 'Өтініштің қайтарып алынғаны туралы қолхат', ru: 'Расписка об отзыве заявления' },
  'leave-queue': { kk: 'Кезектен шығарылғаны туралы қолхат', ru: 'Расписка о снятии с очереди' },
  delivery: { kk: 'Нәтиженің берілгені туралы қолхат', ru: 'Расписка о выдаче результата' },
} as const satisfies Record<string, Bilingual>;

export const labels = {
  number: { kk: 'Өтініш нөмірі', ru: 'Номер заявления' },
  receivedAt: { kk: 'Қабылданған күні мен уақыты', ru: 'Дата и время приёма' },
  service: { kk: 'Сұратылған мемлекеттік қызмет', ru: 'Запрашиваемая государственная услуга' },
  applicant: { kk: 'Өтініш берушінің Т.А.Ә.', ru: 'Ф.И.О. заявителя' },
  iin: { kk: 'ЖСН', ru: 'ИИН' },
  takenBy: { kk: 'Өтінішті қабылдаған', ru: 'Заявление принял(а)' },
  attachments: { kk: 'Қоса берілген құжаттар', ru: 'Приложенные документы' },
  office: { kk: 'Қызмет көрсететін мекеме', ru: 'Учреждение, оказывающее услугу' },
  paid: { kk: 'Төлем', ru: 'Оплата' },
  resultAt: { kk: 'Нәтиже берілетін орын', ru: 'Место выдачи результата' },
  dueAt: { kk: 'Нәтиже берілетін мерзім', ru: 'Срок, к которому будет результат' },
} as const satisfies Record<string, Bilingual>;

/** Of the paper that the recipient signs when they get the result. */
export const handedLabels = {
  document: { kk: 'Берілген құжаттың нөмірі', ru: 'Номер выданного документа' },
  what: { kk: 'Не берілді', ru: 'Что выдано' },
  at: { kk: 'Берілген күні мен уақыты', ru: 'Дата и время выдачи' },
  by: { kk: 'Берген', ru: 'Выдал(а)' },
  to: { kk: 'Алушы', ru: 'Получатель' },
  shown: { kk: 'Көрсеткен құжаты', ru: 'Предъявленный документ' },
  power: { kk: 'Сенімхат', ru: 'Доверенность' },
} as const satisfies Record<string, Bilingual>;

/** Of the paper that says that the applicant has withdrawn. */
export const withdrawnLabels = {
  submittedAt: { kk: 'Өтініш берілген күні мен уақыты', ru: 'Дата и время подачи заявления' },
  at: { kk: 'Қайтарып алынған күні мен уақыты', ru: 'Дата и время отзыва' },
  words: { kk: 'Қол қойылған сөздер', ru: 'Подписанные слова' },
  by: { kk: 'Қайда қол қойылды', ru: 'Где подписано' },
  cms: { kk: 'Қолтаңбаның SHA-256 сомасы', ru: 'SHA-256 подписи' },
} as const satisfies Record<string, Bilingual>;

export const handedWhat = {
  certificate: { kk: 'қызмет көрсету нәтижесі', ru: 'результат оказания услуги' },
  interim: { kk: 'кезекке тіркеу туралы хабарлама', ru: 'уведомление о регистрации в очереди' },
  refusal: { kk: 'бас тарту туралы дәлелді жауап', ru: 'мотивированный отказ' },
} as const satisfies Record<string, Bilingual>;

export const handSignatures = [
  { kk: 'Алушының қолы: ____________________', ru: 'Подпись получателя: ____________________' },
  { kk: 'Бергеннің қолы: ____________________', ru: 'Подпись выдавшего: ____________________' },
] as const satisfies readonly Bilingual[];

export const portal = {
  kk: '«Электрондық үкімет» порталы арқылы',
  ru: 'Через портал «электронного правительства»',
} as const satisfies Bilingual;

export const cabinet = {
  kk: 'Порталдағы жеке кабинет',
  ru: 'Личный кабинет на портале',
} as const satisfies Bilingual;

/** Printed beside a due time after the reviewed years of the calendar. */
export const provisional = (year: string): Bilingual => ({
  kk: `алдын ала: ${year} жылдан кейінгі мереке және демалыс күндері әлі бекітілмеген`,
  ru: `предварительно: праздники и выходные после ${year} года ещё не утверждены`,
});

/** Of a service that costs something. @param sum in digits and words; `at` the moment of the payment, as it is printed */
export const paidBy = (number: string, sum: Bilingual, at: Bilingual): Bilingual => ({
  kk: `№ ${number} шот, ${sum.kk}, төленді: ${at.kk}`,
  ru: `счёт № ${number}, ${sum.ru}, оплачен ${at.ru}`,
});

export const none = { kk: 'жоқ', ru: 'нет' } as const satisfies Bilingual;

/** How the applicant learns more. */
export const howToAsk = {
  kk: 'Өтініштің орындалу барысын осы нөмір бойынша жеке кабинеттен немесе өтініш қабылданған жерден біле аласыз.',
  ru: 'Состояние заявления можно узнать по этому номеру в личном кабинете или там, где заявление принято.',
} as const satisfies Bilingual;

import type { Bilingual } from '../language/bilingual.ts';

/*
 * Decree А-11/491, point 13 of the regulation on certificates for the unemployed, says what a receipt must name: number
 * and date of receipt, the service, day and place of the result, who took the application. Kazakh is our translation.
 */

export const titles = {
  coupon: { kk: 'Құжаттарды қабылдау талоны', ru: 'Талон о приёме документов' },
  receipt: { kk: 'Өтінішті қабылдау туралы қолхат', ru: 'Расписка о приёме заявления' },
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
  resultAt: { kk: 'Нәтиже берілетін орын', ru: 'Место выдачи результата' },
  dueAt: { kk: 'Нәтиже берілетін мерзім', ru: 'Срок, к которому будет результат' },
} as const satisfies Record<string, Bilingual>;

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

export const none = { kk: 'жоқ', ru: 'нет' } as const satisfies Bilingual;

/** How the applicant learns more. */
export const howToAsk = {
  kk: 'Өтініштің орындалу барысын осы нөмір бойынша жеке кабинеттен немесе өтініш қабылданған жерден біле аласыз.',
  ru: 'Состояние заявления можно узнать по этому номеру в личном кабинете или там, где заявление принято.',
} as const satisfies Bilingual;

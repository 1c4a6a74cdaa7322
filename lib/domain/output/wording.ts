import type { Bilingual } from '../language/bilingual.ts';
import { writeOfDay } from '../language/dates.ts';
import type { RefusalDocument, ReplyDocument, SignerRole } from './document.ts';

/*
 * The fixed words of the output forms. Russian: appendix 4 of the Mangystau regulation (decree No 63), which still has
 * the form's fields; in the South Kazakhstan decree they were pictures and are lost. Kazakh: the same appendix where its
 * text is legible («Т.А.Ә.», «Бөлім бастығы», «Маман»), else our translation in the words of the laws.
 */

export const labels = {
  name: { kk: 'Т.А.Ә.', ru: 'Ф.И.О.' },
  iin: { kk: 'ЖСН', ru: 'ИИН' },
  applied: {
    kk: 'Анықтама алуға өтініш берілген күні',
    ru: 'Дата подачи заявления на получение справки',
  },
  request: { kk: 'Өтініш нөмірі', ru: 'Номер заявления' },
  to: { kk: 'Кімге', ru: 'Кому' },
  ground: { kk: 'Бас тарту себебі', ru: 'Причина отказа' },
  reasoning: { kk: 'Негіздеме', ru: 'Обоснование' },
  outcome: { kk: 'Шешім', ru: 'Решение' },
  appeal: { kk: 'Өтініш берушінің шағымдану құқығы', ru: 'Право заявителя на обжалование' },
  signer: { kk: 'Қол қоюшы', ru: 'Подписал' },
} as const satisfies Record<string, Bilingual>;

export const refusalTitle = {
  kk: 'Қызмет көрсетуден бас тарту туралы дәлелді жауап',
  ru: 'Мотивированный ответ об отказе в предоставлении услуги',
} as const satisfies Bilingual;

/** «Доводим до Вашего сведения, что Вам отказано …», with the number of the request. */
export const refusalStatement = ({ request, service }: Pick<RefusalDocument, 'request' | 'service'>): Bilingual => ({
  kk: `Сіздің ${writeOfDay(request.submittedOn, 'kk')} № ${request.number} өтінішіңіз бойынша «${service.kk}» электрондық мемлекеттік қызметін көрсетуден бас тартылғанын назарыңызға жеткіземіз.`,
  ru: `Доводим до Вашего сведения, что по Вашему заявлению № ${request.number} ${writeOfDay(request.submittedOn, 'ru')} Вам отказано в предоставлении электронной государственной услуги «${service.ru}».`,
});

export const replyTitle = { kk: 'Шағымға жауап', ru: 'Ответ на жалобу' } as const satisfies Bilingual;

/** The answer to a complaint names it, its ground and the application. */
export const replyStatement = ({ complaint, request, service }: ReplyDocument): Bilingual => ({
  kk: `Сіздің ${writeOfDay(complaint.registeredOn, 'kk')} № ${complaint.number} шағымыңыз қаралды («${service.kk}» қызметі бойынша № ${request.number} өтініш; негізі: ${complaint.ground.kk}).`,
  ru: `Рассмотрена Ваша жалоба № ${complaint.number} ${writeOfDay(complaint.registeredOn, 'ru')} по заявлению № ${request.number} на услугу «${service.ru}» (основание: ${complaint.ground.ru}).`,
});

export const complaintOutcomes = {
  upheld: { kk: 'шағым қанағаттандырылды', ru: 'жалоба удовлетворена' },
  dismissed: { kk: 'шағым қанағаттандырусыз қалдырылды', ru: 'жалоба оставлена без удовлетворения' },
} as const satisfies Record<string, Bilingual>;

export const signed = {
  known: { kk: 'ЭЦҚ қойылған', ru: 'подписано ЭЦП' },
  unknown: {
    kk: 'Қол қойған адам электрондық цифрлық қолтаңбада көрсетілген',
    ru: 'Подписавший указан в электронной цифровой подписи',
  },
  byHand: { kk: 'Қолы: ____________________', ru: 'Подпись: ____________________' },
} as const satisfies Record<string, Bilingual>;

export const howToCheck = {
  kk: 'Түпнұсқалығын тексеру: QR-код ашатын беттегі нөмірді, күнді және қол қоюшыны салыстырыңыз. Қолтаңба (CMS) осы файлмен бірге берілетін бөлек .p7s файлында; екеуін CMS тексеретін кез келген бағдарлама тексереді.',
  ru: 'Проверка подлинности: сравните номер, дату и подписавшего со страницей, которую открывает QR-код. Подпись (CMS) — в отдельном файле .p7s, который выдаётся вместе с этим; оба проверяет любая программа, проверяющая CMS.',
} as const satisfies Bilingual;

/** The same for a document that was printed and signed by hand: there is no signature file. */
export const howToCheckByHand = {
  kk: 'Түпнұсқалығын тексеру: QR-код ашатын беттегі нөмірді, күнді және қол қоюшыны осы құжатпен салыстырыңыз.',
  ru: 'Проверка подлинности: сравните номер, дату и подписавшего со страницей, которую открывает QR-код.',
} as const satisfies Bilingual;

/** Somebody of the akimat whose account names no post. */
export const akimatPost = {
  kk: 'әкімдіктің лауазымды адамы',
  ru: 'должностное лицо акимата',
} as const satisfies Bilingual;

/** Whose signature it is, if the person may not be named. */
export const duties = {
  'mio-officer': { kk: 'жергілікті атқарушы органның маманы', ru: 'специалист местного исполнительного органа' },
  'mio-head': { kk: 'бөлім бастығы', ru: 'начальник отдела' },
  akim: { kk: 'әкім', ru: 'аким' },
  'con-operator': {
    kk: 'халыққа қызмет көрсету орталығының инспекторы',
    ru: 'инспектор Центра обслуживания населения',
  },
  'commission-member': { kk: 'комиссия мүшесі', ru: 'член комиссии' },
} as const satisfies Record<SignerRole, Bilingual>;

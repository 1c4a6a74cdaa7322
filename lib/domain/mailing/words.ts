import type { Bilingual } from '../language/bilingual.ts';
import type { Mailing } from '../output/mailing.ts';

/** The states of a mailed result in words for people. */
export const mailingWords = {
  waiting: { kk: 'Хат жіберілгелі тұр', ru: 'Письмо готовится к отправке' },
  sent: { kk: 'Сілтеме жіберілді, әлі ашылған жоқ', ru: 'Ссылка отправлена, её ещё не открыли' },
  opened: { kk: 'Сілтеме ашылды', ru: 'Ссылка открыта' },
  expired: { kk: 'Сілтеме мерзімінде ашылмады', ru: 'Ссылку не открыли вовремя' },
  returned: { kk: 'Хат қайтып келді', ru: 'Письмо вернулось' },
  lost: { kk: 'Хатты жіберу мүмкін болмады', ru: 'Письмо не удалось отправить' },
  shut: { kk: 'Қате ЖСН-дерден кейін сілтеме жабылды', ru: 'Ссылка закрыта после неверных ИИН' },
  disowned: { kk: 'Мекенжай басқа адамдікі: сілтеме жабылды', ru: 'Адрес оказался чужим: ссылка закрыта' },
  withdrawn: { kk: 'Құжат кері қайтарылғандықтан сілтеме жабылды', ru: 'Ссылка закрыта: документ отозван' },
} as const satisfies Record<Mailing['state'], Bilingual>;

import type { Bilingual } from '../../language/bilingual.ts';
import { registerNames, type TellingRegister } from '../../regulation/words.ts';

/**
 * What the person agrees to or declines, as it stands in the bytes that are signed. The law is named by number, day and name; what it asks of
 * a consent was not read for this project (docs/readings.md). The Kazakh words are this project's and unreviewed.
 */
const words = {
  given: {
    ru: 'Заявитель согласен, чтобы до подписи о нём запросили данные: {registers} (Закон Республики Казахстан от 21 мая 2013 года № 94-V «О персональных данных и их защите»).',
    kk: 'Өтініш беруші қол қойғанға дейін өзі туралы деректердің сұралуына келіседі: {registers} («Дербес деректер және оларды қорғау туралы» Қазақстан Республикасының 2013 жылғы 21 мамырдағы № 94-V Заңы).',
  },
  declined: {
    ru: 'Заявитель не согласен, чтобы до подписи о нём запрашивали данные: {registers}. Поля заполнены вручную.',
    kk: 'Өтініш беруші қол қойғанға дейін өзі туралы деректердің сұралуына келіспейді: {registers}. Өрістер қолмен толтырылды.',
  },
} as const satisfies Record<string, Bilingual>;

/** The sentence of a consent or of its refusal, with the names of the registers. */
export function consentWords(given: boolean, registers: readonly TellingRegister[]): Bilingual {
  const { kk, ru } = words[given ? 'given' : 'declined'];
  const named = (language: 'kk' | 'ru') => registers.map((each) => registerNames[each][language]).join(', ');
  return { kk: kk.replace('{registers}', named('kk')), ru: ru.replace('{registers}', named('ru')) };
}

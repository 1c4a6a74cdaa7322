import type { Bilingual } from '../language/bilingual.ts';
import type { FaultCode } from './seal.ts';

/** What a check of the journal may find, for people. */
export const faultWords = {
  changed: { kk: 'Жазба мөрленгеннен кейін өзгертілген', ru: 'Запись изменена после опечатывания' },
  missing: { kk: 'Мөрленген жазба жоқ', ru: 'Опечатанной записи нет' },
  late: { kk: 'Жазба мөрленген уақытқа кейін қосылған', ru: 'Запись добавлена задним числом' },
  chain: { kk: 'Мөр алдыңғысынан шықпайды', ru: 'Печать не продолжает предыдущую' },
  rewritten: { kk: 'Мөр қайта жазылған', ru: 'Печать переписана' },
} as const satisfies Record<FaultCode, Bilingual>;

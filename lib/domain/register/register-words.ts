import type { Bilingual } from '../language/bilingual.ts';

/** «Журнал регистрации»: its title and columns. */
export const registerTitle = { kk: 'Тіркеу журналы', ru: 'Журнал регистрации' } as const satisfies Bilingual;

export const registerColumns = {
  number: { kk: 'Тіркеу нөмірі', ru: 'Регистрационный номер' },
  receivedAt: { kk: 'Тіркелген күні мен сағаты', ru: 'Дата и время регистрации' },
  applicant: { kk: 'Өтініш беруші', ru: 'Заявитель' },
  iin: { kk: 'ЖСН', ru: 'ИИН' },
  organisation: { kk: 'Ұйым, БСН', ru: 'Организация, БИН' },
  filedBy: { kk: 'Кім тапсырды: өкіл немесе қызметкер', ru: 'Кто подал: представитель или работник' },
  service: { kk: 'Қызмет', ru: 'Услуга' },
  channel: { kk: 'Қалай тапсырылды', ru: 'Как подано' },
  dueAt: { kk: 'Орындау мерзімі', ru: 'Срок исполнения' },
  worker: { kk: 'Орындаушы', ru: 'Исполнитель' },
  state: { kk: 'Күйі', ru: 'Состояние' },
  outcome: { kk: 'Шешім және негізі', ru: 'Решение и основание' },
  document: { kk: 'Шығыс құжатының нөмірі', ru: 'Номер выходного документа' },
  signedAt: { kk: 'Құжаттың күні', ru: 'Дата документа' },
  handed: { kk: 'Қалай берілді', ru: 'Как выдан' },
  withdrawn: { kk: 'Кері қайтарылған құжат', ru: 'Отозванный документ' },
} as const satisfies Record<string, Bilingual>;

export const outcomeWords = {
  approved: { kk: 'көрсетілді', ru: 'оказана' },
  refused: { kk: 'бас тартылды', ru: 'отказано' },
} as const satisfies Record<string, Bilingual>;

/** How the document reached the applicant. */
export const handedWords = {
  cabinet: { kk: 'жеке кабинетке', ru: 'в личный кабинет' },
  applicant: { kk: 'өтініш берушінің қолына', ru: 'заявителю на руки' },
  representative: { kk: 'өкілдің қолына', ru: 'представителю на руки' },
  mailed: { kk: 'электрондық поштамен', ru: 'по электронной почте' },
} as const satisfies Record<string, Bilingual>;

import type { Texts } from './text.ts';

/** Who gets a document at the counter. */
export const handOverTexts = {
  who: { kk: 'Құжатты кім алады', ru: 'Кто получает документ' },
  kind: { kk: 'Көрсеткен құжаты', ru: 'Предъявленный документ' },
  number: { kk: 'Оның нөмірі', ru: 'Его номер' },
  iin: { kk: 'Өкілдің ЖСН', ru: 'ИИН представителя' },
  fullName: { kk: 'Өкілдің тегі, аты, әкесінің аты', ru: 'Фамилия, имя, отчество представителя' },
  powerNumber: { kk: 'Сенімхаттың нөмірі', ru: 'Номер доверенности' },
  powerIssuedOn: { kk: 'Сенімхат берілген күн', ru: 'День выдачи доверенности' },
  unclaimed: { kk: 'Ешкім алған жоқ', ru: 'Никто не пришёл' },
  place: { kk: 'Қайда сақталады', ru: 'Где хранится' },
  store: { kk: 'Сақтауға қою', ru: 'Принять на хранение' },
  storing: { kk: 'Жазылуда…', ru: 'Записываем…' },
  stored: { kk: '{when} бастап сақтауда: {place}', ru: 'На хранении с {when}: {place}' },
  powerUntil: { kk: 'Сенімхаттың соңғы күні', ru: 'Последний день доверенности' },
} as const satisfies Texts;

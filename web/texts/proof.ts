import type { Texts } from './text.ts';

/** How long a signature can be proved; `why` is of lib/eds/texts/proof-ends.ts. */
export const proofTexts = {
  until: {
    kk: 'Қолтаңбаны дәлелдеу мерзімінің соңы: {day}; {why}.',
    ru: 'Подпись можно доказать до {day}: {why}.',
  },
  unstamped: {
    kk: 'Қолтаңбаның уақыт белгісі жоқ. Тізілімсіз дәлелдеу мерзімінің соңы: {day}; {why}.',
    ru: 'У подписи нет метки времени. Без реестра её можно доказать до {day}: {why}.',
  },
  renewed: {
    kk: 'Осыған дейінгі бір жыл ішінде жүйе мерзімді ұзартуға тырысады: сонда файлды қайта жүктеп алыңыз.',
    ru: 'В течение года до этого система старается продлить срок: тогда скачайте файл заново.',
  },
} as const satisfies Texts;

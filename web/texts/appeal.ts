import type { Texts } from './text.ts';

/** The right of appeal, and complaints on the applicant's page. */
export const appealTexts = {
  title: { kk: 'Шағымдану құқығы', ru: 'Право на обжалование' },
  complaints: { kk: 'Шағымдарым', ru: 'Мои жалобы' },
  complain: { kk: 'Шағымдану', ru: 'Обжаловать' },
  registered: { kk: 'Тіркелген уақыты: {when}', ru: 'Зарегистрирована: {when}' },
  with: { kk: 'Кім жауап береді: {name}. Мерзімі: {when}.', ru: 'Отвечает: {name}. Срок ответа: {when}.' },
  answered: { kk: '{post} {name}, {when}', ru: '{post} {name}, {when}' },
  number: { kk: 'Шағым № {number}', ru: 'Жалоба № {number}' },
  ground: { kk: 'Неге шағымданасыз', ru: 'На что жалоба' },
  text: { kk: 'Мән-жайы', ru: 'Суть жалобы' },
  hint: {
    kk: 'Шағымға қол қойылады, оған нөмір мен мерзім беріледі. Жауап осы бетте болады.',
    ru: 'Жалобу подписывают, ей дают номер и срок. Ответ появится на этой странице.',
  },
  goOn: { kk: 'Қол қоюға көшу', ru: 'Перейти к подписи' },
  change: { kk: 'Мәтінді өзгерту', ru: 'Изменить текст' },
  cancel: { kk: 'Болдырмау', ru: 'Отменить' },
  sign: { kk: 'Қол қойып, шағым беру', ru: 'Подписать и подать жалобу' },
  done: { kk: 'Шағым тіркелді. Нөмірі мен мерзімі төменде.', ru: 'Жалоба зарегистрирована. Номер и срок — ниже.' },
  document: { kk: 'Жауап (PDF)', ru: 'Ответ (PDF)' },
  signature: { kk: 'Қолтаңба (.p7s)', ru: 'Подпись (.p7s)' },
  genuine: { kk: 'Түпнұсқалығын тексеру', ru: 'Проверить подлинность' },
} as const satisfies Texts;

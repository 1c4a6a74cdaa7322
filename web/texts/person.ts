import type { Texts } from './text.ts';

/** Words beside the name in the header. */
export const personTexts = {
  signOut: { kk: 'Шығу', ru: 'Выйти' },
  unread: { kk: 'жаңа', ru: ['новое', 'новых', 'новых'] },
  notices: { kk: 'хабарлама', ru: ['уведомление', 'уведомления', 'уведомлений'] },
} as const satisfies Texts;

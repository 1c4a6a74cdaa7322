import type { Bilingual } from '../../lib/domain/language/bilingual.ts';

/** Entries of employees' pages, in the order of the menu; a citizen's page need not load these words. */
export const staffMenu: Readonly<Record<string, Bilingual>> = {
  '/app/work': { kk: 'Кезек', ru: 'Очередь' },
  '/app/hand-over': { kk: 'Беру', ru: 'Выдача' },
  '/app/places': { kk: 'Орын кезегі', ru: 'Очередь на места' },
  '/app/counter': { kk: 'Қабылдау', ru: 'Приём' },
  '/app/outbox': { kk: 'Жіберілмегендер', ru: 'Не отправлено' },
  '/app/acts': { kk: 'Іс-қимылдар', ru: 'Действия' },
  '/app/officers': { kk: 'Қызметкерлер', ru: 'Сотрудники' },
  '/app/complaints': { kk: 'Шағымдар', ru: 'Жалобы' },
  '/app/journal': { kk: 'Журнал', ru: 'Журнал' },
  '/app/registration': { kk: 'Тіркеу', ru: 'Регистрация' },
  '/app/statistics': { kk: 'Статистика', ru: 'Статистика' },
  '/app/search': { kk: 'Іздеу', ru: 'Поиск' },
  '/app/status': { kk: 'Нөмір бойынша', ru: 'По номеру' },
  '/app/staff': { kk: 'Қызметкерлер', ru: 'Сотрудники' },
};

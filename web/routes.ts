import type { Role } from '../lib/domain/access/roles.ts';
import type { Bilingual } from '../lib/domain/language/bilingual.ts';

/**
 * Every page: its address, its file in web/pages, its title until the page says its own, and who may open it. A page is
 * a file and a row here. The function that serves pages reads the table too, for status, title and what to load first.
 */
export interface Route {
  /** `:name` stands for one part; the page gets it as a parameter. */
  readonly path: string;
  readonly page: string;
  readonly title: Bilingual;
  /** Roles, or everybody. */
  readonly who: 'everybody' | readonly Role[];
  /** Shown in the header, in the order of the table, to those who may open it. */
  readonly menu?: Bilingual;
}

export const routes: readonly Route[] = [
  {
    path: '/',
    page: 'home',
    title: { kk: 'Қандай қызмет керек?', ru: 'Какая услуга нужна?' },
    who: 'everybody',
    menu: { kk: 'Қызметтер', ru: 'Услуги' },
  },
  { path: '/app/sign-in', page: 'sign-in', title: { kk: 'Кіру', ru: 'Вход' }, who: 'everybody' },
  { path: '/app/register', page: 'register', title: { kk: 'Тіркелу', ru: 'Регистрация' }, who: 'everybody' },
];

const missing: Route = {
  path: '',
  page: 'missing',
  title: { kk: 'Мұндай бет жоқ', ru: 'Такой страницы нет' },
  who: 'everybody',
};

export interface Found extends Route {
  readonly params: Readonly<Record<string, string>>;
}

/** The page at an address; where there is none, the page that says so. */
export function findPage(address: string): Found {
  const parts = split(address);
  for (const route of routes) {
    const params = paramsOf(split(route.path), parts);
    if (params) return { ...route, params };
  }
  return { ...missing, params: {} };
}

const split = (address: string) => address.split('/').filter((part) => part !== '');

function paramsOf(pattern: readonly string[], parts: readonly string[]) {
  const fits = pattern.length === parts.length && pattern.every((part, i) => part.startsWith(':') || part === parts[i]);
  if (!fits) return undefined;
  return Object.fromEntries(pattern.flatMap((part, i) => (part.startsWith(':') ? [[part.slice(1), parts[i]!]] : [])));
}

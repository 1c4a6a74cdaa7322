import type { Role } from '../lib/domain/access/roles.ts';
import type { Bilingual } from '../lib/domain/language/bilingual.ts';

/**
 * Every page: its address, its file in web/pages and who may open it. A page is a file and a row here. The function
 * that serves pages also reads the table.
 */
export interface Route {
  /** `:name` stands for one part; the page gets it as a parameter. */
  readonly path: string;
  readonly page: string;
  /** Roles, or everybody. */
  readonly who: 'everybody' | readonly Role[];
  /** Shown in the header, in the order of the table, to those who may open it. */
  readonly menu?: Bilingual;
}

const citizen: readonly Role[] = ['applicant'];
/** Roles that offer places from the queue of their office. */
const offices: readonly Role[] = ['mio-officer', 'mio-head'];
/** Roles that answer an offer for a visitor for whom they filed. */
const answerers: readonly Role[] = ['con-operator', ...offices];
/** Roles that file for a visitor. */
const counters: readonly Role[] = [...answerers, 'akim'];
/** Roles that have work in queues. */
const workers: readonly Role[] = [...counters, 'commission-member'];
/** Roles that tell a visitor the status of a request. */
const askers: readonly Role[] = [...workers, 'auditor'];
const signedIn: readonly Role[] = [...citizen, ...workers, 'auditor', 'administrator'];

export const routes: readonly Route[] = [
  {
    path: '/',
    page: 'home',
    who: 'everybody',
    menu: { kk: 'Қызметтер', ru: 'Услуги' },
  },
  { path: '/app/services/:service', page: 'service', who: 'everybody' },
  { path: '/app/services/:service/apply', page: 'form', who: citizen },
  {
    path: '/app/requests',
    page: 'requests',
    who: citizen,
    menu: { kk: 'Өтініштер', ru: 'Заявления' },
  },
  { path: '/app/requests/:id', page: 'request', who: citizen },
  { path: '/app/requests/:id/form', page: 'form', who: citizen },
  { path: '/app/requests/:id/scans', page: 'scans', who: citizen },
  { path: '/app/requests/:id/check', page: 'check', who: citizen },
  { path: '/app/requests/:id/sent', page: 'sent', who: citizen },
  { path: '/app/requests/:id/offer', page: 'offer', who: [...citizen, ...answerers] },
  {
    path: '/app/notices',
    page: 'notices',
    who: citizen,
    menu: { kk: 'Хабарламалар', ru: 'Уведомления' },
  },
  { path: '/app/work', page: 'staff/queue', who: workers, menu: { kk: 'Кезек', ru: 'Очередь' } },
  { path: '/app/work/:id', page: 'staff/work', who: workers },
  { path: '/app/hand-over', page: 'staff/hand-over', who: counters, menu: { kk: 'Беру', ru: 'Выдача' } },
  { path: '/app/places', page: 'staff/places', who: offices, menu: { kk: 'Орын кезегі', ru: 'Очередь на места' } },
  { path: '/app/counter', page: 'staff/counter', who: counters, menu: { kk: 'Қабылдау', ru: 'Приём' } },
  { path: '/app/counter/:id', page: 'staff/counter', who: counters },
  { path: '/app/filed', page: 'staff/filed', who: counters },
  {
    path: '/app/acts',
    page: 'staff/acts',
    who: ['mio-head', 'akim'],
    menu: { kk: 'Іс-қимылдар', ru: 'Действия' },
  },
  { path: '/app/journal', page: 'staff/journal', who: ['auditor'], menu: { kk: 'Журнал', ru: 'Журнал' } },
  { path: '/app/status', page: 'staff/status', who: askers, menu: { kk: 'Нөмір бойынша', ru: 'По номеру' } },
  {
    path: '/app/staff',
    page: 'staff/people',
    who: ['administrator'],
    menu: { kk: 'Қызметкерлер', ru: 'Сотрудники' },
  },
  {
    path: '/app/account',
    page: 'account',
    who: signedIn,
  },
  { path: '/app/sign-in', page: 'sign-in', who: 'everybody' },
  { path: '/app/register', page: 'register', who: 'everybody' },
  {
    path: '/app/verify',
    page: 'verify',
    who: 'everybody',
  },
  { path: '/app/offices', page: 'offices', who: 'everybody' },
  { path: '/app/indicators', page: 'indicators', who: 'everybody' },
  { path: '/app/help', page: 'help', who: 'everybody' },
  {
    path: '/app/accessibility',
    page: 'accessibility',
    who: 'everybody',
  },
  {
    path: '/app/privacy',
    page: 'privacy',
    who: 'everybody',
  },
];

const missing: Route = {
  path: '',
  page: 'missing',
  who: 'everybody',
};

export interface Found extends Route {
  readonly params: Readonly<Record<string, string>>;
}

/** The page at an address; if there is none, the page that says so. */
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

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
  /** Shown in the header, in the order of the table, to those who may open it; employees' words are in web/later/staff-menu.tsx. */
  readonly menu?: Bilingual;
}

const citizen: readonly Role[] = ['applicant'];
/** Roles that offer places from the queue of their office. */
const offices: readonly Role[] = ['mio-officer', 'mio-head'];
/** Roles that sign documents. */
const signers: readonly Role[] = [...offices, 'akim'];
/** Roles that answer an offer for a visitor for whom they filed. */
const answerers: readonly Role[] = ['con-operator', ...offices];
/** Roles that file for a visitor. */
const counters: readonly Role[] = [...answerers, 'akim'];
/** Roles that have work in queues. */
const workers: readonly Role[] = [...counters, 'commission-member'];
/** Roles that tell a visitor the status of a request. */
const askers: readonly Role[] = [...workers, 'auditor'];
const signedIn: readonly Role[] = [...citizen, ...workers, 'auditor', 'administrator'];

/** Every page loads this table, so its rows are short. */
const row = (path: string, page: string, who: Route['who'], menu?: Bilingual): Route => ({
  ...{ path, page, who },
  ...(menu && { menu }),
});
/** A page at its own name, and an employee's. */
const page = (name: string, who: Route['who'], menu?: Bilingual) => row(`/app/${name}`, name, who, menu);
const desk = (name: string, who: Route['who']) => row(`/app/${name}`, `staff/${name}`, who);

export const routes: readonly Route[] = [
  row('/', 'home', 'everybody', { kk: 'Қызметтер', ru: 'Услуги' }),
  row('/app/services/:service', 'service', 'everybody'),
  row('/app/services/:service/apply', 'form', citizen),
  page('requests', citizen, { kk: 'Өтініштер', ru: 'Заявления' }),
  row('/app/requests/:id', 'request', citizen),
  row('/app/requests/:id/form', 'form', citizen),
  row('/app/requests/:id/scans', 'scans', citizen),
  row('/app/requests/:id/check', 'check', citizen),
  row('/app/requests/:id/sent', 'sent', citizen),
  row('/app/requests/:id/offer', 'offer', [...citizen, ...answerers]),
  page('notices', citizen, { kk: 'Хабарламалар', ru: 'Уведомления' }),
  row('/app/work', 'staff/queue', workers),
  row('/app/work/:id', 'staff/work', workers),
  desk('signing', signers),
  desk('hand-over', counters),
  desk('places', offices),
  desk('counter', counters),
  row('/app/counter/:id', 'staff/counter', counters),
  desk('filed', counters),
  desk('outbox', counters),
  desk('acts', ['mio-head', 'akim']),
  desk('officers', ['mio-head', 'auditor']),
  desk('complaints', ['mio-head']),
  row('/app/complaints/:request/:complaint', 'staff/complaint', ['mio-head']),
  desk('journal', ['auditor']),
  desk('search', askers),
  row('/app/search/:id', 'staff/request', askers),
  desk('ended', offices),
  desk('registration', [...offices, 'auditor']),
  desk('statistics', ['mio-head', 'auditor']),
  desk('status', askers),
  row('/app/staff', 'staff/people', ['administrator']),
  page('account', signedIn),
  page('sign-in', 'everybody'),
  page('register', 'everybody'),
  page('verify', 'everybody'),
  page('result', 'everybody'),
  page('not-mine', 'everybody'),
  page('offices', 'everybody'),
  page('indicators', 'everybody'),
  page('help', 'everybody'),
  page('accessibility', 'everybody'),
  page('privacy', 'everybody'),
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

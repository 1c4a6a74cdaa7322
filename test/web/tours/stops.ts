import type { Role } from '../../../lib/domain/access/roles.ts';
import { routes, type Route } from '../../../web/routes.ts';
import type { Cast } from './cast.ts';

/** A page that somebody opens. */
export interface Stop {
  readonly page: string;
  /** Absent: a visitor who has not signed in. */
  readonly role: Role | undefined;
  readonly at: (cast: Cast) => string;
  /** What is there once the page shows its content. */
  readonly shows: string;
  /** What has the focus after the page is opened: the title, or the id of the first field to fill in. */
  readonly focus: string;
}

const SERVICE = 'south-kazakhstan-disabled-child-support';
const OFFICE = 'south-kazakhstan-employment-shymkent';

/** Values for the parameters of an address. A page with parameters but without a line here is an error of the tour. */
const parts: Readonly<Record<string, (cast: Cast, role: Role) => string | undefined>> = {
  '/app/services/:service': () => SERVICE,
  '/app/services/:service/apply': () => SERVICE,
  '/app/requests/:id': ({ inWork }) => inWork,
  '/app/requests/:id/form': ({ draft }) => draft,
  '/app/requests/:id/scans': ({ withScans }) => withScans,
  '/app/requests/:id/check': ({ draft }) => draft,
  '/app/requests/:id/sent': ({ inWork }) => inWork,
  '/app/requests/:id/offer': ({ offers, offered }, role) => offers[role] ?? offered,
  '/app/search/:id': ({ issued, work }, role) => work[role] ?? issued,
  '/app/work/:id': ({ work }, role) => work[role],
  '/app/counter/:id': ({ begun }, role) => begun[role],
  '/app/complaints/:request/:complaint': ({ complaint }) => complaint,
};

/** What a page's address asks for: work that there is not. */
const queries: Readonly<Record<string, string>> = { '/app/signing': '?work=01KAH7M0000000000000009999' };

/** What a page shows with content; without a line here, only its title is certain. */
const filled: Readonly<Record<string, string>> = {
  home: '.rows > li',
  service: '.both',
  form: 'form #office',
  requests: '.rows > li',
  request: '.tracker',
  scans: '.drop',
  check: '.ways',
  sent: '.banner strong',
  notices: '.rows > li',
  account: '.facts',
  offices: '.rows > li',
  'sign-in': '#iin',
  register: '#fullName',
  verify: 'form',
  result: '.notice',
  'staff/counter': '#iin',
  'staff/status': '#number',
  'staff/signing': '.rows .notice',
  'staff/complaints': '.rows > li',
  'staff/complaint': '#text',
  'staff/open-account': '#position',
};

/** Roles for which a shared page has no content of their own. */
const shownTo: Readonly<Record<string, readonly Role[]>> = {
  'staff/queue': ['con-operator', 'mio-officer', 'mio-head', 'akim', 'commission-member'],
  'staff/work': ['con-operator', 'mio-officer', 'mio-head', 'akim', 'commission-member'],
  'staff/request': ['con-operator', 'mio-officer', 'mio-head', 'akim', 'commission-member', 'auditor'],
  'staff/filed': ['con-operator', 'mio-officer', 'akim'],
  'staff/officers': ['mio-head'],
  offer: ['applicant', 'con-operator'],
};
const theirs: Readonly<Record<string, string>> = {
  'staff/queue': '.queue',
  'staff/work': '.halves',
  'staff/request': '.halves',
  'staff/filed': '.queue',
  'staff/officers': '.queue',
  offer: 'fieldset',
};

const startsAt: Readonly<Record<string, string>> = { '/app/counter': 'iin', '/app/status': 'number' };

const showsOf = (page: string, role: Role | undefined) =>
  (role && shownTo[page]?.includes(role) ? theirs[page] : undefined) ?? filled[page] ?? 'h1';

const addressOf = ({ path }: Route, role: Role | undefined) => {
  if (path.includes(':') && !parts[path]) throw new Error(`${path}: the tour does not know what stands there`);
  return (cast: Cast) =>
    path.replace(/:\w+(\/:\w+)*/, parts[path]?.(cast, role ?? 'applicant') ?? 'nothing') + (queries[path] ?? '');
};

const readers = ({ who }: Route): readonly (Role | undefined)[] => (who === 'everybody' ? [undefined] : who);

/** Each row of the table of pages, for each role that may open it. */
const ofTable: readonly Stop[] = routes.flatMap((route) =>
  readers(route).map((role) => ({
    page: route.page,
    role,
    at: addressOf(route, role),
    shows: showsOf(route.page, role),
    focus: startsAt[route.path] ?? 'h1',
  })),
);

/** The same pages with other content, and the pages that replace another one. */
const others: readonly (Omit<Stop, 'focus'> & Partial<Stop>)[] = [
  { page: 'request', role: 'applicant', at: ({ issued }) => `/app/requests/${issued}`, shows: '.tracker' },
  { page: 'request', role: 'applicant', at: ({ offered }) => `/app/requests/${offered}`, shows: '.notice.warning' },
  { page: 'request', role: 'applicant', at: ({ draft }) => `/app/requests/${draft}`, shows: '.tracker' },
  { page: 'requests', role: 'applicant', at: () => '/app/requests?list=drafts', shows: '.rows > li' },
  { page: 'requests', role: 'applicant', at: () => '/app/requests?list=finished', shows: '.rows > li' },
  { page: 'verify', role: undefined, at: ({ document }) => `/app/verify?number=${document}`, shows: '.banner' },
  { page: 'verify', role: undefined, at: () => '/app/verify?number=NOTHING-1', shows: '.banner.unknown' },
  { page: 'offices', role: undefined, at: () => `/app/offices?service=${SERVICE}`, shows: '.rows > li' },
  { page: 'missing', role: undefined, at: () => '/app/nothing', shows: 'h1' },
  { page: 'denied', role: 'applicant', at: () => '/app/work', shows: 'h1' },
  { page: 'staff/queue', role: 'mio-officer', at: () => '/app/work?list=mine', shows: '.queue' },
  { page: 'staff/officers', role: 'auditor', at: () => `/app/officers?office=${OFFICE}`, shows: '.queue' },
  { page: 'staff/signing', role: 'mio-head', at: () => '/app/signing', shows: '.nothing' },
  { page: 'staff/status', role: 'auditor', at: () => '/app/status?number=NOTHING-1', shows: '.fault', focus: 'number' },
];

export const stops: readonly Stop[] = [...ofTable, ...others.map((stop) => ({ focus: 'h1', ...stop }))];

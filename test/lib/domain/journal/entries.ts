import type { Entry } from '../../../../lib/domain/journal/entry.ts';

const start = Date.parse('2026-11-30T23:58:00.000Z');
const ulid = (n: number) => `01KAH7M0000000000000${String(n).padStart(6, '0')}`;

/** The moment so many seconds after the first entry: two minutes before a day ends. */
export const second = (n: number) => new Date(start + n * 1000);

/** The n-th entry: a look at a request, a second after the one before. */
export const entry = (n: number, more: Partial<Entry> = {}): Entry => ({
  ...{ at: second(n).toISOString(), id: ulid(n), kind: 'request', route: 'GET /requests/{id}' },
  ...{
    account: 'officer-serik',
    role: 'mio-officer',
    place: 'shymkent',
    session: 's',
    request: ulid(0),
    outcome: 'done',
  },
  ...more,
});

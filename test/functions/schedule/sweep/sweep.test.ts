import { citizen, officer } from '../../cast.ts';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { sweep, type Needs } from '../../../../functions/schedule/sweep/sweep.ts';
import { openDueItems } from '../../../../lib/adapters/dynamo/due-items.ts';
import { openQueueCheck } from '../../../../lib/adapters/dynamo/queue-check.ts';
import { openRequests, type RequestTable } from '../../../../lib/adapters/dynamo/requests.ts';
import { sendAgainOf } from '../../../../lib/adapters/mail/send-again.ts';
import { openAccounts } from '../../../../lib/adapters/identity/accounts.ts';
import { findService } from '../../../../lib/domain/regulation/cards.ts';
import { changeRequest } from '../../../../lib/domain/request/change.ts';
import { correct } from '../../../../lib/domain/request/correction/correct.ts';
import { discard } from '../../../../lib/domain/request/draft/draft.ts';
import { nextSending } from '../../../../lib/domain/request/notify.ts';
import { holdById } from '../../../../lib/adapters/identity/hold.ts';
import { viewRequest } from '../../../../lib/adapters/http/views/request-view.ts';
import { renderMail } from '../../../../lib/domain/notice/mail.ts';
import { seedAccount } from '../../../../lib/adapters/identity/seed-account.ts';
import { addTelling, tellOfActing } from '../../../../lib/domain/request/telling.ts';
import { claim } from '../../../../lib/domain/request/work/officer.ts';
import type { Request } from '../../../../lib/domain/request/request.ts';
import { confirmSubmission } from '../../../../lib/domain/request/rows/rows.ts';
import { executionOf } from '../../../../lib/domain/request/run.ts';
import { openMemoryTable } from '../../../lib/adapters/identity/memory-table.ts';
import { accountOf, daniyar, saule } from '../../../lib/adapters/identity/people.ts';
import { correction, issued } from '../../../lib/domain/request/correction-example.ts';
import { accepted, after, at, draft, must, numbered, opened, serik } from '../../../lib/domain/request/example.ts';
import { deliver, offered } from '../../../lib/domain/request/queue-example.ts';
import { noDocuments, unstamped } from '../../../lib/adapters/trust/unstamped.ts';

let table: Awaited<ReturnType<typeof openMemoryTable>>;
let requests: RequestTable;
let id = 0;
beforeEach(async () => {
  table = await openMemoryTable();
  requests = openRequests(table);
});
afterEach(() => table.close());

/** What the sweeper did, as its ports recorded it. */
let done: string[];
let mailFails: boolean;
/** What the bucket contains for any request. */
let uploaded: string[];
const needs = (minutes: number): Needs => ({
  due: openDueItems(table),
  timeLeft: () => 50_000,
  queueCheck: openQueueCheck(table),
  queues: [],
  places: [],
  requests,
  accounts: openAccounts(table),
  documents: { ...noDocuments, eraseFolder: async (folder) => void done.push(`erase ${folder}`) },
  ...{ extend: unstamped, renew: unstamped },
  attachments: {
    list: async () => uploaded,
    remove: async (request, attachment) => done.push(`remove ${request} ${attachment}`) as never,
  },
  machines: {
    start: async (request, machine) =>
      void done.push(`start ${machine}-${request.channel} ${executionOf(request).name}`),
    signal: async (token, outcome) => (done.push(`signal ${token} ${outcome}`), 'signalled'),
  },
  sendMail: async (to, { subject }) => (done.push(`mail ${to} ${subject}`), !mailFails),
  register: {
    prove: async (number) => void done.push(`prove ${number}`),
    record: async ({ number, status }) => void done.push(`register ${number} ${status}`),
  },
  digestOf: async (secret) => `digest of ${secret}`,
  newSecret: () => 'S'.repeat(43),
  codeDigestOf: async (code) => `digest of ${code}`,
  newCode: () => '123456',
  findService,
  publicUrl: 'http://localhost:3000',
  now: after(minutes),
});

beforeEach(() => {
  done = [];
  mailFails = false;
  uploaded = [];
});

/** Each test has its own request, so that none sees another's. */
async function kept(request: Request): Promise<string> {
  id += 1;
  const own = { ...request, id: `01KAH7M00000000000000000${String(id).padStart(2, '0')}`, version: 0 };
  await requests.add({ ...own, notices: own.notices.map((notice) => ({ ...notice, email: 'none' })) });
  return own.id;
}

async function dieBetweenWrites(what: 'submit' | 'accept' | 'consent', request: string) {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'die-between-writes.ts'), what, request], {
    env: {
      ...process.env,
      TABLE_NAME: table.name,
      AWS_ENDPOINT_URL_DYNAMODB: table.url,
      AWS_REGION: 'eu-central-1',
      AWS_ACCESS_KEY_ID: 'local',
      AWS_SECRET_ACCESS_KEY: 'local',
    },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const [, signal] = (await once(child, 'exit')) as [number | null, string | null];
  expect(signal).toBe('SIGKILL');
}

describe('a process that stops between the two writes', () => {
  it('after a submission: the sweeper starts the machine', async () => {
    const request = await kept(draft());
    await dieBetweenWrites('submit', request);
    expect(await requests.find(request)).toMatchObject({ state: 'submitted', pending: 'start' });
    await sweep(needs(1.5));
    expect(done).toEqual([]);
    await sweep(needs(2));
    expect(done).toEqual([`start south-kazakhstan-149-unemployed-certificate-portal ${request}`]);
  });

  it('after an outcome: the sweeper signals the machine until its next row shows that it knows', async () => {
    const request = await kept(opened(numbered(), '05-mio-accept', 'accept'));
    await changeRequest(requests, request, (current) => claim(current, serik, after(5)));
    await dieBetweenWrites('accept', request);
    await sweep(needs(7));
    await sweep(needs(8));
    expect(done).toEqual(['signal token-1 accepted', 'signal token-1 accepted']);
    await changeRequest(requests, request, (current) => confirmSubmission(current, at('any next row', 9)));
    done = [];
    await sweep(needs(60));
    expect(done).toEqual([]);
  });
});

it('a withdrawal whose register was not written: the sweeper writes it, once', async () => {
  const request = await kept(must(correct(issued(), correction('withdraw'))));
  await sweep(needs(60));
  expect(done).toEqual(['register SK-UC-2026-000001-0 withdrawn']);
  expect(await requests.find(request)).not.toHaveProperty('pending');
  await sweep(needs(90));
  expect(done).toHaveLength(1);
});

describe('an offer from the queue', () => {
  it('whose acceptance stopped between the two writes: the sweeper starts the next run until its first row', async () => {
    const request = await kept(offered());
    await dieBetweenWrites('consent', request);
    expect(await requests.find(request)).toMatchObject({ state: 'in-progress', pending: 'start' });
    await sweep(needs(41));
    await sweep(needs(42));
    const start = `start south-kazakhstan-149-unemployed-certificate-portal ${request}-1`;
    expect(done.filter((what) => !what.startsWith('mail'))).toEqual([start, start]);
    await changeRequest(requests, request, (current) => confirmSubmission(current, at('any row', 43)));
    done = [];
    await sweep(needs(90));
    expect(done).toEqual([]);
  });

  it('that nobody answers lapses at its due time, and the applicant is told', async () => {
    const request = await kept(offered());
    await sweep(needs(599));
    expect(await requests.find(request)).toMatchObject({ queue: { offers: [{ state: 'open' }] } });
    await sweep(needs(600));
    expect(await requests.find(request)).toMatchObject({ state: 'queued', queue: { offers: [{ state: 'lapsed' }] } });
    await sweep(needs(601));
    expect(done).toEqual([expect.stringMatching(/^mail azamat@demo.example Ұсынысқа жауап беру мерзімі өтті/)]);
  });
});

describe('a draft', () => {
  const days = (count: number) => count * 24 * 60;
  const scan = {
    id: 's1',
    name: 's1.pdf',
    type: 'application/pdf' as const,
    size: 1,
    sha256: '00'.repeat(32),
    addedAt: after(0).toISOString(),
  };

  it('expires after thirty days, together with its scans', async () => {
    const request = await kept({ ...draft(), attachments: [scan] });
    await sweep(needs(days(30) - 1));
    expect((await requests.find(request))?.state).toBe('draft');
    await sweep(needs(days(30)));
    expect(await requests.find(request)).toMatchObject({ state: 'discarded', form: {} });
    expect(done).toEqual([`remove ${request} s1`]);
  });

  it('stays whole while it is held, and expires when it is released', async () => {
    const request = await kept({ ...draft(), attachments: [scan] });
    const hold = { at: after(0).toISOString(), ground: 'запрос суда № 1' };
    await holdById(request, hold, { requests, accounts: openAccounts(table) });
    await sweep(needs(days(300)));
    expect(await requests.find(request)).toMatchObject({ state: 'draft', form: draft().form, hold });
    expect(done).toEqual([]);
    await holdById(request, undefined, { requests, accounts: openAccounts(table) });
    await sweep(needs(days(300)));
    expect(await requests.find(request)).toMatchObject({ state: 'discarded', form: {} });
  });
});

describe('what has been kept for its term', () => {
  const day = 24 * 60;
  const scan = {
    ...{ id: 's1', name: 's.pdf', type: 'application/pdf' as const, size: 1, sha256: '00'.repeat(32) },
    addedAt: after(0).toISOString(),
  };
  const issued = deliver(accepted(), {}, 10);
  const closedAfter = (Date.parse('closedAt' in issued ? issued.closedAt : '') - after(0).getTime()) / 60_000;
  const finished = (): Request => ({ ...issued, attachments: [scan], strayGoneAt: after(60).toISOString() });

  it('of a discarded draft is at once nobody any more, and gone after thirty days', async () => {
    const request = await kept(must(discard(draft(), 'discarded', after(0))));
    const left = await requests.find(request);
    expect(left?.applicant).toEqual({ account: draft().applicant.account, language: 'kk', iin: '', fullName: '' });
    expect(JSON.stringify(left)).not.toMatch(/900315300010|Азамат|azamat@/);
    await sweep(needs(30 * day - 1));
    expect(await requests.find(request)).toBeDefined();
    await sweep(needs(30 * day));
    expect(await requests.find(request)).toBeUndefined();
  });

  it('of a finished request are the scans for three years and the rest for five', async () => {
    const request = await kept(finished());
    const years = (count: number) => count * 365 * day + closedAfter;
    uploaded = ['s1'];
    await sweep(needs(years(3) - 1));
    expect(done).toEqual([]);
    await sweep(needs(years(3)));
    expect(done).toEqual([`remove ${request} s1`]);
    expect(await requests.find(request)).toMatchObject({
      scansErasedAt: after(years(3)).toISOString(),
      attachments: [scan],
    });
    uploaded = [];
    await sweep(needs(years(5) - 1));
    expect(await requests.find(request)).toBeDefined();
    await sweep(needs(years(5)));
    expect(await requests.find(request)).toBeUndefined();
    expect(done.at(-1)).toBe(`erase requests/${request}`);
  });

  it('stays while it is held, with its scans, and goes when it is released', async () => {
    const request = await kept(finished());
    const stores = { requests, accounts: openAccounts(table) };
    const hold = { at: after(1).toISOString(), ground: 'запрос суда № 1' };
    expect(await holdById(request, hold, stores)).toBe('request');
    await sweep(needs(7 * 365 * day));
    expect(done).toEqual([]);
    expect(viewRequest((await requests.find(request))!, after(0), citizen).kept).toMatchObject({
      hold: { at: hold.at },
    });
    // The paper may belong to an inquiry: nobody sees it beside the request.
    expect(
      JSON.stringify(viewRequest((await requests.find(request))!, after(0), { ...officer, role: 'mio-head' })),
    ).not.toContain(hold.ground);
    await holdById(request, undefined, stores);
    await sweep(needs(7 * 365 * day + 2));
    expect(await requests.find(request)).toBeUndefined();
    expect(await holdById('nobody', hold, stores)).toBeUndefined();
  });

  it('of an account that nobody proved is gone after a year, and its IIN is free; a proved one stays', async () => {
    const accounts = openAccounts(table);
    const [unproved, proved] = [accountOf(saule), { ...accountOf(daniyar), createdBy: 'admin' }];
    for (const account of [unproved, proved])
      await accounts.add({ ...account, createdAt: after(0).toISOString() }, 'hash');
    await sweep(needs(365 * day - 1));
    expect(await accounts.findByIin(saule)).toBeDefined();
    await sweep(needs(365 * day));
    expect([await accounts.find(unproved.id), await accounts.findByIin(saule)]).toEqual([undefined, undefined]);
    await sweep(needs(9 * 365 * day));
    expect(await accounts.find(proved.id)).toBeDefined();
  });

  it('of an unproved account under which something was submitted stays for whoever proves the IIN', async () => {
    const accounts = openAccounts(table);
    const account = { ...accountOf(saule), createdAt: after(0).toISOString() };
    await accounts.add(account, 'hash');
    await kept({ ...numbered(), applicant: { ...numbered().applicant, account: account.id } });
    await sweep(needs(366 * day));
    expect(await accounts.find(account.id)).toMatchObject({ keptFrom: after(366 * day).toISOString() });
  });
});

describe('an upload that its request does not name', () => {
  const scan = (of: string) => ({
    ...{ id: of, name: 's.pdf', type: 'application/pdf' as const, size: 1, sha256: '00'.repeat(32) },
    addedAt: after(0).toISOString(),
  });

  it('of a discarded draft is removed once no upload address is valid any more, and only once', async () => {
    const request = await kept(must(discard(draft(), 'discarded', after(5))));
    uploaded = ['late'];
    await sweep(needs(19));
    expect(done).toEqual([]);
    await sweep(needs(20));
    expect(done).toEqual([`remove ${request} late`]);
    await sweep(needs(2000));
    expect(done).toHaveLength(1);
    expect(await requests.find(request)).toMatchObject({ strayGoneAt: after(20).toISOString() });
  });

  it('beside a submission is removed, and the named uploads stay', async () => {
    const request = await kept({ ...numbered(), attachments: [scan('named')] });
    uploaded = ['named', 'taken-out'];
    await sweep(needs(60));
    expect(done).toEqual([`remove ${request} taken-out`]);
  });

  it('is tried again if it could not be removed', async () => {
    const request = await kept(must(discard(draft(), 'discarded', after(5))));
    const failing = { list: () => Promise.reject(new Error('S3 is away')), remove: async () => undefined as never };
    expect(await sweep({ ...needs(20), attachments: failing })).toMatchObject({ failed: 1 });
    uploaded = ['late'];
    await sweep(needs(22));
    expect(done).toEqual([`remove ${request} late`]);
  });
});

const emailOf = async (request: string) => (await requests.find(request))?.notices[0]?.email;

describe('a notice', () => {
  it('is mailed once, and after a failure again at growing intervals', async () => {
    const request = await kept(numbered());
    await changeRequest(requests, request, (current) => ({
      ...current,
      notices: current.notices.map((notice) => ({
        ...notice,
        email: 'pending',
        facts: { number: 'SK-UC-2026-000001', dueAt: after(60).toISOString() },
      })),
    }));
    mailFails = true;
    await sweep(needs(3));
    await sweep(needs(3.5));
    expect(done).toHaveLength(1);
    mailFails = false;
    await sweep(needs(4));
    await sweep(needs(600));
    expect(done).toHaveLength(2);
    expect((await requests.find(request))?.notices[0]).toMatchObject({ email: 'sent', attempts: 2 });
  });

  it('is given up after four days of failures, each counted, and can then be sent again', async () => {
    mailFails = true;
    const request = await kept(numbered());
    await changeRequest(requests, request, (current) => ({
      ...current,
      notices: current.notices.map((notice) => ({
        ...notice,
        email: 'pending',
        facts: { number: 'SK-UC-2026-000001' },
      })),
    }));
    const hours: number[] = [];
    for (;;) {
      const next = nextSending((await requests.find(request))?.notices ?? []);
      if (next === undefined) break;
      hours.push((next - after(0).getTime()) / 3_600_000);
      await sweep(needs((next - after(0).getTime()) / 60_000));
    }
    expect(hours.at(-1)).toBeGreaterThan(4 * 24);
    expect(hours.at(-1)).toBeLessThan(5 * 24);
    expect(done.length).toBe(hours.length);
    expect(hours.length).toBeLessThan(30);
    expect(Math.max(...hours.slice(1).map((hour, i) => hour - hours[i]!))).toBeCloseTo(6);
    expect(await emailOf(request)).toBe('failed');

    mailFails = false;
    const week = 8 * 24 * 60;
    expect(await sendAgainOf(request, { requests, accounts: openAccounts(table), now: after(week) })).toBe(1);
    await sweep(needs(week + 1));
    expect(await emailOf(request)).toBe('sent');
  });
});

describe('what an employee did for a visitor', () => {
  const acting = { code: 'filed-for-you', place: 'shymkent', once: 'submission', at: after(1).toISOString() } as const;
  const title = { kk: 'Анықтама', ru: 'Справка' };
  const quiet = { ...numbered(), notices: [], strayGoneAt: after(0).toISOString() };
  const filed = () => must(tellOfActing(quiet, { ...quiet }, { ...acting, service: title }));
  const holder = { ...accountOf(quiet.applicant.iin), email: 'holder@example.kz' };
  const told = async () => ((await openAccounts(table).find(holder.id))?.notices ?? []).map(({ code }) => code);
  const confirmed = { at: after(0).toISOString(), name: 'А' };

  it('is told to the account that an EDS has proved, once, also after a crash between the two writes', async () => {
    await seedAccount(table, { ...holder, confirmed }, 'дала-қоңырауы-соқты');
    await requests.add(filed());
    const replace = (): Promise<never> => Promise.reject(new Error('gone'));
    const dies: Needs['requests'] = { ...requests, replace };
    expect(await sweep({ ...needs(5), requests: dies })).toMatchObject({ failed: 1 });
    expect(await told()).toEqual(['filed-for-you']);
    expect((await requests.find(quiet.id))?.telling).toHaveLength(1);
    await sweep(needs(60));
    expect(await told()).toEqual(['filed-for-you']);
    expect(await requests.find(quiet.id)).not.toHaveProperty('telling');
    await sweep(needs(61));
    expect(done.filter((each) => each.startsWith('mail holder@example.kz'))).toHaveLength(1);
    // The cabinet keeps it after the mail.
    expect(await told()).toEqual(['filed-for-you']);
  });

  it('is not told to an account that anybody may have registered', async () => {
    await seedAccount(table, holder, 'дала-қоңырауы-соқты');
    await requests.add(filed());
    await sweep(needs(5));
    expect(await told()).toEqual([]);
    expect(await requests.find(quiet.id)).not.toHaveProperty('telling');
  });

  it('is mailed to the visitor where they gave an address', async () => {
    await requests.add(filed());
    await sweep(needs(5));
    const { email } = quiet.applicant;
    expect(done).toContain(`mail ${email} ${renderMail('filed-for-you', {}, { first: 'kk', cabinetUrl: '' }).subject}`);
  });
});

it('the heads of the office learn that a place past others waits for them, and no other office does', async () => {
  const head = (iin: string, office: string) => ({
    ...accountOf(iin, 'mio-head', office),
    email: `${office}@example.kz`,
  });
  await seedAccount(table, head(saule, 'shymkent'), 'дала-қоңырауы-соқты');
  await seedAccount(table, head(daniyar, 'turkestan'), 'дала-қоңырауы-соқты');
  const quiet = { ...numbered(), notices: [], strayGoneAt: after(0).toISOString() };
  const telling = { id: 'p', to: 'heads', at: after(1).toISOString(), code: 'proposal-waits', facts: {} } as const;
  await requests.add(must(addTelling(quiet, telling)));
  await sweep(needs(5));
  await sweep(needs(6));
  expect(done.filter((each) => each.startsWith('mail'))).toEqual([expect.stringContaining('shymkent@example.kz')]);
});

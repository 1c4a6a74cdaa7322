import { complained } from '../../../lib/domain/request/complaint-example.ts';
import { addTelling } from '../../../../lib/domain/request/telling.ts';
import { BatchWriteCommand, GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { sweep, STUCK_AFTER, type Needs } from '../../../../functions/schedule/sweep/sweep.ts';
import { openDueItems } from '../../../../lib/adapters/dynamo/due-items.ts';
import { indexKeys } from '../../../../lib/adapters/dynamo/request-keys.ts';
import { openQueueCheck } from '../../../../lib/adapters/dynamo/queue-check.ts';
import { openRequests, type RequestTable } from '../../../../lib/adapters/dynamo/requests.ts';
import { sweepKeys } from '../../../../lib/adapters/dynamo/sweep-keys.ts';
import { openAccounts } from '../../../../lib/adapters/identity/accounts.ts';
import { findService } from '../../../../lib/domain/regulation/cards.ts';
import { isRefusal } from '../../../../lib/domain/problem/problem.ts';
import { dueKinds, type DueKind } from '../../../../lib/domain/request/due.ts';
import { isSubmitted, type Request } from '../../../../lib/domain/request/request.ts';
import { awaitStamp } from '../../../../lib/domain/signature/stamp.ts';
import { executionOf } from '../../../../lib/domain/request/run.ts';
import { openMemoryTable } from '../../../lib/adapters/identity/memory-table.ts';
import { discard } from '../../../../lib/domain/request/draft/draft.ts';
import { accepted, after, draft, must, numbered, submitted } from '../../../lib/domain/request/example.ts';
import { mailed } from '../../../lib/domain/request/mailing-example.ts';
import { offered, queued } from '../../../lib/domain/request/queue-example.ts';
import { noDocuments, stampedAt, unstamped as unrenewed } from '../../../lib/adapters/trust/unstamped.ts';

// Thousands of items in a table in this process, on machines that may be busy.
const PATIENCE = 600_000;

let table: Awaited<ReturnType<typeof openMemoryTable>>;
let requests: RequestTable;
let done: string[];
beforeEach(async () => {
  table = await openMemoryTable();
  requests = openRequests(table);
  done = [];
});
afterEach(() => table.close());

const isBad = (id: string) => id.startsWith('BAD');
const failIf = async (id: string, what: string) => {
  if (isBad(id)) throw new Error('it fails for ever');
  done.push(what);
};
const needs = (minutes: number, more: Partial<Needs> = {}): Needs => ({
  due: openDueItems(table),
  timeLeft: () => 50_000,
  queueCheck: openQueueCheck(table),
  queues: [],
  places: [],
  requests,
  accounts: openAccounts(table),
  ...{ documents: noDocuments, extend: stampedAt(after(1).toISOString()), renew: unrenewed },
  attachments: { list: async () => [], remove: async () => undefined as never },
  machines: {
    start: (request) => failIf(request.id, `restart ${executionOf(request).name}`),
    signal: async (token) => (await failIf(token, `signal ${token}`), 'signalled'),
  },
  sendMail: async (_, __, reference) => (done.push(`mail ${reference.split(':')[0]}`), true),
  register: { record: async () => undefined, prove: async () => undefined },
  digestOf: async (secret) => secret,
  newSecret: () => 'secret',
  codeDigestOf: async (code) => code,
  newCode: () => '123456',
  findService,
  publicUrl: 'http://localhost:3000',
  now: after(minutes),
  ...more,
});

const month = 31 * 24 * 60;
const quiet = (request: Request): Request => ({ ...request, notices: [], strayGoneAt: after(0).toISOString() });
const unstamped = (id: string): Request => {
  const request = quiet(numbered());
  if (!isSubmitted(request)) throw new Error('it is not submitted');
  return { ...request, id, submission: { ...request.submission, stamp: awaitStamp(after(0)) } };
};
/** Its proof ends in two months. */
const ending = (id: string): Request => {
  const request = unstamped(id);
  if (!isSubmitted(request)) throw new Error('it is not submitted');
  const proof = { until: after(2 * month).toISOString(), endsBy: 'tsa-certificate' } as const;
  const stamp = {
    ...({ state: 'kept', part: '0', at: after(0).toISOString(), proof } as const),
    renewAt: after(0).toISOString(),
  };
  return { ...request, submission: { ...request.submission, stamp } };
};
/** A request of each kind that is due within the first day, and its draft a month later. */
const examples: Readonly<Record<Exclude<DueKind, 'account'>, (id: string) => Request>> = {
  restart: (id) => ({ ...quiet(submitted()), id }),
  signal: (id) => {
    const request = quiet(accepted());
    return { ...request, id, ...('work' in request && { work: { ...request.work!, token: id } }) };
  },
  lapse: (id) => ({ ...quiet(offered()), id }),
  outgrow: (id) =>
    ({ ...quiet(queued()), child: { field: 'childIin', key: id, until: after(600).toISOString() }, id }) as Request,
  complaint: (id) => ({ ...quiet(complained(numbered())), id, telling: [] }),
  stamp: (id) => unstamped(id),
  mailing: (id) => ({ ...quiet(mailed()), id }),
  expiry: (id) => ({ ...draft(), id }),
  mail: (id) => ({
    ...quiet(numbered()),
    id,
    notices: numbered().notices.map((each) => ({ ...each, id, facts: { number: 'SK-1' } })),
  }),
  tell: (id) => {
    const telling = { id: 't', to: 'heads', at: after(1).toISOString(), code: 'proposal-waits', facts: {} } as const;
    return must(addTelling({ ...quiet(numbered()), id }, telling));
  },
  renew: (id) => ending(id),
  stray: (id) => ({ ...numbered(), notices: [], id }),
  erase: (id) => ({ ...must(discard(draft(), 'discarded', after(0))), id, strayGoneAt: after(0).toISOString() }),
};
const itemOf = (request: Request) => ({ pk: `REQUEST#${request.id}`, sk: 'REQUEST', ...indexKeys(request), request });
const keysOf = async (id: string, sort = 'REQUEST') =>
  (await table.client.send(new GetCommand({ TableName: table.name, Key: { pk: `${sort}#${id}`, sk: sort } }))).Item ??
  {};
const write = (Item: Record<string, unknown>) => table.client.send(new PutCommand({ TableName: table.name, Item }));

async function writeAll(items: readonly Record<string, unknown>[]) {
  for (let from = 0; from < items.length; from += 25)
    await table.client.send(
      new BatchWriteCommand({
        RequestItems: { [table.name]: items.slice(from, from + 25).map((Item) => ({ PutRequest: { Item } })) },
      }),
    );
}

const account = (id: string, iin: string) => ({
  ...{
    id,
    iin,
    fullName: 'Демо Сәуле',
    email: `${id}@demo.example`,
    language: 'kk' as const,
    role: 'applicant' as const,
  },
  createdAt: after(0).toISOString(),
  notices: [
    {
      id: `${id}:1`,
      at: after(month).toISOString(),
      code: 'account-closed' as const,
      facts: {},
      email: 'pending' as const,
      attempts: 0,
    },
  ],
});

/** One of a kind that can be done, due after all that cannot. */
async function writeGood(kind: DueKind, id: string) {
  if (kind !== 'account') return writeAll([itemOf(examples[kind](id))]);
  if (isRefusal(await openAccounts(table).add(account(id, '900315300010'), undefined))) throw new Error('it is there');
}

/** Its item cannot be read, so nobody can do what is due. */
const unreadable = (kind: DueKind, id: string, minutes: number) => {
  const sort = kind === 'account' ? 'ACCOUNT' : 'REQUEST';
  return { pk: `${sort}#${id}`, sk: sort, ...sweepKeys(id, { kind, at: after(minutes) }), request: { id } };
};
const bad = (n: number) => `BAD${String(n).padStart(5, '0')}`;

const served = async (kind: DueKind, id: string): Promise<boolean> => {
  if (kind === 'lapse') return JSON.stringify(await requests.find(id)).includes('"lapsed"');
  if (kind === 'erase') return (await requests.find(id)) === undefined;
  if (kind === 'outgrow') return (await requests.find(id))?.state === 'left';
  if (kind === 'tell') return (await requests.find(id))?.telling === undefined;
  if (kind === 'stray') return (await requests.find(id))?.strayGoneAt !== undefined;
  if (kind === 'complaint') return (await requests.find(id))?.events.at(-1)?.code === 'complaint-passed';
  if (kind === 'stamp') return JSON.stringify(await requests.find(id)).includes('"kept"');
  if (kind === 'renew')
    return JSON.stringify(await requests.find(id)).includes(`"renewAt":"${after(1.25 * month).toISOString()}"`);
  if (kind === 'mailing') return JSON.stringify(await requests.find(id)).includes('"expired"');
  if (kind === 'expiry') return (await requests.find(id))?.state === 'discarded';
  return done.some((what) => what.startsWith(`${kind === 'account' ? 'mail' : kind} ${id}`));
};

/** How many letters still fit into the item that `attempt` writes. */
async function most(attempt: (letters: number) => Promise<unknown>): Promise<number> {
  let [fits, not] = [0, 410_000];
  while (not - fits > 1) {
    const tried = Math.floor((fits + not) / 2);
    const written = await attempt(tried).then(
      () => true,
      () => false,
    );
    if (written) fits = tried;
    else not = tried;
  }
  return fits;
}

/** The item, filled with letters to the last byte. */
async function writeLargest(item: Record<string, unknown>) {
  const padded = (letters: number) => write({ ...item, padding: 'x'.repeat(letters) });
  await padded(await most(padded));
}

describe('five hundred items of each kind that fail for ever', () => {
  it(
    'do not delay the others: every kind is handled within one run',
    async () => {
      const failing = dueKinds.flatMap((kind) =>
        Array.from({ length: 500 }, (_, n) =>
          kind === 'restart' || kind === 'signal'
            ? itemOf(examples[kind](`${bad(n)}${kind}${n % 10}`))
            : unreadable(kind, `${bad(n)}${kind}${n % 10}`, 0),
        ),
      );
      await writeAll(failing);
      for (const kind of dueKinds) await writeGood(kind, `GOOD-${kind}`);

      const first = await sweep(needs(month));
      expect(first).toMatchObject({ failed: failing.length, stuck: 0 });
      // Who has grown too old is told by mail, in this run or in the next one.
      expect([dueKinds.length, dueKinds.length + 1]).toContain(first.swept);
      for (const kind of dueKinds) expect([kind, await served(kind, `GOOD-${kind}`)]).toEqual([kind, true]);
      expect((await sweep(needs(month))).failed).toBe(0);
    },
    PATIENCE,
  );
});

describe('an item that fails', () => {
  it('is put off also if something of it could be cleared away', async () => {
    await write(itemOf({ ...submitted(), id: 'BAD-uploads', notices: [] }));
    expect(await sweep(needs(month))).toMatchObject({ failed: 1 });
    expect(await sweep(needs(month))).toMatchObject({ failed: 0, swept: 0 });
  });

  it('waits twice as long each time, six hours at most, and is logged as stuck from the fourth time on', async () => {
    await write(unreadable('mail', 'BAD1', 0));
    const waited: number[] = [];
    const stuck: number[] = [];
    let minutes = 0;
    for (let attempt = 1; attempt <= 14; attempt += 1) {
      const swept = await sweep(needs(minutes));
      expect(swept.failed).toBe(1);
      stuck.push(swept.stuck);
      const [until = ''] = String((await keysOf('BAD1'))['gsiSweepAt']).split('#');
      waited.push((Date.parse(until) - after(minutes).getTime()) / 60_000);
      minutes += waited.at(-1)!;
    }
    expect(waited).toEqual([1, 2, 4, 8, 16, 32, 64, 128, 256, 360, 360, 360, 360, 360]);
    expect(stuck).toEqual(waited.map((_, n) => (n + 1 < STUCK_AFTER ? 0 : 1)));
  });

  it('with two kinds gets done what can be done', async () => {
    const id = 'BAD-both';
    await write(itemOf({ ...submitted(), id, notices: examples.mail(id).notices }));
    expect(await sweep(needs(10))).toMatchObject({ failed: 1 });
    expect(done).toEqual([`mail ${id}`]);
  });

  it('of the largest size is postponed, too, and does not affect the others on its page', async () => {
    await writeLargest(unreadable('mail', 'BAD-large', 0));
    await writeGood('mail', 'GOOD-mail');
    expect(await sweep(needs(10))).toEqual({ swept: 1, failed: 1, stuck: 0 });
    expect(await served('mail', 'GOOD-mail')).toBe(true);
    expect((await keysOf('BAD-large'))['gsiSweepAt']).toBe(`${after(11).toISOString()}#1`);
  });

  it('and cannot even be postponed is logged as stuck, and the run continues', async () => {
    const old = { gsiSweep: 'REQUEST', gsiSweepAt: after(0).toISOString() };
    await writeLargest({ ...unreadable('mail', 'BAD-old', 0), ...old });
    await write({ ...itemOf(examples.restart('GOOD-old')), gsiSweep: 'REQUEST', gsiSweepAt: after(1).toISOString() });
    expect(await sweep(needs(10))).toEqual({ swept: 1, failed: 1, stuck: 1 });
    expect(await served('restart', 'GOOD-old')).toBe(true);
  });
});

describe('a run', () => {
  it('that is killed in the middle leaves the rest to the next one, and what killed it to a later one', async () => {
    for (let n = 0; n < 12; n += 1) await writeGood('mail', `GOOD${n}`);
    let hung = '';
    const hangs: Needs['sendMail'] = (_, __, reference) =>
      new Promise((resolve) => {
        if (hung === '') hung = reference;
        else if (reference !== hung) resolve((done.push(`mail ${reference}`), true));
      });
    // Never awaited: it is stopped while one of its lanes waits for an answer that does not come.
    void sweep(needs(10, { sendMail: hangs }));
    while (hung === '') await new Promise((resolve) => setImmediate(resolve));
    await sweep(needs(10));
    for (let n = 0; n < 12; n += 1) {
      const id = `GOOD${n}`;
      expect([id, await served('mail', id)]).toEqual([id, id !== hung]);
    }
    await sweep(needs(12));
    expect(done.filter((what) => what === `mail ${hung}`)).toHaveLength(1);
  });

  it('at the same time as another one does nothing twice', async () => {
    for (let n = 0; n < 20; n += 1) await writeGood('mail', `GOOD${n}`);
    await writeGood('account', 'GOOD-account');
    const [one, other] = await Promise.all([sweep(needs(month)), sweep(needs(month))]);
    expect(one.swept + other.swept).toBe(21);
    expect(done).toHaveLength(21);
    expect(new Set(done).size).toBe(21);
  });

  it('begins nothing when its time is nearly over', async () => {
    for (let n = 0; n < 8; n += 1) await writeGood('mail', `GOOD${n}`);
    expect(await sweep(needs(10, { timeLeft: () => 9000 }))).toEqual({ swept: 0, failed: 0, stuck: 0 });
    expect(await sweep(needs(10))).toEqual({ swept: 8, failed: 0, stuck: 0 });
  });

  it(
    'goes through more than a page of a lane',
    async () => {
      await writeAll(Array.from({ length: 250 }, (_, n) => itemOf(examples.mail(`GOOD${n}0`))));
      expect(await sweep(needs(10))).toEqual({ swept: 250, failed: 0, stuck: 0 });
    },
    PATIENCE,
  );
});

describe('an item that was written before there were kinds', () => {
  it('is found under its old key, and has a new one once it is written', async () => {
    const pending = examples.restart('GOOD-1');
    await write({ ...itemOf(pending), gsiSweep: 'REQUEST', gsiSweepAt: after(2).toISOString() });
    await sweep(needs(3));
    expect(done).toEqual(['restart GOOD-1']);
    expect(await keysOf('GOOD-1')).toMatchObject({ gsiSweep: expect.stringMatching(/^SWEEP#restart#[0-3]$/) });
  });

  it('is found for an account, too', async () => {
    await writeGood('account', 'GOOD-2');
    await write({ ...(await keysOf('GOOD-2', 'ACCOUNT')), gsiSweep: 'ACCOUNT', gsiSweepAt: after(0).toISOString() });
    await sweep(needs(month));
    expect(done).toEqual(['mail GOOD-2']);
    // What is left to be done about an unproved account is to erase it, after a year.
    expect((await keysOf('GOOD-2', 'ACCOUNT'))['gsiSweepAt']).toMatch(/^2027-/);
  });

  it('with nothing due yet gets its right key', async () => {
    const request = examples.mail('GOOD-3');
    await write({ ...itemOf(request), gsiSweep: 'REQUEST', gsiSweepAt: after(0).toISOString() });
    await sweep(needs(1));
    expect(done).toEqual([]);
    expect(await keysOf('GOOD-3')).toMatchObject(indexKeys(request));
  });

  it('of the largest size is discarded when it expires, and delays nothing', async () => {
    const events = Array.from({ length: 4000 }, (_, n) => ({
      at: after(n).toISOString(),
      code: 'form-changed',
      by: 'a',
    }));
    for (const id of ['POISON-1', 'POISON-2', 'POISON-3']) {
      const old = { ...itemOf({ ...draft(), id }), gsiSweep: 'REQUEST', gsiSweepAt: draft().expiresAt };
      const filled = (letters: number) =>
        write({ ...old, request: { ...draft(), id, events, form: { x: 'x'.repeat(letters) } } });
      await filled(await most(filled));
    }
    await writeGood('mail', 'GOOD-mail');
    expect(await sweep(needs(month))).toMatchObject({ swept: 4, failed: 0 });
    expect(await served('mail', 'GOOD-mail')).toBe(true);
    for (const id of ['POISON-1', 'POISON-2', 'POISON-3']) expect((await requests.find(id))?.state).toBe('discarded');
  });
});

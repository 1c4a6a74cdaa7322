import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { packRequest, readRequest } from '../../lib/adapters/dynamo/request-item.ts';
import { IssuedDocument } from '../../lib/domain/output/issued-document.ts';
import { download } from '../../lib/local/http/client.ts';
import { wageCampaign, type Campaign, type Plan } from './kill/campaign.ts';
import { readExecutions, readTable } from '../../bin/soak/left-behind.ts';
import { RunningPlatform } from './running-platform.ts';

/** `npm run kill` kills more often, by a seed of the day. */
const KILLS = Number(process.env['KILLS'] ?? 6);
const plan: Plan = {
  seed: Number(process.env['SEED'] ?? 20_261_128),
  firstStartKills: Math.min(3, Math.ceil(KILLS / 6)),
  kills: KILLS,
  tellers: Math.min(5, Math.ceil(KILLS / 2)),
};
const platform = new RunningPlatform();
let campaign: Campaign;
beforeAll(
  async () => {
    campaign = await wageCampaign(platform, plan);
    // A limit against hanging: a start and a story may each take a minute on a busy machine.
  },
  300_000 + KILLS * 120_000,
);
afterAll(() => platform.remove());

interface Seen {
  readonly id: string;
  readonly state: string;
  readonly history: readonly { readonly at: string; readonly code: string; readonly row?: string }[];
}
interface Output {
  readonly kind: string;
  readonly number: string;
  readonly sha256: string;
  readonly document: { readonly url: string };
}

describe(`the platform killed ${plan.firstStartKills} times in its first start and ${plan.kills} times in the story, seed ${plan.seed}`, () => {
  const seen = new Map<string, Seen>();
  /** SHA-256 of each certificate that was downloaded, by its number. */
  const issued = new Map<string, string>();
  beforeAll(async () => {
    for (const id of campaign.told) seen.set(id, await campaign.cast.applicant.get<Seen>(`/requests/${id}`));
  });

  it('was hit at every part of the story', () => {
    const places = campaign.kills.flatMap((at) =>
      [...seen.values()].flatMap(({ history }) => {
        const past = history.filter((event) => Date.parse(event.at) <= at);
        return past.length > 0 && past.length < history.length ? [past.at(-1)!] : [];
      }),
    );
    const counts = Object.entries(Object.groupBy(places, ({ row, code }) => row ?? code));
    console.log(
      `${campaign.told.length} stories, hit ${places.length} times:`,
      counts.map(([place, hits]) => `${place} ${hits?.length}`).join(', '),
    );
    expect(campaign.told.length).toBeGreaterThan(plan.tellers);
    // Kills during a start hit no story; the others hit all running stories.
    expect(places.length).toBeGreaterThan(0);
  });

  it('issued each request once, each row of the table performed once', () => {
    for (const { state, history } of seen.values()) {
      expect(state).toBe('issued');
      const performed = history.flatMap(({ row, code }) => (row ? [`${row} ${code}`] : []));
      expect(performed).toEqual([...new Set(performed)]);
      const rows = new Set(history.flatMap(({ row }) => /^\d\d/.exec(row ?? '') ?? []));
      expect([...rows]).toEqual(Array.from({ length: 15 }, (_, i) => String(i + 1).padStart(2, '0')));
      expect(history.map(({ code }) => code).filter((code) => code === 'submitted' || code === 'closed')).toEqual([
        'submitted',
        'closed',
      ]);
    }
  });

  it('made one request from each application, and one certificate for each request', async () => {
    const { cast, told } = campaign;
    const mine = await all<Seen>('requests');
    expect(mine.map(({ id }) => id).toSorted()).toEqual(told.toSorted());
    for (const id of told) {
      const output = await cast.applicant.get<Output>(`/requests/${id}/output`);
      const pdf = await download(output.document.url);
      expect(output).toMatchObject({ kind: 'certificate', sha256: createHash('sha256').update(pdf).digest('hex') });
      issued.set(output.number, output.sha256);
      const report = await cast.applicant.get(`/requests/${id}/signature-report`);
      expect(report).toMatchObject({ submission: { verdict: 'passed' }, output: { verdict: 'passed' } });
    }
    expect(issued.size).toBe(told.length);
  });

  it("left the office's queue empty", async () => {
    expect(await campaign.cast.officer.get('/work')).toEqual({ work: [] });
  });

  it('has nothing half-written, and one execution and one document for each request on disk', async () => {
    const { told } = campaign;
    await platform.kill('SIGKILL');
    const { items, indexes } = await readTable(platform.dataDir);
    expect(indexes).toHaveLength(9);
    for (const { name, rows, wanted } of indexes) expect([name, ...rows]).toEqual([name, ...wanted]);

    const requests = items.filter(({ sk }) => sk === 'REQUEST');
    expect(requests).toHaveLength(told.length);
    for (const item of requests) {
      const wanted: Record<string, unknown> = packRequest(readRequest(item));
      const [{ gsiSweepAt, packed: _, ...kept }, { gsiSweepAt: due, packed: __, ...all }] = [item, wanted];
      expect(kept).toEqual(all);
      // A sweeper that was killed may have postponed the item.
      expect([typeof gsiSweepAt, String(gsiSweepAt) >= String(due)]).toEqual([typeof due, true]);
    }
    const documents = items.filter(({ sk }) => sk === 'DOCUMENT').map(({ document }) => IssuedDocument.parse(document));
    expect(documents).toHaveLength(told.length);
    for (const { number, status, sha256 } of documents)
      expect([status, sha256]).toEqual(['genuine', issued.get(number)]);

    const executions = await readExecutions(platform.dataDir);
    expect(executions.map(({ name }) => name).toSorted()).toEqual(told.toSorted());
    for (const { status, tasks, succeeded } of executions) {
      expect(status).toBe('SUCCEEDED');
      expect(tasks).toEqual([...new Set(tasks)]);
      expect(succeeded).toBe(tasks.length);
    }
  });
});

/** Every entry of a paged list. */
async function all<Entry>(list: string, from = ''): Promise<readonly Entry[]> {
  const page = await campaign.cast.applicant.get<Record<string, readonly Entry[]> & { next?: string }>(
    `/${list}?limit=100${from && `&from=${from}`}`,
  );
  const rest = page.next ? await all<Entry>(list, page.next) : [];
  return [...(page[list] ?? []), ...rest];
}

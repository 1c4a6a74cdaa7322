import { describe, expect, it } from '@jest/globals';
import { contract } from '../../../../functions/catalogue/list-services/contract.ts';
import { listServices } from '../../../../functions/catalogue/list-services/list-services.ts';
import { findService, PRESENT, serviceIds } from '../../../../lib/domain/regulation/cards.ts';
import type { Period } from '../../../../lib/domain/regulation/offered.ts';
import { places } from '../../../../lib/domain/regulation/places.ts';

const services = serviceIds.flatMap((id) => findService(id, PRESENT) ?? []);
const now = new Date('2026-11-21T20:00:00Z'); // 22 November in Kazakhstan

async function list(query: Record<string, string>, periods: Readonly<Record<string, Period>> = {}) {
  const answered = await listServices(
    {
      query: contract.query.parse(query),
      params: undefined,
      headers: undefined,
      body: undefined,
      language: 'ru',
      sourceIp: '',
    },
    { services, places, offeredIn: (id) => periods[id] ?? { from: '2012-01-01' }, now },
  );
  return contract.answer.parse(answered.body);
}
const idsOf = async (query: Record<string, string>, periods?: Readonly<Record<string, Period>>) =>
  (await list(query, periods)).services.map(({ id }) => id);

describe('the list of services', () => {
  it('has all, each with its decree', async () => {
    const { services: found, next } = await list({});
    expect(found.map(({ id }) => id)).toEqual(serviceIds);
    expect(next).toBeUndefined();
    for (const { decree } of found) expect(decree.date).toMatch(/^20\d\d-/);
  });

  it.each([
    [{ region: 'zhambyl' }, 1],
    [{ region: 'akmola', channel: 'con' }, 1],
    [{ region: 'akmola', channel: 'akim' }, 1],
    [{ words: 'справки безработным' }, 0],
    [{ words: 'справок БЕЗРАБОТНЫМ' }, 3],
    [{ words: 'жұмыссыз' }, 3],
    [{ words: 'опек мангистау' }, 2],
    [{ words: 'no such' }, 0],
    [{ office: 'south-kazakhstan-employment-arys' }, 2],
    [{ office: 'nowhere' }, 0],
  ])('finds by %j', async (query, count) => {
    expect(await idsOf(query)).toHaveLength(count);
  });

  it('says how long each takes: by the portal, otherwise by its first counter', async () => {
    const { services: found } = await list({});
    const termsOf = (id: string) => found.find((service) => service.id === id)?.terms;
    expect(termsOf('south-kazakhstan-unemployed-certificate')).toEqual([
      { value: 10, unit: 'minute' },
      { value: 10, unit: 'minute' },
      { value: 1, unit: 'minute' },
    ]);
    expect(termsOf('akmola-targeted-social-assistance')).not.toEqual([]);
  });

  it('leaves out what is not offered on this day in the office, unless all are asked for', async () => {
    const [first = '', second = '', third = ''] = serviceIds;
    const periods = {
      [first]: { from: '2026-11-22', until: '2026-11-22' },
      [second]: { from: '2026-11-23' },
      [third]: { from: '2012-01-01', until: '2026-11-21' },
    };
    const offered = await idsOf({}, periods);
    expect(serviceIds.filter((id) => !offered.includes(id))).toEqual([second, third]);
    const { services: all } = await list({ all: 'true' }, periods);
    expect(all.find(({ id }) => id === third)?.offered).toEqual(periods[third]);
    expect(all).toHaveLength(serviceIds.length);
  });

  it('comes in pages without gaps or repetitions', async () => {
    const seen: string[] = [];
    let from: string | undefined;
    do {
      const page = await list({ limit: '4', ...(from && { from }) });
      seen.push(...page.services.map(({ id }) => id));
      from = page.next;
    } while (from);
    expect(seen).toEqual(serviceIds);
    expect(contract.query.safeParse({ from: 'zzz' }).success).toBe(false);
  });
});

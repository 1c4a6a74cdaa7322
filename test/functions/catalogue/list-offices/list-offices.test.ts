import { describe, expect, it } from '@jest/globals';
import { contract } from '../../../../functions/catalogue/list-offices/contract.ts';
import { listOffices } from '../../../../functions/catalogue/list-offices/list-offices.ts';
import { mergePlaces } from '../../../../lib/domain/regulation/place.ts';
import { places } from '../../../../lib/domain/regulation/places.ts';
import { readRegulations } from '../../../../statemachines/read.ts';

async function list(query: Record<string, string>) {
  const { body } = await listOffices(
    {
      query: contract.query.parse(query),
      params: undefined,
      headers: undefined,
      body: undefined,
      language: 'ru',
      sourceIp: '',
    },
    { places },
  );
  return contract.answer.parse(body);
}

describe('offices, centres and akims', () => {
  it('are those of the regulations', () => {
    expect(places).toEqual(mergePlaces(readRegulations().regulations.map(({ regulation }) => regulation)));
  });

  it('are distinguished by code, kind and service', async () => {
    const { offices } = await list({ service: 'south-kazakhstan-unemployed-certificate', limit: '100' });
    expect(offices.filter(({ kind }) => kind === 'office')).toHaveLength(15);
    expect(offices.filter(({ kind }) => kind === 'centre')).toHaveLength(21);
    const [arys] = (await list({ region: 'south-kazakhstan', kind: 'office', words: 'занятости арыс' })).offices;
    expect(arys).toMatchObject({
      code: 'south-kazakhstan-employment-arys',
      services: ['south-kazakhstan-disabled-child-support', 'south-kazakhstan-unemployed-certificate'],
    });
    expect(arys?.address).toMatch(/Арыс/);
  });

  it('have all 238 akims of Akmola in pages of at most a hundred', async () => {
    const seen: string[] = [];
    let from: string | undefined;
    do {
      const page = await list({ region: 'akmola', kind: 'akim', limit: '100', ...(from && { from }) });
      seen.push(...page.offices.map(({ code }) => code));
      from = page.next;
    } while (from);
    expect(new Set(seen).size).toBe(238);
    expect(contract.query.safeParse({ limit: '101' }).success).toBe(false);
  });

  it('are one office, one centre and the akimat, with a name but no address, if a region has no directory', async () => {
    const { offices } = await list({ service: 'mangystau-unemployed-certificate' });
    expect(offices).toEqual([
      expect.objectContaining({
        code: 'mangystau-employment',
        name: 'Отдел занятости и социальных программ (Мангистауская область)',
      }),
      expect.objectContaining({ code: 'mangystau-con', kind: 'centre' }),
      expect.objectContaining({ code: 'mangystau-akimat', kind: 'akimat' }),
    ]);
    for (const office of offices) expect(office.address).toBeUndefined();
  });
});

import { describe, expect, it } from '@jest/globals';
import { contract } from '../../../../functions/catalogue/show-service/contract.ts';
import { showService } from '../../../../functions/catalogue/show-service/show-service.ts';
import { feesBy, type FeeOf } from '../../../../lib/domain/payment/fees.ts';
import { isRefusal } from '../../../../lib/domain/problem/problem.ts';
import { findService, PRESENT, serviceIds } from '../../../../lib/domain/regulation/cards.ts';
import { detailOf } from '../../../../lib/domain/regulation/detail.ts';
import { findDetail } from '../../../../lib/domain/regulation/details.ts';
import { offeredBy } from '../../../../lib/domain/regulation/offered.ts';
import { readRegulations } from '../../../../statemachines/read.ts';

async function show(service: string, version?: string, feeOf: FeeOf = () => undefined) {
  const asked = {
    params: { service },
    query: { ...(version && { version }) },
    headers: undefined,
    body: undefined,
  } as const;
  const answered = await showService(
    { ...asked, language: 'ru', sourceIp: '' },
    { findService, findDetail, offeredIn: offeredBy('all'), feeOf },
  );
  return isRefusal(answered) ? answered : contract.answer.parse(answered.body);
}

describe('one service', () => {
  it.each(serviceIds)('%s has its card, its detail and the schema of its form', async (id) => {
    const shown = await show(id);
    if (isRefusal(shown)) throw new Error(shown.refused);
    expect(Object.keys(shown.schema['properties'] as object)).toEqual(shown.fields.map(({ name }) => name));
    expect(shown.offices.length).toBeGreaterThan(0);
  });

  it('of a version that was not kept is not replaced by another version', async () => {
    const [id = ''] = serviceIds;
    const shown = await show(id, findService(id, PRESENT)?.version);
    if (isRefusal(shown)) throw new Error(shown.refused);
    expect(shown.id).toBe(id);
    expect(await show(id, '000000000000')).toEqual({ refused: 'service/unknown' });
  });

  it('says what it costs where the deployment takes a fee', async () => {
    const id = 'zhambyl-disabled-child-support';
    expect(await show(id, undefined, feesBy('demo'))).toMatchObject({
      fee: { tenge: 1000, sum: { ru: expect.stringContaining('одна тысяча тенге') }, days: 3 },
    });
    expect(await show(id, undefined, feesBy('named'))).not.toHaveProperty('fee');
  });

  it('has the quality questionnaire if its regulation has one', async () => {
    const shown = await show('akmola-unemployed-certificate');
    const { questionnaire = [] } = isRefusal(shown) ? {} : shown;
    expect(questionnaire.map(({ measures, answers, satisfied }) => [measures, answers[satisfied - 1]])).toEqual([
      ['quality', { ru: 'удовлетворен', kk: 'қанағаттанамын' }],
      ['accessibility', { ru: 'удовлетворен', kk: 'қанағаттанамын' }],
    ]);
  });

  it('is refused if it does not exist', async () => {
    expect(await show('nowhere-nothing')).toEqual({ refused: 'service/unknown' });
  });

  it('has the details of the regulations', () => {
    for (const { regulation } of readRegulations().regulations)
      expect(findDetail(regulation.id, PRESENT)).toEqual(detailOf(regulation));
  });
});

import { expect, it } from '@jest/globals';
import { addTelling, MOST, recordTold, tellOfActing } from '../../../../lib/domain/request/telling.ts';
import { after, must, numbered } from './example.ts';

const at = after(1).toISOString();
const telling = (n: number) => ({ id: `t${n}`, to: 'heads', at, code: 'proposal-waits', facts: {} }) as const;
const full = () =>
  Array.from({ length: MOST }, (_, n) => n).reduce((all, n) => must(addTelling(all, telling(n))), numbered());

it('nothing that must be told is dropped: at the bound the act is refused, and goes on once some are told', () => {
  const request = full();
  expect(request.telling).toHaveLength(MOST);
  expect(addTelling(request, telling(MOST))).toMatchObject({ refused: 'telling/behind' });
  const { telling: [first] = [] } = request;
  const freed = must(addTelling(recordTold(request, [first!.id]), telling(MOST)));
  expect(freed.telling?.at(-1)?.id).toContain(`t${MOST}`);
});

it('an act for a visitor is refused as a whole', () => {
  const request = full();
  const acting = { code: 'answered-for-you', place: 'x', service: { kk: 'x', ru: 'x' }, once: 'o', at } as const;
  expect(tellOfActing(request, { ...request, version: request.version + 1 }, acting)).toMatchObject({
    refused: 'telling/behind',
  });
});

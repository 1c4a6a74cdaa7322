import { expect, it } from '@jest/globals';
import { showRequestDiagram } from '../../../../functions/cabinet/show-request-diagram/show-request-diagram.ts';
import type { Caller } from '../../../../lib/domain/access/roles.ts';
import { findDiagram } from '../../../../lib/domain/diagram/diagrams.ts';
import { isRefusal } from '../../../../lib/domain/problem/problem.ts';
import type { Request } from '../../../../lib/domain/request/request.ts';
import { after, draft, numbered, opened } from '../../../lib/domain/request/example.ts';
import { memoryRequests } from '../../../lib/domain/request/memory-requests.ts';
import { asked } from '../../asked.ts';
import { absent, citizen, elsewhere, stranger } from '../../cast.ts';

const ask = (request: Request, caller: Caller = citizen, language: 'ru' | 'kk' = 'ru', id = request.id) =>
  showRequestDiagram(asked({ params: { id }, language }), caller, {
    ...{ requests: memoryRequests(request), findDiagram, now: after(20) },
  });
async function draw(...of: Parameters<typeof ask>) {
  const drawn = await ask(...of);
  if (isRefusal(drawn)) throw new Error(drawn.refused);
  return drawn;
}
const overdue = opened(numbered(), '05-mio-accept', 'accept');

it("the channel's diagram has the request's number and its marks, in the reader's language", async () => {
  const [russian, kazakh] = [await draw(overdue), await draw(overdue, citizen, 'kk')];
  expect(russian.headers).toMatchObject({ 'content-type': expect.stringContaining('image/svg+xml') });
  expect(russian.text).toContain('Заявление № SK-UC-2026-000001');
  expect(russian.text).toContain('просрочено');
  expect(kazakh.text).toContain('Өтініш № SK-UC-2026-000001');
  expect(kazakh.text).toContain('мерзімі өтті');
});

it('a draft has a diagram without a number', async () => {
  expect((await draw(draft())).text).not.toContain('Заявление №');
});

it('others get "no such request"', async () => {
  for (const caller of [stranger, elsewhere])
    expect(await ask(overdue, caller)).toEqual({ refused: 'request/unknown' });
  expect(await ask(overdue, citizen, 'ru', absent)).toEqual({ refused: 'request/unknown' });
});

it('a channel without a diagram is a defect, not a refusal', async () => {
  await expect(ask({ ...numbered(), channel: 'moon' })).rejects.toThrow('no diagram');
});

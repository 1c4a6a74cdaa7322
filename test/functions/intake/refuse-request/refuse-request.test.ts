import { expect, it } from '@jest/globals';
import { input, refuseRequest } from '../../../../functions/intake/refuse-request/refuse-request.ts';
import { renderNotice } from '../../../../lib/domain/notice/render.ts';
import { TurnedAway } from '../../../../lib/domain/request/request.ts';
import { after, draft, numbered, submitted } from '../../../lib/domain/request/example.ts';
import { memoryRequests } from '../../../lib/domain/request/memory-requests.ts';
import { absent } from '../../cast.ts';
import { rowTask } from '../../asked.ts';

const { id } = draft();
const refuse = (because: TurnedAway, requests = memoryRequests(submitted()), minutes = 2) =>
  refuseRequest(input.parse(rowTask('03-shep-refuse-request', { because })), { requests, now: after(minutes) });

it.each(TurnedAway.options)('a request turned away by %s ends there, and the applicant reads why', async (because) => {
  const requests = memoryRequests(submitted());
  await refuse(because, requests);
  const kept = await requests.find(id);
  expect(kept).toMatchObject({ state: 'turned-away', because, closedAt: after(2).toISOString() });
  const { code = '', facts = {} } = kept?.notices.at(-1) ?? {};
  for (const language of ['ru', 'kk'] as const) expect(renderNotice(code, facts, language).text).toMatch(/\p{L}{3}/u);
});

it('the notice names service, day and number, and not those of the applicant', async () => {
  const requests = memoryRequests(numbered());
  await refuse('not-paid', requests);
  const { code = '', facts = {} } = (await requests.find(id))?.notices.at(-1) ?? {};
  expect(renderNotice(code, facts, 'ru', 'Asia/Almaty').text).toBe(
    'Оплата за оказание услуги отсутствует, поэтому в запрашиваемой услуге отказано. Услуга: Выдача справок безработным гражданам. Подано: 23 ноября 2026 года, 10:01. Номер заявления: SK-UC-2026-000001. Отказ можно обжаловать: shymkent. Как и когда — на странице заявления.',
  );
});

it('turning away a second time changes nothing', async () => {
  const requests = memoryRequests(submitted());
  await refuse('not-paid', requests);
  const once = await requests.find(id);
  await refuse('not-paid', requests, 5);
  expect(await requests.find(id)).toEqual(once);
});

it('turning away a draft or an unknown request is a defect', async () => {
  await expect(refuse('not-paid', memoryRequests(draft()))).rejects.toThrow('cannot be performed');
  await expect(refuse('not-paid', memoryRequests({ ...submitted(), id: absent }))).rejects.toThrow('request/unknown');
});

import { expect, it } from '@jest/globals';
import { contract } from '../../../../functions/cabinet/list-notices/contract.ts';
import { listNotices } from '../../../../functions/cabinet/list-notices/list-notices.ts';
import type { Caller } from '../../../../lib/domain/access/roles.ts';
import { after, draft, numbered } from '../../../lib/domain/request/example.ts';
import { memoryRequests } from '../../../lib/domain/request/memory-requests.ts';
import { queued } from '../../../lib/domain/request/queue-example.ts';
import { asked, bodyOf } from '../../asked.ts';
import { absent, citizen, officer, stranger } from '../../cast.ts';

const newer = { ...numbered(), id: absent, createdAt: after(60).toISOString() };
const requests = memoryRequests(queued(), newer);
const list = async (query: object, caller: Caller = citizen, language: 'ru' | 'kk' = 'ru') =>
  bodyOf(contract, await listNotices(asked({ query: contract.query.parse(query), language }), caller, { requests }));

it('the newest request comes first, and within it its newest notice', async () => {
  const { notices, next } = await list({});
  expect(notices.map(({ request, code }) => [request, code])).toEqual([
    [absent, 'request-received'],
    [draft().id, 'registered'],
    [draft().id, 'request-received'],
  ]);
  expect(next).toBeUndefined();
});

it('each is in the reader’s language and names the request', async () => {
  const [russian] = (await list({ limit: '1' })).notices;
  const [kazakh] = (await list({ limit: '1' }, citizen, 'kk')).notices;
  expect(russian).toMatchObject({ number: 'SK-UC-2026-000001', subject: 'Заявление зарегистрировано' });
  expect(kazakh).toMatchObject({ number: 'SK-UC-2026-000001', subject: 'Өтініш тіркелді' });
});

it('a page holds the notices of `limit` requests and says where the next begins', async () => {
  const first = await list({ limit: '1' });
  const second = await list({ limit: '1', from: first.next });
  expect([first, second].map(({ notices }) => notices.length)).toEqual([1, 2]);
  expect(second.next).toBeUndefined();
});

it('nobody is told what was announced to another', async () => {
  for (const caller of [stranger, officer]) expect(await list({}, caller)).toEqual({ notices: [] });
});

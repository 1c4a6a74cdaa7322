import { expect, it } from '@jest/globals';
import { contract } from '../../../../functions/cabinet/list-notices/contract.ts';
import { listNotices } from '../../../../functions/cabinet/list-notices/list-notices.ts';
import { tellOfAct } from '../../../../lib/domain/identity/changes.ts';
import type { Caller } from '../../../../lib/domain/access/roles.ts';
import { after, draft, numbered } from '../../../lib/domain/request/example.ts';
import { memoryRequests } from '../../../lib/domain/request/memory-requests.ts';
import { queued } from '../../../lib/domain/request/queue-example.ts';
import { asked, bodyOf } from '../../asked.ts';
import { absent, accounts, accountsOf, citizen, citizenAccount, officer, stranger } from '../../cast.ts';

const other = numbered();
/** At the same times as the example's own. */
const newer = {
  ...other,
  ...{ id: absent, createdAt: after(60).toISOString() },
  notices: other.notices.map((notice) => ({ ...notice, id: notice.id.replace(other.id, absent) })),
};
const requests = memoryRequests(queued(), newer);
const list = async (query: object, caller: Caller = citizen, language: 'ru' | 'kk' = 'ru') =>
  bodyOf(
    contract,
    await listNotices(asked({ query: contract.query.parse(query), language }), caller, { requests, accounts }),
  );

it('the newest comes first, whichever request it is about', async () => {
  const { notices, next } = await list({});
  const moments = notices.map(({ at }) => at);
  expect(moments).toEqual(moments.toSorted().toReversed());
  expect(notices.map(({ request, code }) => [request, code])).toEqual([
    [draft().id, 'registered'],
    [absent, 'request-received'],
    [draft().id, 'request-received'],
  ]);
  expect(next).toBeUndefined();
});

it("each notice is in the reader's language and names the request", async () => {
  const [, russian] = (await list({})).notices;
  const [, kazakh] = (await list({}, citizen, 'kk')).notices;
  expect(russian).toMatchObject({ number: 'SK-UC-2026-000001', subject: 'Заявление зарегистрировано' });
  expect(kazakh).toMatchObject({ number: 'SK-UC-2026-000001', subject: 'Өтініш тіркелді' });
});

it('each notice comes once over all pages, also those of one moment; the last page has no next', async () => {
  const seen: string[] = [];
  for (let next: string | undefined = ''; next !== undefined;) {
    const page: Awaited<ReturnType<typeof list>> = await list({ limit: '1', ...(next && { from: next }) });
    expect(page.notices).toHaveLength(1);
    seen.push(...page.notices.map(({ id }) => id));
    next = page.next;
  }
  expect(seen).toEqual((await list({})).notices.map(({ id }) => id));
});

it('a notice is on the first page, however many newer drafts there are', async () => {
  const drafts = Array.from({ length: 300 }, (_, index) => ({
    ...draft(),
    ...{ id: `01KAH7M00000000000000X${String(index).padStart(4, '0')}`, createdAt: after(100 + index).toISOString() },
  }));
  const crowded = memoryRequests(queued(), ...drafts);
  const query = contract.query.parse({ limit: '1' });
  const page = bodyOf(contract, await listNotices(asked({ query }), citizen, { requests: crowded, accounts }));
  expect(page.notices).toMatchObject([{ code: 'registered' }]);
});

it("the notices of one request can be listed separately; another person's request has none", async () => {
  const about = async (request: string, caller: Caller = citizen) =>
    listNotices(asked({ query: contract.query.parse({ request }) }), caller, { requests, accounts });
  expect(bodyOf(contract, await about(absent)).notices.map(({ code }) => code)).toEqual(['request-received']);
  expect(await about(absent, stranger)).toEqual({ refused: 'request/unknown' });
});

it('what employees did in their name is there by time, without a request to open', async () => {
  const facts = { office: 'Отдел образования', serviceRu: 'Очередь', serviceKk: 'Кезек', number: 'SK-2' };
  const told = { id: 'request:filed', at: after(500).toISOString(), code: 'filed-for-you', facts } as const;
  const { account } = tellOfAct({ account: citizenAccount }, 'filed-for-you', told);
  const known = accountsOf(account);
  const query = contract.query.parse({});
  const shown = await listNotices(asked({ query }), citizen, { requests, accounts: known });
  const [first, second] = bodyOf(contract, shown).notices;
  expect(first).toMatchObject({
    code: 'filed-for-you',
    text: expect.stringMatching(/Отдел образования.*Очередь.*SK-2/),
  });
  expect(first).not.toHaveProperty('request');
  expect(second).toMatchObject({ code: 'registered', request: draft().id });
  const ofOne = await listNotices(asked({ query: contract.query.parse({ request: absent }) }), citizen, {
    requests,
    accounts: known,
  });
  expect(bodyOf(contract, ofOne).notices.map(({ code }) => code)).toEqual(['request-received']);
});

it("nobody sees another person's notices", async () => {
  for (const caller of [stranger, officer]) expect(await list({}, caller)).toEqual({ notices: [], unread: 0 });
});

it('what came after the last reading is unread, counted over all pages', async () => {
  const all = await list({});
  expect([all.unread, all.notices.map(({ unread }) => unread)]).toEqual([3, [true, true, true]]);
  const [newest, , oldest] = all.notices.map(({ at }) => at);
  for (const [noticesReadAt, unread] of [
    [newest, 0],
    [oldest, all.notices.filter(({ at }) => at > oldest!).length],
  ] as const) {
    const reader = accountsOf({ ...citizenAccount, noticesReadAt: noticesReadAt! });
    const query = contract.query.parse({ limit: '1' });
    const page = bodyOf(contract, await listNotices(asked({ query }), citizen, { requests, accounts: reader }));
    expect([page.unread, page.notices.map((notice) => notice.unread)]).toEqual([unread, [unread > 0]]);
  }
});

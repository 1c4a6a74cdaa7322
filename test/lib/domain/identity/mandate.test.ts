import { expect, it } from '@jest/globals';
import type { Account } from '../../../../lib/domain/identity/account.ts';
import { dismiss, move, restore, suspend, takePost } from '../../../../lib/domain/identity/changes.ts';
import { afterDay, giveMandate, holdsMandate, lastDayOf } from '../../../../lib/domain/identity/mandate.ts';
import { isRefusal } from '../../../../lib/domain/problem/problem.ts';
import { accountOf, after, saule } from '../../adapters/identity/people.ts';

const mandate = { from: after(0).toISOString(), until: after(3600).toISOString(), office: 'otyrar', by: 'head' };
const officer: Account = { ...accountOf(saule, 'mio-officer', 'otyrar'), createdBy: 'admin', mandate };
const now = after(60);

it('works from its first moment until before its last', () => {
  for (const [seconds, works] of [
    [-1, false],
    [0, true],
    [3599, true],
    [3600, false],
  ] as const)
    expect([seconds, holdsMandate(officer, after(seconds))]).toEqual([seconds, works]);
});

it.each([
  ['suspended, also when restored', () => restore(suspend({ account: officer }, now), after(61)).account],
  ['dismissed', () => dismiss({ account: officer }, now).account],
  ['moved, once they have accepted', moved],
])('ends when its holder is %s', (_, change) => {
  const left = change();
  expect(left).not.toHaveProperty('mandate');
  expect(holdsMandate(left, now)).toBe(false);
});

function moved(): Account {
  const post = { role: 'mio-officer', office: 'turkestan', position: 'специалист' } as const;
  const offered = move({ account: officer }, { post, administrator: 'admin', at: now });
  if (isRefusal(offered)) throw new Error(offered.refused);
  expect(holdsMandate(offered.account, now)).toBe(true);
  const taken = takePost(offered, now.toISOString(), after(61));
  if (isRefusal(taken)) throw new Error(taken.refused);
  return taken.account;
}

it('is of the post in which it was given: in another office or role it is none', () => {
  for (const more of [{ office: 'turkestan' }, { role: 'con-operator' }, { role: 'commission-member' }] as const)
    expect(holdsMandate({ ...officer, ...more }, now)).toBe(false);
});

it('is given once, however often the write is repeated', () => {
  const once = giveMandate({ account: accountOf(saule, 'mio-officer', 'otyrar') }, mandate);
  if (isRefusal(once)) throw new Error(once.refused);
  expect(giveMandate(once, mandate)).toBe(once);
});

it.each(['Asia/Almaty', 'Asia/Aqtau'] as const)('its last day ends at midnight in %s', (zone) => {
  expect(afterDay('2026-12-31', zone)).toBe('2026-12-31T19:00:00.000Z');
  expect(lastDayOf({ until: afterDay('2026-12-31', zone) }, zone)).toBe('2026-12-31');
});

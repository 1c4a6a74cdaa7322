import { expect, it } from '@jest/globals';
import { contract } from '../../../../functions/decisions/repeat-mailing/contract.ts';
import { repeatMailing } from '../../../../functions/decisions/repeat-mailing/repeat-mailing.ts';
import { endMailing } from '../../../../lib/domain/request/mailing/mailing.ts';
import { after } from '../../../lib/domain/request/example.ts';
import { mailed, waiting } from '../../../lib/domain/request/mailing-example.ts';
import { memoryRequests } from '../../../lib/domain/request/memory-requests.ts';
import { asked, bodyOf } from '../../asked.ts';
import { absent, accounts, citizen, elsewhere, interested, officer } from '../../cast.ts';

const returned = endMailing(mailed(), 1, 'returned', after(20));
const repeat = (request = returned, { caller = officer, of = request.id, known = accounts } = {}) =>
  repeatMailing(asked({ params: { id: of } }), caller, {
    ...{ requests: memoryRequests(request), accounts: known, now: after(30) },
  });

it('a mail that came back goes out again, and the office sees that it does', async () => {
  expect(bodyOf(contract, await repeat())).toMatchObject({
    mailings: [{ state: 'returned' }, { state: 'waiting' }],
  });
});

it('is refused while the first may be opened, and where nobody asked for it', async () => {
  expect(await repeat(mailed())).toEqual({ refused: 'mailing/under-way' });
  expect(await repeat(waiting(''))).toEqual({ refused: 'mailing/not-asked' });
});

it('is for the office alone, and for nobody about themselves', async () => {
  for (const caller of [citizen, elsewhere])
    expect(await repeat(returned, { caller })).toEqual({ refused: 'work/unknown' });
  expect(await repeat(returned, { of: absent })).toEqual({ refused: 'work/unknown' });
  expect(await repeat(returned, { known: interested })).toEqual({ refused: 'work/own-request' });
});

import { expect, it } from '@jest/globals';
import { contract } from '../../../../functions/submission/show-withdrawal/contract.ts';
import { showWithdrawal } from '../../../../functions/submission/show-withdrawal/show-withdrawal.ts';
import { sha256Hex } from '../../../../lib/domain/digest/sha256.ts';
import type { Request } from '../../../../lib/domain/request/request.ts';
import { created, draft } from '../../../lib/domain/request/example.ts';
import { memoryRequests } from '../../../lib/domain/request/memory-requests.ts';
import { offered } from '../../../lib/domain/request/queue-example.ts';
import { asked, bodyOf } from '../../asked.ts';
import { absent, accounts, citizen, officer, stranger } from '../../cast.ts';

const { id, applicant } = draft();
const show = (request: Request = offered(), caller = citizen, of = id) =>
  showWithdrawal(asked({ params: { id: of } }), caller, { requests: memoryRequests(request), accounts });

it('the bytes name the request and the person whose word it is, and are the same each time', async () => {
  const { content, sha256 } = bodyOf(contract, await show());
  const bytes = Buffer.from(content, 'base64');
  expect(sha256Hex(bytes)).toBe(sha256);
  for (const said of [id, applicant.iin]) expect(bytes.toString()).toContain(said);
  expect(bodyOf(contract, await show())).toEqual({ content, sha256 });
});

it('there are none of what is decided, and none for others', async () => {
  expect(await show(created())).toEqual({ refused: 'withdrawal/too-late' });
  for (const caller of [stranger, officer]) expect(await show(offered(), caller)).toHaveProperty('refused');
  expect(await show(offered(), citizen, absent)).toEqual({ refused: 'request/unknown' });
});

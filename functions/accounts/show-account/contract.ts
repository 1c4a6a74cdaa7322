import * as z from 'zod';
import { endpoint } from '../../../lib/adapters/http/contract.ts';
import { AccountView } from '../../../lib/domain/identity/account.ts';

export const contract = endpoint({
  route: 'GET /account',
  tag: 'Identity',
  summary: "The caller's own account",
  answer: AccountView.extend({ officeName: z.string().optional() }),
  success: 200,
  refusals: [],
  examples: [{ summary: 'My account', answers: 200 }],
});

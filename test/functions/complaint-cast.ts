import type { Caller } from '../../lib/domain/access/roles.ts';
import { daniyar, saule, accountOf } from '../lib/adapters/identity/people.ts';
import { numbered } from '../lib/domain/request/example.ts';
import { complained } from '../lib/domain/request/complaint-example.ts';
import { accountsOf, citizenAccount } from './cast.ts';

const session = 'session';

/** The head of the office, and somebody of the akimat above. */
export const headAccount = { ...accountOf(saule, 'mio-head', 'shymkent'), id: 'head', fullName: 'Демо Әлия' };
const aboveAccount = {
  ...accountOf(daniyar, 'mio-head', 'south-kazakhstan-akimat'),
  ...{ id: 'above', fullName: 'Демо Нұрлан', position: 'заместитель акима (демо)' },
};
export const head: Caller = { account: 'head', role: 'mio-head', office: 'shymkent', session };
export const above: Caller = { account: 'above', role: 'mio-head', office: 'south-kazakhstan-akimat', session };
export const elsewhereHead: Caller = { ...head, office: 'turkestan' };
export const judges = accountsOf(citizenAccount, headAccount, aboveAccount);

/** The example's request, with a complaint that waits for the head. */
export const waiting = () => complained(numbered());

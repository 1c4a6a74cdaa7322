// Has notices mailed again that could not be mailed, after an outage of the mail service or when an address was corrected.
// Needs AWS credentials that may read and write the table:
//   npm run send-again -- --table <TableNameOutput> (--of <id of a request or an account> | --all)
import { openRequests } from '../lib/adapters/dynamo/requests.ts';
import { openTable } from '../lib/adapters/dynamo/table.ts';
import { openAccounts } from '../lib/adapters/identity/accounts.ts';
import { sendAgainOf, sendAllAgain } from '../lib/adapters/mail/send-again.ts';
import { fail, misuse, readCommand } from './command.ts';

const { values } = readCommand(
  `npm run send-again -- --table <TableNameOutput> (--of <id> | --all)
Has notices mailed again that could not be mailed: of one request or account, or all. The sweeper sends them within minutes.`,
  {
    options: {
      table: { type: 'string', default: '' },
      of: { type: 'string', default: '' },
      all: { type: 'boolean', default: false },
    },
  },
);
if (values.table === '') misuse('--table is the name that the stack gives as TableNameOutput');
if ((values.of === '') !== values.all) misuse('either --of with the id of a request or an account, or --all');

const table = openTable(values.table);
const needs = { table, requests: openRequests(table), accounts: openAccounts(table), now: new Date() };
const again = values.all ? await sendAllAgain(needs) : await sendAgainOf(values.of, needs);
if (again === undefined) fail('no request and no account has this id');
console.log(`${again} notices will be mailed again`);

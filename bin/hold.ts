// Stops the erasure of a request or an account, and of the access journal's entries about it, or lets it go on: for a court,
// an inspection, a complaint. Needs AWS credentials that may read and write the table:
//   npm run hold -- --table <TableNameOutput> --of <id> (--ground <paper> | --release)
import { holdById } from '../lib/adapters/identity/hold.ts';
import { openRequests } from '../lib/adapters/dynamo/requests.ts';
import { openTable } from '../lib/adapters/dynamo/table.ts';
import { openAccounts } from '../lib/adapters/identity/accounts.ts';
import { Hold } from '../lib/domain/retention/hold.ts';
import { fail, misuse, readCommand } from './command.ts';

const { values } = readCommand(
  `npm run hold -- --table <TableNameOutput> --of <id> (--ground <paper> | --release)
Stops the erasure of a request or an account, and of what the access journal says of it, or lets it go on. --ground names a paper, such as a court's request, and nobody.`,
  {
    options: {
      table: { type: 'string', default: '' },
      of: { type: 'string', default: '' },
      ground: { type: 'string', default: '' },
      release: { type: 'boolean', default: false },
    },
  },
);
if (values.table === '' || values.of === '') misuse('--table and --of must be given');
if ((values.ground === '') !== values.release) misuse('either --ground with the paper, or --release');

const wanted = values.release ? undefined : Hold.safeParse({ at: new Date().toISOString(), ground: values.ground });
if (wanted && !wanted.success) fail('--ground has 3 to 200 characters', 65);
const table = openTable(values.table);
const needs = { requests: openRequests(table), accounts: openAccounts(table) };
const held = await holdById(values.of, wanted?.data, needs);
if (held === undefined) fail('no request and no account has this id', 1);
console.log(`${held} ${values.of} is ${wanted ? 'held' : 'no longer held'}`);

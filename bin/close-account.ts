// Closes an account for good: of an employee who has left, or of a person who asked for it in writing. Needs AWS
// credentials that may write the table; asks for the IIN on standard input:
//   npm run close-account -- --table <TableNameOutput>
import { createInterface } from 'node:readline';
import { openTable } from '../lib/adapters/dynamo/table.ts';
import { openAccounts } from '../lib/adapters/identity/accounts.ts';
import { closeAccount } from '../lib/adapters/identity/close-account.ts';
import { Iin } from '../lib/domain/identity/iin-schema.ts';
import { fail, misuse, readCommand } from './command.ts';

const { values } = readCommand(
  `npm run close-account -- --table <TableNameOutput>
Closes an account for good. Asks for the IIN on standard input.`,
  { options: { table: { type: 'string', default: '' } } },
);
if (values.table === '') misuse('--table is the name that the stack gives as TableNameOutput');

const lines = createInterface({ input: process.stdin, output: process.stderr });
process.stderr.write('IIN: ');
const { value = '' } = await lines[Symbol.asyncIterator]().next();
lines.close();
const iin = Iin.safeParse(value.trim());
if (!iin.success) fail(iin.error.issues.map(({ message }) => message).join('\n'), 65);

const closed = await closeAccount(iin.data, openAccounts(openTable(values.table)), new Date());
if (closed === undefined) fail('no account has this IIN', 1);
console.log(`account ${closed} is closed`);

// Opens the account of a deployment's first administrator; they open all others (`POST /staff`). Needs AWS credentials
// that may read and write the table; asks for the person and the password on standard input, never in the arguments:
//   npm run first-administrator -- --table <TableNameOutput>
// An applicant gets the post in their account; if an EDS has proved it, they keep their name and password.
import { createInterface } from 'node:readline';
import { Writable } from 'node:stream';
import { ulid } from 'ulid';
import { contract } from '../functions/accounts/create-account/contract.ts';
import { createAccount } from '../functions/accounts/create-account/create-account.ts';
import { openTable } from '../lib/adapters/dynamo/table.ts';
import { openAccounts } from '../lib/adapters/identity/accounts.ts';
import { makeFirst } from '../lib/adapters/identity/first-administrator.ts';
import { newSalt } from '../lib/adapters/identity/secrets.ts';
import { problems } from '../lib/domain/problem/codes.ts';
import { isRefusal } from '../lib/domain/problem/problem.ts';
import { fail, misuse, readCommand } from './command.ts';

const { values } = readCommand(
  `npm run first-administrator -- --table <TableNameOutput>
Opens the account of a deployment's first administrator. Asks for the person and the password on standard input.`,
  { options: { table: { type: 'string', default: '' } } },
);
if (values.table === '') misuse('--table is the name that the stack gives as TableNameOutput');

const answers = await ask(['IIN', 'Full name', 'Position', 'Password (none: they sign in by EDS alone)']);
const [iin = '', fullName = '', position = '', password = ''] = answers.map((answer) => answer.trim());
const typed = { iin, fullName, position, role: 'administrator', ...(password !== '' && { password }) };
const body = contract.body.safeParse(typed);
if (!body.success) fail(body.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('\n'), 65);

const table = openTable(values.table);
// For the first administrator, the person who deploys vouches instead of another administrator.
const deployment = { account: 'deployment', role: 'administrator', session: 'none' } as const;
const made = await makeFirst(table, iin, async () => {
  const needs = { accounts: openAccounts(table), isWorkplace: () => false, newId: ulid, newSalt, now: new Date() };
  const answered = await createAccount({ body: body.data }, deployment, needs);
  return isRefusal(answered) ? answered : contract.answer.parse(answered.body);
});
if (made === 'there-is-one') fail('there is an administrator already: they open further accounts', 1);
if (made === 'another-begun')
  fail(
    'another person is being made the first administrator; if that was given up, delete the item ADMINISTRATOR#FIRST',
    1,
  );
if (isRefusal(made))
  fail(
    [problems[made.refused].en, ...(made.errors ?? []).map(({ field, expected }) => `${field}: ${expected}`)].join(
      '\n',
    ),
    1,
  );
console.log(
  `account ${made.account} is that of the first administrator, once they have accepted it by EDS in their profile`,
);

/** An answer is a line. The terminal does not show the last one, which is the password. */
async function ask(questions: readonly string[]): Promise<string[]> {
  let hidden = false;
  const output = new Writable({ write: (text, _, done) => void (hidden ? done() : process.stderr.write(text, done)) });
  const lines = createInterface({ input: process.stdin, output, terminal: process.stdin.isTTY });
  const typed = lines[Symbol.asyncIterator]();
  const given: string[] = [];
  for (const [index, question] of questions.entries()) {
    process.stderr.write(`${question}: `);
    hidden = index === questions.length - 1;
    const line = await typed.next();
    if (line.done) break;
    given.push(line.value);
  }
  lines.close();
  process.stderr.write('\n');
  return given;
}

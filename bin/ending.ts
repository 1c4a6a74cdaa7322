// Lists what proves signatures and ends within a year, so that an authority that lasts longer is found in time. Needs AWS credentials that may
// read the table: npm run -s ending -- --table <TableNameOutput> [--days 365]
import { openDueItems } from '../lib/adapters/dynamo/due-items.ts';
import { openRequests } from '../lib/adapters/dynamo/requests.ts';
import { openTable } from '../lib/adapters/dynamo/table.ts';
import { countEnding } from '../lib/adapters/trust/count-ending.ts';
import { misuse, readCommand } from './command.ts';

const { values } = readCommand(
  `npm run -s ending -- --table <TableNameOutput> [--days 365]
Lists until when signatures can be proved, what ends that, and how many they are, where it is within so many days. The sweeper renews them by itself.`,
  { options: { table: { type: 'string', default: '' }, days: { type: 'string', default: '365' } } },
);
if (values.table === '') misuse('--table must be given');
if (!/^[1-9]\d{0,4}$/.test(values.days)) misuse('--days is a whole number above 0');

const table = openTable(values.table);
const needs = { due: openDueItems(table), requests: openRequests(table) };
const found = await countEnding(Number(values.days), new Date(), needs);
for (const { until, endsBy, signatures } of found)
  console.log(`${String(signatures).padStart(7)}  ${until}  ${endsBy}`);
const sum = found.reduce((all, { signatures }) => all + signatures, 0);
console.log(`${String(sum).padStart(7)}  within ${values.days} days`);

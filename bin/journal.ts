// Compares the access journal with its seals, from outside of the service. Needs AWS credentials that may read the journal's
// table and the documents bucket:
//   npm run -s journal -- verify --table <JournalTableOutput> --bucket <DocumentsBucketOutput>
import { openJournal } from '../lib/adapters/dynamo/journal.ts';
import { openTable } from '../lib/adapters/dynamo/table.ts';
import { checkSeals } from '../lib/adapters/journal/check-seals.ts';
import { openSeals } from '../lib/adapters/s3/seals.ts';
import { fail, misuse, readCommand } from './command.ts';

const { values, positionals } = readCommand(
  `npm run -s journal -- verify --table <JournalTableOutput> --bucket <DocumentsBucketOutput> [--after TIME] [--expect SHA256]
Compares every entry of the access journal with its seal, and every seal with the one before; names what was changed, is missing or
was added later, and says what lies unsealed and how many entries were erased after their term. --after begins at the seal that ended then; --expect fails unless a seal has this digest, as
an earlier check has printed it. Exits with 1 when something is wrong.`,
  {
    allowPositionals: true,
    options: {
      table: { type: 'string', default: '' },
      bucket: { type: 'string', default: '' },
      after: { type: 'string', default: '' },
      expect: { type: 'string' },
    },
  },
);
if (positionals.join() !== 'verify') misuse('say what to do: verify');
if (values.table === '' || values.bucket === '') misuse('--table and --bucket are the names that the data stack gives');

const journal = openJournal(openTable(values.table));
const seals = openSeals(values.bucket);
const now = new Date();
let [count, entries, erased, faults, expected] = [0, 0, 0, 0, values.expect === undefined];
let last: { until: string; sha256: string } | undefined;
for (let after = values.after, more = true; more;) {
  const checked = await checkSeals({ journal, seals, now }, after, { seals: 1, entries: 1 });
  for (const { code, at } of checked.faults) console.log(`${code}\t${at}`);
  count += checked.seals;
  entries += checked.entries;
  erased += checked.erased;
  faults += checked.faults.length;
  last = checked.last ?? last;
  expected ||= last?.sha256 === values.expect;
  after = last?.until ?? after;
  more = checked.more;
}
for (const at of await seals.rewritten()) {
  console.log(`rewritten\t${at}`);
  faults += 1;
}
const from = last?.until ?? new Date(now.getTime() - 31 * 86_400_000).toISOString();
const unsealed = await journal.list({ from, until: `${now.toISOString()}~`, limit: 100_000 });
console.log(`${count} seals, ${entries} entries, ${faults} faults; ${unsealed.length} entries lie unsealed`);
if (erased > 0) console.log(`${erased} sealed entries are gone: they had been kept for their term`);
if (last) console.log(`last seal: ${last.until} ${last.sha256}`);
if (!expected) fail('no seal has the expected digest: the chain is another one');
if (faults > 0) fail('the journal does not agree with its seals');

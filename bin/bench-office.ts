// What the lists and counts of an office cost (`npm run bench:office`):
//   npm run bench:office -- [--open 200,20000] [--ended 20000]
// Fills the local engine's table, asks the functions themselves, and prints milliseconds and the units of AWS.
import { contract as listContract } from '../functions/queue/list-work/contract.ts';
import { listWork } from '../functions/queue/list-work/list-work.ts';
import { countWork } from '../functions/queue/count-work/count-work.ts';
import { findRequests } from '../functions/queue/find-requests/find-requests.ts';
import { listEnded } from '../functions/queue/list-ended/list-ended.ts';
import { openAccounts } from '../lib/adapters/identity/accounts.ts';
import { openRequests } from '../lib/adapters/dynamo/requests.ts';
import { findService } from '../lib/domain/regulation/cards.ts';
import { readCommand, wholeNumber } from './command.ts';
import { countUnits } from './queue/count-units.ts';
import { fillOffice, office } from './queue/fill-office.ts';
import { heading, measureUnits } from './queue/measure-units.ts';
import { openStore } from './queue/open-store.ts';

const { values } = readCommand(
  `npm run bench:office -- [--open 200,20000] [--ended 20000]
What the lists and counts of an office cost on the local engine, and in units of AWS. It asserts nothing.`,
  { options: { open: { type: 'string', default: '200,20000' }, ended: { type: 'string', default: '20000' } } },
);
const indexes = {
  officeLines: ['gsiOffice', 'gsiOfficeSk'],
  workerLines: ['gsiWorker', 'gsiWorkerSk'],
  personLines: ['gsiPerson', 'gsiPersonSk'],
  registerLines: ['gsiRegister', 'gsiRegisterSk'],
  byNumber: ['gsiNumber'],
} as const;
const ended = wholeNumber('--ended', values.ended, 0);
for (const open of values.open.split(',')) await measure(wholeNumber('--open', open, 100));

async function measure(open: number) {
  const { store, name, close } = await openStore('bench-office', indexes);
  await fillOffice(store, name, open, ended);
  const { client, take } = countUnits(store);
  const accounts = openAccounts({ client, name });
  const needs = {
    requests: openRequests({ client, name }),
    accounts,
    findService,
    now: new Date('2026-11-10T04:00:00Z'),
  };
  const caller = { account: 'officer-5', role: 'mio-officer', office, session: '' } as const;
  const asked = { params: undefined, headers: undefined, language: 'ru', sourceIp: '' } as const;
  const list = (query: object) =>
    listWork({ ...asked, body: undefined, query: listContract.query.parse(query) }, caller, needs);
  const seek = (body: object) =>
    findRequests({ ...asked, query: undefined, body: { limit: 20, from: undefined, ...body } }, caller, needs);
  heading(`${open} open, ${ended} finished in an office`);
  const run = (what: string, work: () => Promise<unknown>) => measureUnits(what, work, take);
  await run('counts', () => countWork(caller, needs));
  await run('first page of 20', () => list({}));
  await run('page of 100', () => list({ limit: 100 }));
  await run('mine', () => list({ who: 'me' }));
  await run('overdue', () => list({ overdue: 'true' }));
  await run('one task that nobody has', () => list({ task: 'sign', who: 'nobody' }));
  await run('a service that there is not', () => list({ service: 'none' }));
  await run('finished, latest first', () =>
    listEnded({ ...asked, body: undefined, query: { limit: 20, from: undefined } }, caller, needs),
  );
  await run('by number', () => seek({ number: 'SK-PQ-2026-100' }));
  await run('by name, not there', () => seek({ name: 'Никто' }));
  await close();
}

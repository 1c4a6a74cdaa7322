// What the statistics of an office with many finished requests cost (`npm run bench:statistics`):
//   npm run bench:statistics -- [--ended 20000]
// Fills the local engine's table, runs the job and the route themselves, and prints milliseconds and the units of AWS.
import { contract } from '../functions/reports/show-statistics/contract.ts';
import { showStatistics } from '../functions/reports/show-statistics/show-statistics.ts';
import { countStatistics } from '../functions/schedule/count-statistics/count-statistics.ts';
import { openBallots } from '../lib/adapters/dynamo/ballots.ts';
import { openRequests } from '../lib/adapters/dynamo/requests.ts';
import { openStatistics } from '../lib/adapters/dynamo/statistics.ts';
import { findService } from '../lib/domain/regulation/cards.ts';
import { readCommand, wholeNumber } from './command.ts';
import { countUnits } from './queue/count-units.ts';
import { fillOffice, office } from './queue/fill-office.ts';
import { heading, measureUnits } from './queue/measure-units.ts';
import { openStore } from './queue/open-store.ts';

const { values } = readCommand(
  `npm run bench:statistics -- [--ended 20000]
What counting and showing the statistics of one office costs on the local engine, and in units of AWS. All requests ended within
a month, so one piece of the job reads them all. It asserts nothing.`,
  { options: { ended: { type: 'string', default: '20000' } } },
);
const ended = wholeNumber('--ended', values.ended, 1);
const { store, name, close } = await openStore('bench-statistics', {
  officeLines: ['gsiOffice', 'gsiOfficeSk'],
  registerLines: ['gsiRegister', 'gsiRegisterSk'],
});
await fillOffice(store, name, 0, ended);
const { client, take } = countUnits(store);
const table = { client, name };
const statistics = openStatistics(table);
const job = { requests: openRequests(table), statistics, offices: [office], findService, timeLeft: () => Infinity };
const caller = { account: 'head', role: 'mio-head', office, session: '' } as const;
const asked = { params: undefined, headers: {}, body: undefined, language: 'ru', sourceIp: '' } as const;
const hour = (round: number) => new Date(Date.parse('2026-11-30T04:00:00Z') + round * 3_600_000);

heading(`${ended} finished in an office`);
const from = performance.now();
await countStatistics({ ...job, now: hour(0) });
const { calls, read, write } = take();
const first = [(performance.now() - from).toFixed(1), calls, read.toFixed(1), write.toFixed(1)];
console.log(`first run, 36 months${' '.repeat(14)}${first.map((one) => String(one).padStart(10)).join('  ')}`);
await measureUnits('each hour, 2 months', (round) => countStatistics({ ...job, now: hour(1 + round) }), take, 3);
await measureUnits(
  'GET /statistics by service',
  () =>
    showStatistics({ ...asked, query: contract.query.parse({ by: 'service,channel' }) }, caller, {
      ...{ statistics, ballots: openBallots(table), offices: [office], findService, now: hour(0) },
    }),
  take,
);
await close();

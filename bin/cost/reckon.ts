import type { Metered } from '../../lib/local/meter/meter.ts';
import { schedules } from '../../lib/stack/schedules.ts';
import type { Prices } from '../../lib/stack/prices.ts';

/** What one story used of a service, and what a thousand of them cost. */
export interface Charge {
  readonly what: string;
  readonly count: number;
  /** US dollars for 1,000 stories. */
  readonly dollars: number;
}

export interface Bill {
  /** On the basis of the target (docs/performance.md): what the functions of 184e506 did. */
  readonly basis: readonly Charge[];
  /** Without a target: what came since, journal, mail, logs, tracing, storage for five years. */
  readonly beside: readonly Charge[];
}

const MONTHS = 60;
const GB = 1e9;

/** Items of the table that functions of 184e506 did not have: absences at an office, and counts of its open work. */
const SINCE = ['ABSENCES', 'COUNTS', 'OPEN'];

/** Whether a function did it that runs by the clock, whatever is played meanwhile. */
const isClocks = (line: Metered): boolean => {
  const name = line.is === 'run' ? line.name : 'by' in line ? line.by : undefined;
  return Object.keys(schedules).some((verb) => name?.endsWith(`-${verb}`));
};

/** @param logged octets of log lines that the functions wrote */
export function reckon(lines: readonly Metered[], logged: number, prices: Prices): Bill {
  const [clocks, played] = [lines.filter(isClocks), lines.filter((line) => !isClocks(line))];
  const { basis, beside } = reckonPlayed(played, logged, prices);
  if (clocks.length === 0) return { basis, beside };
  const meanwhile = reckonPlayed(clocks, 0, prices);
  const dollars = totalOf([...meanwhile.basis, ...meanwhile.beside]);
  return { basis, beside: [...beside, { what: 'calls of what runs by the clock', count: clocks.length, dollars }] };
}

function reckonPlayed(lines: readonly Metered[], logged: number, prices: Prices): Bill {
  const of = <Is extends Metered['is']>(is: Is) =>
    lines.filter((line): line is Extract<Metered, { is: Is }> => line.is === is);
  const sum = <Each>(all: readonly Each[], each: (one: Each) => number) =>
    all.reduce((total, one) => total + each(one), 0);
  const charge = (what: string, count: number, price: number): Charge => ({
    what,
    count,
    dollars: count * price * 1000,
  });

  const isJournal = ({ table }: { readonly table: string }) => /Journal/.test(table);
  const isSince = ({ item }: { readonly item: string }) => SINCE.includes(item);
  const tables = of('table').filter((line) => !isJournal(line) && !isSince(line));
  const since = of('table').filter((line) => !isJournal(line) && isSince(line));
  const journal = of('table').filter(isJournal);
  const objects = of('object');
  const writes = objects.filter(({ action }) => action === 'PUT' || action === 'LIST').length;
  const runs = of('run');
  const calls = runs.filter(({ via }) => via === 'route').length;
  const gigabyteSeconds = sum(runs, ({ ms, megabytes }) => (ms / 1000) * (megabytes / 1024));
  const machines = of('machine');
  const transitions = sum(machines, ({ states }) => states.length);
  const historyOctets = sum(machines, ({ octets }) => octets);
  const storedObjects = sum(
    objects.filter(({ action }) => action === 'PUT'),
    ({ octets }) => octets,
  );
  const storedItems = sum(of('table'), ({ grown }) => grown);
  return {
    basis: [
      charge('Step Functions: transitions', transitions, prices.transition),
      charge(
        'DynamoDB: write units',
        sum(tables, ({ write }) => write),
        prices.writeUnit,
      ),
      charge(
        'DynamoDB: read units, strong',
        sum(tables, ({ read, isConsistent }) => (isConsistent ? read : 0)),
        prices.readUnit,
      ),
      charge(
        'DynamoDB: read units, eventual',
        sum(tables, ({ read, isConsistent }) => (isConsistent ? 0 : read)),
        prices.readUnit,
      ),
      charge('API Gateway: calls', calls, prices.apiCall),
      charge('WAF: calls', calls, prices.firewallCall),
      charge('S3: PUT and LIST', writes, prices.objectWrite),
      charge('S3: GET and HEAD', objects.length - writes, prices.objectRead),
      charge('KMS: signatures', of('key').filter(({ action }) => action === 'Sign').length, prices.keyUse),
      charge('Lambda: runs', runs.length, prices.call),
      charge('Lambda: GB seconds, as they took here', gigabyteSeconds, prices.gigabyteSecond),
      charge('Step Functions: octets of logs', historyOctets, prices.logs / GB),
    ],
    beside: [
      charge(
        'absences and counts of open work: write units',
        sum(since, ({ write }) => write),
        prices.writeUnit,
      ),
      charge(
        'absences and counts of open work: read units',
        sum(since, ({ read }) => read),
        prices.readUnit,
      ),
      charge(
        'access journal: write units',
        sum(journal, ({ write }) => write),
        prices.writeUnit,
      ),
      charge(
        'access journal: read units',
        sum(journal, ({ read }) => read),
        prices.readUnit,
      ),
      charge('mail: letters', of('mail').length, prices.mail),
      charge('Lambda: octets of logs', logged, prices.logs / GB),
      charge('X-Ray: traces, if every call is traced', calls, prices.trace),
      charge('S3: octets kept for five years', storedObjects, (prices.gigabyteOfObjects * MONTHS) / GB),
      charge('DynamoDB: octets of items for five years', storedItems, (prices.gigabyteOfItems * MONTHS) / GB),
    ],
  };
}

export const totalOf = (charges: readonly Charge[]): number => charges.reduce((sum, { dollars }) => sum + dollars, 0);

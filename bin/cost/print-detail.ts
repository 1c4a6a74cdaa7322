import type { Metered } from '../../lib/local/meter/meter.ts';

type Read = Extract<Metered, { is: 'table' }>;

/** Every read of the tables: by which function, of what, and whether it sees all writes before it. */
export function printReads(lines: readonly Metered[]): void {
  const reads = lines.filter((line): line is Read => line.is === 'table' && line.read > 0);
  print('reads  units', reads, ({ by, action, item, isConsistent }) =>
    [verbOf(by), action, item, isConsistent ? 'strong' : 'eventual'].join('  '),
  );
}

/** Runs of functions by who called them, calls of S3 and uses of keys. */
export function printCalls(lines: readonly Metered[]): void {
  print('calls', lines, (line) => {
    if (line.is === 'run') return `run       ${line.via}  ${verbOf(line.name)}`;
    if (line.is === 'object') return `object    ${line.action}  ${line.kind}  ${verbOf(line.by)}`;
    return line.is === 'key' ? `key       ${line.action}  ${verbOf(line.by)}` : undefined;
  });
}

function print<Line extends Metered>(
  title: string,
  lines: readonly Line[],
  nameOf: (line: Line) => string | undefined,
) {
  const named = lines.map((line) => ({ line, name: nameOf(line) })).filter(({ name }) => name !== undefined);
  const groups = [...Map.groupBy(named, ({ name }) => name)].toSorted(
    ([, one], [, other]) => other.length - one.length,
  );
  console.log(`      ${title}`);
  for (const [name, all] of groups) {
    const units = all.reduce((sum, { line }) => sum + (line.is === 'table' ? line.read : 0), 0);
    console.log(`${String(all.length).padStart(11)}  ${units > 0 ? String(units).padStart(5) : ''}  ${name}`);
  }
}

/** `e-akimat-local-show-work` is show-work. */
export const verbOf = (functionName: string | undefined): string =>
  functionName?.replace(/^e-akimat-[a-z]+-/, '') ?? '(the platform)';

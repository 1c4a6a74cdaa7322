import type { Mutant } from './instrument.ts';
import type { Outcome } from './judge-all.ts';

/** Survivors one a line, then the score by file and of all. Noticed: killed or hung; what no test reaches counts as not noticed. */
export function describeOutcomes(mutants: readonly Mutant[], outcomes: ReadonlyMap<number, Outcome>): string {
  const of = (wanted: readonly Outcome[], file?: string) =>
    mutants.filter((mutant) => {
      const outcome = outcomes.get(mutant.id);
      return outcome !== undefined && wanted.includes(outcome) && (file === undefined || mutant.file === file);
    });
  const score = (file?: string): string => {
    const [noticed, missed] = [of(['killed', 'hung'], file).length, of(['survived', 'unreached'], file).length];
    const percent = noticed + missed === 0 ? 100 : (100 * noticed) / (noticed + missed);
    return `${percent.toFixed(1).padStart(5)} %  ${noticed} of ${noticed + missed}`;
  };
  const line = ({ id, file, line: at, operator, before, after }: Mutant): string =>
    `${outcomes.get(id)}  ${file}:${at}  ${operator}: ${brief(before)}  →  ${brief(after)}`;
  const names = [...new Set(mutants.map(({ file }) => file))];
  return [
    ...of(['survived', 'unreached']).map(line),
    '',
    ...names.map((name) => `${score(name).padEnd(26)}  ${name}`),
    '',
    `${score()} mutants noticed (${of(['hung']).length} by never ending); ${of(['loaded']).length} in tables that are read at load were not tried`,
  ].join('\n');
}

const brief = (text: string): string => {
  const flat = text.replaceAll(/\s+/gu, ' ');
  return flat.length > 70 ? `${flat.slice(0, 67)}…` : flat;
};

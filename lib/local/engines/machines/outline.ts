import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { ChoiceState, Json, RootMachine, State } from '../../asl/definition.ts';

/** The decisions in a compiled machine. */
export interface Outline {
  readonly name: string;
  readonly definition: RootMachine;
  /** By row: the outcomes that have their own next state, and `done` if any other outcome moves on. */
  readonly outcomes: ReadonlyMap<string, readonly string[]>;
  /** Rows that must answer with one of their outcomes. */
  readonly strict: ReadonlySet<string>;
  /** Whether it can start again in the middle. */
  readonly mayBeginAgain: boolean;
}

/** Reads all compiled machines, with `functionArn` instead of each function. */
export function readOutlines(root: string, functionArn: string): Outline[] {
  return globSync('statemachines/asl/**/*.asl.json', { cwd: root })
    .toSorted()
    .map((path) => {
      const text = readFileSync(join(root, path), 'utf8').replaceAll(/\$\{\w+\}/g, functionArn);
      return outlineOf(basename(path, '.asl.json'), JSON.parse(text) as RootMachine);
    });
}

export function outlineOf(name: string, definition: RootMachine): Outline {
  const outcomes = new Map<string, string[]>();
  const strict = new Set<string>();
  for (const state of Object.values(definition.States)) {
    const row = rowOf(state);
    const ends = endsOf(state);
    if (row !== undefined && ends.length > 0) {
      strict.add(row);
      outcomes.set(row, ends);
    }
    const next = 'Next' in state && state.Next !== undefined ? definition.States[state.Next] : undefined;
    if (row === undefined || next?.Type !== 'Choice') continue;
    const known = outcomes.get(row) ?? [];
    if (next.Default === undefined) strict.add(row);
    const added = [...(next.Default === undefined ? [] : ['done']), ...namesIn(next)];
    outcomes.set(row, [...new Set([...known, ...added])]);
  }
  const mayBeginAgain = JSON.stringify(definition).includes('Execution.Input.again');
  return { name, definition, outcomes, strict, mayBeginAgain };
}

const namesIn = ({ Choices }: ChoiceState): string[] =>
  Choices.flatMap(({ Condition }) =>
    [...String(Condition).matchAll(/\$outcome = '([^']+)'/g)].map(([, outcome = '']) => outcome),
  );

/** The outcomes with which the last state lets a machine end; it fails at any other. */
function endsOf(state: State): string[] {
  const { outcome = '' } = (('Output' in state && state.Output) || {}) as { readonly outcome?: string };
  const [, listed = ''] = /\boutcome in \[([^\]]*)\]/.exec(outcome) ?? [];
  return [...listed.matchAll(/'([^']+)'/g)].map(([, name = '']) => name);
}

/** The row of a task, as the functions get it. */
function rowOf(state: State): string | undefined {
  if (state.Type !== 'Task') return undefined;
  const { Payload } = (state.Arguments ?? {}) as { readonly Payload?: { readonly row?: { readonly state?: Json } } };
  return Payload?.row?.state === undefined ? undefined : String(Payload.row.state);
}

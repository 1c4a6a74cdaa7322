import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readInputs } from '../../bin/row-inputs.ts';
import { missingFor } from '../../lib/adapters/machine/missing-for.ts';
import type { Request } from '../../lib/domain/request/request.ts';
import { stateNames, type Machine } from '../../statemachines/compile.ts';
import { readRegulations } from '../../statemachines/read.ts';
import { walkCase } from '../../statemachines/walk.ts';
import { play } from './play.ts';
import type { Functions } from './run.ts';
import { openStage, type Stage } from './stage.ts';

const regulation = readRegulations().regulations.find(
  ({ regulation: { id } }) => id === 'south-kazakhstan-preschool-queue',
)!.regulation;
const portal = regulation.channels.find(({ channel }) => channel === 'portal')!;
/** The machine as it was before the row before a work measured it: `…-term` states, `again-way`, and an end for each outcome. */
const older = JSON.parse(
  readFileSync(join(import.meta.dirname, 'older/south-kazakhstan-149-preschool-queue-portal.asl.json'), 'utf8'),
) as Machine;

let stage: Stage;
beforeAll(async () => {
  stage = await openStage([regulation]);
});
afterAll(() => stage.close());

const works = portal.actions.flatMap((action) =>
  stateNames(action).filter((_, index) => 'work' in (action.does[index] ?? {})),
);
const alarmsOf = ({ events }: Request) =>
  works.map((row) =>
    events.filter((event) => event.row === row && /reminded|escalated/.test(event.code)).map(({ code }) => code),
  );

describe('an execution that began under a definition of an earlier release', () => {
  /** The old machine's own states, written from its table. */
  const passed = (rows: readonly string[], first: boolean) => [
    'again-way',
    ...rows.flatMap((row) => {
      if (works.includes(row)) return [`${row}-term`, row];
      return first && row === rows[0] ? [row, `${row}-way`] : [row];
    }),
    ...['close-request', 'ended'],
  ];

  it('finds every function that it calls, with what it takes', async () => {
    const inputs = await readInputs(join(import.meta.dirname, '../..'));
    const definition = JSON.stringify(older).replaceAll(/\$\{(\w+)\}/g, (_, name: string) =>
      name.replaceAll(/(?<!^)[A-Z]/g, (letter) => `-${letter}`).toLowerCase(),
    );
    expect(missingFor(definition, '', (verb) => inputs.get(verb))).toEqual([]);
  });

  it('goes through all its states to its end', async () => {
    const played = await play(stage, regulation, portal, 'approved', { machine: older });
    expect(played).toMatchObject({ status: 'SUCCEEDED', request: { state: 'issued' } });
    expect(played.entered).toEqual([...passed(walkCase(portal, 'approved'), true), 'issued']);
  });

  it('reminds and escalates at its own times', async () => {
    const { entered, request, status } = await play(stage, regulation, portal, 'overdue', { machine: older });
    expect([status, request.state]).toEqual(['SUCCEEDED', 'issued']);
    expect(alarmsOf(request)).toEqual(works.map(() => ['reminded', 'escalated']));
    for (const row of works) {
      const ring = [`${row}-alarm`, `${row}-armed`, row];
      expect(entered.filter((state) => state.startsWith(row))).toEqual([`${row}-term`, row, ...ring, ...ring]);
    }
  });

  it('is decided again in its second run', async () => {
    const { entered, status, request } = await play(stage, regulation, portal, 'offered', { machine: older });
    expect([status, request.state]).toEqual(['SUCCEEDED', 'issued']);
    const rows = walkCase(portal, 'offered');
    const second = rows.lastIndexOf('06-mio-decide');
    expect(entered).toEqual([
      ...[...passed(rows.slice(0, second), true), 'queued'],
      ...[...passed(rows.slice(second), false), 'issued'],
    ]);
  });
});

describe('a machine of today whose functions are still those of the release before', () => {
  /** They know nothing of the work ahead, and measure nothing. */
  const former = (functions: Functions): Functions =>
    new Map(
      [...functions].map(([verb, call]) => [verb, (payload: unknown) => call({ ...(payload as object), ahead: [] })]),
    );

  it('rings at once, says nothing, measures then, and reminds and escalates at the right times', async () => {
    const { entered, request, status } = await play(stage, regulation, portal, 'overdue', { alter: former });
    expect([status, request.state]).toEqual(['SUCCEEDED', 'issued']);
    expect(alarmsOf(request)).toEqual(works.map(() => ['reminded', 'escalated']));
    for (const row of works) {
      const ring = [`${row}-alarm`, `${row}-armed`, row];
      expect(entered.filter((state) => state.startsWith(row))).toEqual([row, ...ring, ...ring, ...ring]);
    }
  });
});

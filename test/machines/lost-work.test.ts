import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { readRegulations } from '../../statemachines/read.ts';
import { walkCase } from '../../statemachines/walk.ts';
import { play } from './play.ts';
import type { Functions } from './run.ts';
import { openStage, type Stage } from './stage.ts';

const regulation = readRegulations().regulations.find(
  ({ regulation: { id } }) => id === 'south-kazakhstan-preschool-queue',
)!.regulation;
const portal = regulation.channels.find(({ channel }) => channel === 'portal')!;

let stage: Stage;
beforeAll(async () => {
  stage = await openStage([regulation]);
});
afterAll(() => stage.close());

/** The first call of `open-work` never arrives, as where the platform dies at its begin. */
function loseFirst(functions: Functions): Functions {
  const open = functions.get('open-work')!;
  let isLost = false;
  return new Map([
    ...functions,
    [
      'open-work',
      async (payload) => {
        if (isLost) return open(payload);
        isLost = true;
        return undefined;
      },
    ],
  ]);
}

it('opens work that was lost before it was opened, once its wait has timed out, and goes on', async () => {
  const { entered, request, status } = await play(stage, regulation, portal, 'approved', {
    alter: loseFirst,
    meanwhile: async (_, { clock, rest }) => {
      const { rings } = (await rest())!;
      clock.advance(rings - clock.now());
      await rest();
    },
  });
  expect([status, request.state]).toEqual(['SUCCEEDED', 'issued']);
  const [row] = walkCase(portal, 'approved').filter((each) => entered.includes(`${each}-alarm`));
  expect(entered.filter((state) => state.startsWith(row!))).toEqual([row, `${row}-alarm`, `${row}-armed`, row]);
  expect(request.events.filter(({ code }) => code === 'reminded' || code === 'escalated')).toEqual([]);
  expect(request.events.filter((event) => event.code === 'work-opened' && event.row === row)).toHaveLength(1);
});

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Channel, Regulation } from '../../lib/domain/regulation/regulation.ts';
import type { Region } from '../../lib/domain/regulation/regions.ts';
import { compileChannel, stateNames } from '../../statemachines/compile.ts';
import { readRegulations } from '../../statemachines/read.ts';
import { casesOf, walkCase } from '../../statemachines/walk.ts';
import { expectTheRowsOf } from './expect-rows.ts';
import { openStage, type Stage } from './stage.ts';
import { play } from './play.ts';

/** Runs every channel of a region's regulations in every case that it has. */
export const runRegion = (region: Region) =>
  runAll(
    readRegulations()
      .regulations.map(({ regulation }) => regulation)
      .filter((regulation) => regulation.region === region),
  );

export function runAll(regulations: readonly Regulation[]): void {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage(regulations);
  });
  afterAll(() => stage?.close());

  for (const regulation of regulations)
    for (const channel of regulation.channels)
      describe(`${regulation.machine}-${channel.channel}`, () => {
        it.each(casesOf(channel))('%s: goes through the rows of its table in their order', async (name) => {
          const played = await play(stage, regulation, channel, name);
          await expectTheRowsOf(channel, name, played, stage);
        });

        it('leaves no row untested', () => leaveNoRowUntested(regulation, channel));
      });
}

/** Together, the cases pass all states of the machine. */
function leaveNoRowUntested(regulation: Regulation, channel: Channel) {
  const passed = new Set(casesOf(channel).flatMap((name) => walkCase(channel, name)));
  expect(passed).toEqual(new Set(channel.actions.flatMap(stateNames)));
  const people = channel.actions.flatMap((action) =>
    action.does.flatMap((operation, index) => ('work' in operation ? [stateNames(action)[index]] : [])),
  );
  const more = people.flatMap((state) => [`${state}-alarm`, `${state}-armed`]);
  const billing = channel.actions.flatMap((action) =>
    stateNames(action)
      .filter((state) => state.endsWith('-check-payment'))
      .flatMap((state) => [`${state}-open`, `${state}-pause`]),
  );
  const ways = Object.keys(compileChannel(regulation, channel).States).filter((state) => state.endsWith('-way'));
  expect(Object.keys(compileChannel(regulation, channel).States).sort()).toEqual(
    [...passed, ...more, ...billing, ...ways, 'close-request'].sort(),
  );
}

import { cardOf } from '../../lib/domain/regulation/card.ts';
import type { Channel } from '../../lib/domain/regulation/regulation.ts';
import type { Worker } from '../../lib/domain/regulation/words.ts';
import type { Plot } from '../../lib/local/story/scene.ts';
import { stateNames } from '../../statemachines/compile.ts';
import { readRegulations } from '../../statemachines/read.ts';

/** A channel that can be played, and the rows of its table. */
export interface Score {
  readonly id: string;
  /** Of the service and of the channel's table, in the decree's words. */
  readonly title: string;
  readonly words: string;
  readonly plot: Plot;
  /** Whether people wait in a queue. */
  readonly queue: boolean;
  /** By the name that the history gives a row. */
  readonly rows: ReadonlyMap<string, Row>;
}

export interface Row {
  readonly no: number;
  readonly actor: string;
  readonly name: string;
}

/** Every channel of every regulation. */
export const listPlots = (): Score[] =>
  readRegulations().regulations.flatMap(({ regulation }) =>
    cardOf(regulation).channels.map(({ channel, counter }, index) => {
      const { title, actions } = regulation.channels[index]!;
      return {
        id: `${regulation.id}-${channel}`,
        title: regulation.title.ru,
        words: title,
        plot: { service: regulation.id, channel, counter, workers: workersIn(actions) },
        queue: regulation.queue !== undefined,
        rows: rowsOf(actions),
      };
    }),
  );

type Actions = Channel['actions'];

const workersIn = (actions: Actions): Worker[] => [
  ...new Set(actions.flatMap(({ does }) => does.flatMap((one) => ('work' in one ? [one.by] : [])))),
];

const rowsOf = (actions: Actions) =>
  new Map(
    actions.flatMap((action) =>
      stateNames(action).map(
        (state) => [state, { no: action.no, actor: action.actor.lane, name: action.name }] as const,
      ),
    ),
  );

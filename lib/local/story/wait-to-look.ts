import { setTimeout as wait } from 'node:timers/promises';

/** Milliseconds before somebody looks again, after so many looks in vain. */
export type Pause = number | ((looks: number) => number);

/** Nobody looks at once after they did something: as pages do, which show what the platform answered and look later. */
export const waitToLook = (pause: Pause, looks: number): Promise<void> =>
  wait(typeof pause === 'number' ? pause : pause(looks));

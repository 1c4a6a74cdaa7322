import Sequencer from '@jest/test-sequencer';

/** Long tests first, so that no core is idle at the end: a region's machines are three lines that run for a minute. */
export default class Order extends Sequencer {
  sort(tests) {
    const long = ({ path }) => path.includes('/test/machines/') || path.includes('/test/flows/');
    const sorted = super.sort(tests);
    return [...sorted.filter(long), ...sorted.filter((test) => !long(test))];
  }
}

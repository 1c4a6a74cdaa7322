import { relative } from 'node:path';
import { missing } from './vectors.mjs';

/**
 * The last line of a run: how many tests passed, failed and were skipped; before it, how to get what the skipped ones
 * need.
 */
export default class Count {
  onRunComplete(_, { numPassedTests, numFailedTests, numRuntimeErrorTestSuites, numPendingTests, testResults }) {
    const absent = missing();
    const lines = testResults
      .filter(({ numPendingTests: skipped }) => skipped > 0)
      .map(
        ({ testFilePath, numPendingTests: skipped }) =>
          `skipped: ${skipped} of ${relative(process.cwd(), testFilePath)}`,
      );
    if (lines.length > 0 && absent.length > 0)
      lines.push(`Not at hand: ${absent.join(', ')}. \`npm run vectors -- --help\` says where they must lie.`);
    // A file that cannot be loaded counts as failed, however many tests it has.
    const failed = numFailedTests + numRuntimeErrorTestSuites;
    lines.push(`${numPassedTests} passed, ${failed} failed, ${numPendingTests} skipped`);
    // jest's own summary comes after every reporter.
    process.once('exit', () => process.stderr.write(`${lines.join('\n')}\n`));
  }
}

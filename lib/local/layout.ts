import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Counts the ways in which a data folder has been laid out: who changes one so that old data is not found counts on. */
const LAYOUT = '2';

/**
 * Marks a new data folder with the layout that this version writes.
 * @throws Error in words when the folder holds data of another layout: it would not be found, as if it had been lost
 */
export function checkLayout(folder: string) {
  const path = join(folder, 'layout');
  const found = existsSync(path) ? readFileSync(path, 'utf8').trim() : undefined;
  const isNew = found === undefined && !existsSync(join(folder, 'dynamo'));
  if (isNew) writeFileSync(path, `${LAYOUT}\n`);
  else if (found !== LAYOUT)
    throw new Error(
      `${folder} holds data of another version of the platform (layout ${found ?? '1'}, not ${LAYOUT}): ` +
        'start with the version that wrote it, or forget it by npm start -- --reset',
    );
}

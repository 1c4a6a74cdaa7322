import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The number of the data folder's layout. If you change the layout so that old data would not be found, raise it. */
const LAYOUT = '3';

/**
 * Marks a new data folder with the layout that this version writes.
 * @throws Error in words if the folder has data of another layout, which would not be found and seem lost
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

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { FunctionTable } from './functions.ts';

/** TEMPORARY, until every planned verb has its folder: rows without one are left out. */
export const written = (root: string, table: FunctionTable) =>
  Object.fromEntries(
    Object.entries(table).map(([area, rows]) => [
      area,
      Object.fromEntries(
        Object.entries(rows).filter(([verb]) => existsSync(join(root, `functions/${verb}/handler.ts`))),
      ),
    ]),
  ) as unknown as FunctionTable;

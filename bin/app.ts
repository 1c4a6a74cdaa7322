import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { accessRules } from '../lib/domain/access/rules.ts';
import { problems } from '../lib/domain/problem/codes.ts';
import { createApp } from '../lib/stack/app.ts';
import { functions, type FunctionTable } from '../lib/stack/functions.ts';
import { readSources } from '../lib/stack/sources.ts';

// The CDK app: `npx cdk synth` and `npx cdk deploy` run this file (cdk.json), and so does the local platform.
const root = join(import.meta.dirname, '..');
// TEMPORARY, until every planned verb has its folder: rows without one are left out.
const written = Object.fromEntries(
  Object.entries(functions).map(([area, rows]) => [
    area,
    Object.fromEntries(Object.entries(rows).filter(([verb]) => existsSync(join(root, `functions/${verb}/handler.ts`)))),
  ]),
) as unknown as FunctionTable;
const sources = await readSources(root, written);
createApp({ sources, accessRules, problems }).synth();

import { join } from 'node:path';
import { accessRules } from '../lib/domain/access/rules.ts';
import { problems } from '../lib/domain/problem/codes.ts';
import { createApp } from '../lib/stack/app.ts';
import { functions } from '../lib/stack/functions.ts';
import { readSources } from '../lib/stack/sources.ts';

// The CDK app: `npx cdk synth` and `npx cdk deploy` run this file (cdk.json), and so does the local platform.
const root = join(import.meta.dirname, '..');
const sources = await readSources(root, functions);
createApp({ sources, accessRules, problems }).synth();

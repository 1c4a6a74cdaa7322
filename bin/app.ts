import { join } from 'node:path';
import { accessRules } from '../lib/domain/access/rules.ts';
import { PRESENT } from '../lib/domain/regulation/cards.ts';
import { wrongOffers } from '../lib/domain/regulation/check-offered.ts';
import { findDetail } from '../lib/domain/regulation/details.ts';
import { offered } from '../lib/domain/regulation/offered.ts';
import { problems } from '../lib/domain/problem/codes.ts';
import { createApp } from '../lib/stack/app.ts';
import { functions } from '../lib/stack/functions.ts';
import { readSources } from '../lib/stack/sources.ts';

// The CDK app: `npx cdk synth` and `npx cdk deploy` run this file (cdk.json), and so does the local platform.
const root = join(import.meta.dirname, '..');
const wrong = wrongOffers(offered, (service) => findDetail(service, PRESENT));
if (wrong.length > 0) throw new Error(wrong.join('\n'));
const sources = await readSources(root, functions);
createApp({ sources, accessRules, problems }).synth();

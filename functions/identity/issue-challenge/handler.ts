import { ulid } from 'ulid';
import { openTable } from '../../../lib/adapters/dynamo/table.ts';
import { readEnvironment } from '../../../lib/adapters/environment.ts';
import { servePublic } from '../../../lib/adapters/http/serve.ts';
import { openChallenges } from '../../../lib/adapters/identity/challenges.ts';
import { newSecret } from '../../../lib/adapters/identity/secrets.ts';
import { contract } from './contract.ts';
import { issueChallenge } from './issue-challenge.ts';

const { TABLE_NAME, PUBLIC_URL } = readEnvironment(process.env, 'TABLE_NAME', 'PUBLIC_URL');
const needs = { challenges: openChallenges(openTable(TABLE_NAME)), publicUrl: PUBLIC_URL, newId: ulid, newSecret };

export const handler = servePublic(contract, () => issueChallenge({ ...needs, now: new Date() }));

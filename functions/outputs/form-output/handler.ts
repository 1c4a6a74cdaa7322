import { randomBytes } from 'node:crypto';
import { openRequests } from '../../../lib/adapters/dynamo/requests.ts';
import { openTable } from '../../../lib/adapters/dynamo/table.ts';
import { readEnvironment } from '../../../lib/adapters/environment.ts';
import { serveStep } from '../../../lib/adapters/machine/serve-row.ts';
import { findService } from '../../../lib/domain/regulation/cards.ts';
import { formOutput, input } from './form-output.ts';

const { TABLE_NAME } = readEnvironment(process.env, 'TABLE_NAME');
const needs = {
  requests: openRequests(openTable(TABLE_NAME)),
  findService,
  newNonce: () => randomBytes(5),
  clock: () => new Date(),
};

export const handler = serveStep(input, formOutput, needs);

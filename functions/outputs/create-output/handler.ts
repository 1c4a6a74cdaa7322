import { openRequests } from '../../../lib/adapters/dynamo/requests.ts';
import { openTable } from '../../../lib/adapters/dynamo/table.ts';
import { readEnvironment } from '../../../lib/adapters/environment.ts';
import { serveStep } from '../../../lib/adapters/machine/serve-row.ts';
import { renderOutput } from '../../../lib/adapters/pdf/render.ts';
import { openDocuments } from '../../../lib/adapters/s3/documents.ts';
import { findService } from '../../../lib/domain/regulation/cards.ts';
import { places } from '../../../lib/domain/regulation/places.ts';
import { createOutput, input } from './create-output.ts';

const env = readEnvironment(process.env, 'TABLE_NAME', 'DOCUMENTS_BUCKET', 'PUBLIC_URL');
const needs = {
  requests: openRequests(openTable(env.TABLE_NAME)),
  documents: openDocuments(env.DOCUMENTS_BUCKET),
  findService,
  places,
  renderOutput,
  publicUrl: env.PUBLIC_URL,
  clock: () => new Date(),
};

export const handler = serveStep(input, createOutput, needs);

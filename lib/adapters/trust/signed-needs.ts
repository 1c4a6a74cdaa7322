import { findService } from '../../domain/regulation/cards.ts';
import { openRequests } from '../dynamo/requests.ts';
import { openTable } from '../dynamo/table.ts';
import { openAccounts } from '../identity/accounts.ts';
import { openDocuments } from '../s3/documents.ts';
import { openRefusals } from '../s3/refusals.ts';
import { openEdsCheck } from './check-eds.ts';
import { openOfficeNumbers } from './office-numbers.ts';
import { openTrustBucket } from './trust-bucket.ts';

type Variables = Parameters<typeof openEdsCheck>[0] & {
  readonly TABLE_NAME: string;
  readonly ATTACHMENTS_BUCKET: string;
  readonly DOCUMENTS_BUCKET: string;
  readonly TRUST_BUCKET: string;
  readonly TSP_SOURCES: readonly string[];
};

/**
 * What every function opens that takes a signed word about a request: whose it is, the check of its EDS, and where the
 * evidence is kept. `table` is for what else the function keeps there.
 */
export function openSignedNeeds(env: Variables) {
  const table = openTable(env.TABLE_NAME);
  const trust = openTrustBucket(env.TRUST_BUCKET);
  const needs = {
    requests: openRequests(table),
    accounts: openAccounts(table),
    documents: openDocuments(env.DOCUMENTS_BUCKET),
    refused: openRefusals(env.ATTACHMENTS_BUCKET),
    checkEds: openEdsCheck(env, trust),
    binOf: openOfficeNumbers(env.TRUST_BUCKET, trust),
    stamps: env.TSP_SOURCES.length > 0,
    findService,
  };
  return { table, needs };
}

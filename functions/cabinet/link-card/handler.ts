import { openRequests } from '../../../lib/adapters/dynamo/requests.ts';
import { openTable } from '../../../lib/adapters/dynamo/table.ts';
import { readEnvironment } from '../../../lib/adapters/environment.ts';
import { serve } from '../../../lib/adapters/http/serve.ts';
import { openAccounts } from '../../../lib/adapters/identity/accounts.ts';
import { makeCard } from '../../../lib/adapters/pdf/card/make-card.ts';
import { renderOutput } from '../../../lib/adapters/pdf/render.ts';
import { openDocuments } from '../../../lib/adapters/s3/documents.ts';
import { openTrustBucket } from '../../../lib/adapters/trust/trust-bucket.ts';
import { keepTrustMaterial } from '../../../lib/adapters/trust/trust-material.ts';
import { findService } from '../../../lib/domain/regulation/cards.ts';
import { places } from '../../../lib/domain/regulation/places.ts';
import { findProfile } from '../../../lib/eds/profiles/find-profile.ts';
import { contract } from './contract.ts';
import { linkCard } from './link-card.ts';

const env = readEnvironment(
  process.env,
  'TABLE_NAME',
  'DOCUMENTS_BUCKET',
  'PUBLIC_URL',
  'TRUST_BUCKET',
  'EDS_PROFILE',
  'EDS_ANCHORS',
);
const profile = findProfile(env.EDS_PROFILE, env.EDS_ANCHORS);
if (!profile) throw new Error(`there is no EDS profile of the name ${env.EDS_PROFILE}`);
const table = openTable(env.TABLE_NAME);
const needs = {
  requests: openRequests(table),
  accounts: openAccounts(table),
  documents: openDocuments(env.DOCUMENTS_BUCKET),
  material: keepTrustMaterial(openTrustBucket(env.TRUST_BUCKET)),
  ...{ profile, findService, places, renderOutput, makeCard },
  publicUrl: env.PUBLIC_URL,
};

export const handler = serve(contract, (asked, caller) => linkCard(asked, caller, { ...needs, now: new Date() }));

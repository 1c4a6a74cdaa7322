import { readEnvironment } from '../../../lib/adapters/environment.ts';
import { servePublic } from '../../../lib/adapters/http/serve.ts';
import { openTrustBucket } from '../../../lib/adapters/trust/trust-bucket.ts';
import { keepTrustMaterial } from '../../../lib/adapters/trust/trust-material.ts';
import { findProfile } from '../../../lib/eds/profiles/find-profile.ts';
import { contract } from './contract.ts';
import { openCertificates } from './show-certificates.ts';

const { TRUST_BUCKET, EDS_PROFILE, EDS_ANCHORS } = readEnvironment(
  process.env,
  'TRUST_BUCKET',
  'EDS_PROFILE',
  'EDS_ANCHORS',
);
const profile = findProfile(EDS_PROFILE, EDS_ANCHORS);
if (!profile) throw new Error(`there is no EDS profile of the name ${EDS_PROFILE}`);
const showCertificates = openCertificates({ profile, material: keepTrustMaterial(openTrustBucket(TRUST_BUCKET)) });

export const handler = servePublic(contract, () => showCertificates(new Date()));

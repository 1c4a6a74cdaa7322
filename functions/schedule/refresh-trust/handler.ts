import { readEnvironment } from '../../../lib/adapters/environment.ts';
import { fetchCrl } from '../../../lib/adapters/trust/fetch-crl.ts';
import { openTrustBucket } from '../../../lib/adapters/trust/trust-bucket.ts';
import { refreshTrust } from './refresh-trust.ts';

const { TRUST_BUCKET, CRL_SOURCES } = readEnvironment(process.env, 'TRUST_BUCKET', 'CRL_SOURCES');
const bucket = openTrustBucket(TRUST_BUCKET);

/** Runs on a schedule. */
export const handler = () => refreshTrust({ bucket, sources: CRL_SOURCES, fetchCrl, now: new Date() });

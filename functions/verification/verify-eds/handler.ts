import { readEnvironment } from '../../../lib/adapters/environment.ts';
import { servePublic } from '../../../lib/adapters/http/serve.ts';
import { openEdsCheck } from '../../../lib/adapters/trust/check-eds.ts';
import { contract } from './contract.ts';
import { verifyEds } from './verify-eds.ts';

const checkEds = openEdsCheck(
  readEnvironment(process.env, 'TRUST_BUCKET', 'EDS_PROFILE', 'EDS_ANCHORS', 'OCSP_SOURCES'),
);

export const handler = servePublic(contract, (asked) => verifyEds(asked, { checkEds, now: new Date() }));

import { parseSignedData } from '../../lib/eds/cms/signed-data.ts';
import { parseCrl } from '../../lib/eds/crl/crl.ts';
import { parseOcspResponse } from '../../lib/eds/ocsp/response.ts';
import { EdsRefusal } from '../../lib/eds/refusal.ts';
import { readHashIndex } from '../../lib/eds/tsp/hash-index.ts';
import { parseTimestampResponse, parseTimestampToken } from '../../lib/eds/tsp/timestamp-token.ts';
import { parseCertificate } from '../../lib/eds/x509/certificate.ts';
import type { FixtureKind } from './fixtures.ts';

const readers: Readonly<Record<FixtureKind, readonly ((bytes: Uint8Array) => unknown)[]>> = {
  certificate: [parseCertificate],
  crl: [(bytes) => parseCrl(bytes).entries.find('01', 'nobody')],
  // A token with an index is one, too.
  cms: [(bytes) => parseSignedData(bytes).signers.map(({ unsignedAttributes }) => readHashIndex(unsignedAttributes))],
  ocsp: [parseOcspResponse],
  timestamp: [parseTimestampToken, parseTimestampResponse],
};

/** Whether one of the readers of this kind accepts the octets. Any error except a refusal is thrown on. */
export const readAny = (kind: FixtureKind, bytes: Uint8Array): boolean =>
  readers[kind].some((read) => {
    try {
      read(bytes);
      return true;
    } catch (error) {
      if (error instanceof EdsRefusal) return false;
      throw error;
    }
  });

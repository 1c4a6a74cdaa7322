import { endpoint } from '../../../lib/adapters/http/contract.ts';

export const contract = endpoint({
  route: 'GET /certificates.pem',
  tag: 'Documents',
  summary: 'Get the certificates against which signatures of documents are checked',
  description:
    'The pinned anchors and the authorities below them, as one PEM file (RFC 7468) for other programs: `openssl cms -verify -CAfile ' +
    'certificates.pem`. Compare the SHA-256 of the anchors with what the certification authority publishes: `GET /eds/trust` names them.',
  success: 200,
  media: 'application/x-pem-file',
  refusals: [],
  examples: [{ summary: 'The certificates', answers: 200 }],
});

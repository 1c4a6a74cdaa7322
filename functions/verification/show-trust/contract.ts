import * as z from 'zod';
import { endpoint } from '../../../lib/adapters/http/contract.ts';
import { anchorPurposes } from '../../../lib/eds/profiles/pinned-anchor.ts';

const Octets = z.array(z.base64());

export const contract = endpoint({
  route: 'GET /eds/trust',
  tag: 'EDS',
  summary: 'What signatures are checked against',
  description:
    'Profile, anchors, certificates of authorities and revocation lists (DER in base64), so that anybody can check a ' +
    'signature without sending it anywhere. Lists that together have more than 3,000,000 octets are left out.',
  answer: z
    .object({
      profile: z.string(),
      anchors: z.array(
        z.object({
          fingerprint: z.string().meta({ description: 'SHA-256 of the certificate, hexadecimal' }),
          purposes: z.array(z.enum(anchorPurposes)),
        }),
      ),
      certificates: Octets,
      crls: Octets,
      complete: z.boolean().meta({ description: 'Whether all lists are here' }),
    })
    .meta({ id: 'TrustMaterial' }),
  success: 200,
  refusals: [],
  examples: [{ summary: 'What is trusted', answers: 200 }],
});

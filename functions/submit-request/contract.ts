import { z } from 'zod';
import { endpoint } from '../../lib/adapters/http/contract.ts';
import { RequestId } from '../../lib/adapters/http/ids.ts';
import { RequestView } from '../../lib/domain/request/view.ts';

/** A CMS with its certificates in base64; the application itself is not in it. */
export const Cms = z
  .string()
  .min(1)
  .max(900_000)
  .regex(/^[A-Za-z0-9+/]+={0,2}$/, 'base64')
  .meta({ description: 'CMS SignedData (DER or BER), base64' });

export const contract = endpoint({
  route: 'POST /requests/{id}/submission',
  tag: 'Requests',
  summary: 'Submit the application with its EDS',
  description:
    'The server makes the signable bytes again, checks the scans and the EDS, records the submission and starts the ' +
    "regulation's machine: exactly once. The same submission again gives the same answer.",
  params: z.object({ id: RequestId }),
  body: z.strictObject({ cms: Cms }),
  answer: RequestView,
  success: 200,
  refusals: [
    'request/unknown',
    'request/not-draft',
    'request/submitted-otherwise',
    'request/changed-meanwhile',
    'service/unknown',
    'form/invalid',
    'attachment/not-uploaded',
    'eds/failed',
    'eds/indeterminate',
  ],
});

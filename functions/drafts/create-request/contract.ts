import * as z from 'zod';
import { endpoint } from '../../../lib/adapters/http/contract.ts';
import { FilledForm } from '../../../lib/adapters/http/form.ts';
import { Bin } from '../../../lib/domain/identity/bin-schema.ts';
import { Person } from '../../../lib/domain/identity/account.ts';
import { namesBirth } from '../../../lib/domain/identity/iin.ts';
import { channels } from '../../../lib/domain/regulation/words.ts';
import { RequestView } from '../../../lib/adapters/http/views/request-view.ts';

const IdempotencyKey = z
  .string()
  .min(8)
  .max(128)
  .regex(/^[!-~]+$/, 'letters, digits and marks of ASCII, no spaces');

/** The person for whom an employee files, as on the identity card. */
const Visitor = Person.pick({ iin: true, fullName: true, email: true, language: true })
  .extend({ birthDate: z.iso.date().optional(), sex: z.enum(['male', 'female']).optional() })
  .superRefine(({ iin, birthDate, sex }, context) => {
    const asked = !namesBirth(iin);
    for (const [field, value] of Object.entries({ birthDate, sex }))
      if ((value !== undefined) !== asked)
        context.addIssue({
          code: 'custom',
          path: [field],
          message: asked ? 'what the identity document says' : 'nothing: the IIN says it',
          params: { rule: asked ? 'birth-asked' : 'birth-known' },
        });
  })
  .meta({
    description:
      'The visitor for whom an employee files; required of employees, refused from others. `birthDate` and `sex` are ' +
      'required if the IIN has 0 in the 7th place, and refused otherwise',
  });

export const contract = endpoint({
  route: 'POST /requests',
  tag: 'Requests',
  again: 'key',
  summary: 'Begin an application as a draft',
  description:
    'Fields that are filled in are checked at once; missing fields are refused only when the application is signed.',
  headers: z.object({ 'idempotency-key': IdempotencyKey.optional() }),
  body: z.strictObject({
    service: z.string().max(128),
    channel: z.enum(channels),
    office: z.string().max(64),
    form: FilledForm.default({}),
    applicant: Visitor.optional(),
    organisation: z
      .strictObject({ bin: Bin })
      .optional()
      .meta({
        description:
          'The organisation in whose name the caller applies, where the regulation lets one; the application is then signed with a ' +
          'certificate of this BIN, by the first head or with the right to sign. Its name is that of the certificate',
      }),
  }),
  answer: RequestView,
  success: 201,
  refusals: [
    'service/unknown',
    'service/not-offered',
    'service/not-in-force',
    'service/channel',
    'service/office',
    'service/applicant',
    'service/organisation',
    'work/own-request',
    'form/invalid',
    'idempotency/mismatch',
  ],
  examples: [
    {
      summary: 'A certificate for the unemployed, by the portal',
      body: {
        service: 'south-kazakhstan-unemployed-certificate',
        channel: 'portal',
        office: 'south-kazakhstan-employment-shymkent',
        form: { postalCode: '160012', phone: '87252530000', sik: '0000000000000000' },
      },
      answers: 201,
    },
    {
      summary: 'An archival certificate for an organisation',
      body: {
        service: 'south-kazakhstan-archival-certificate',
        channel: 'portal',
        office: 'south-kazakhstan-archives-shymkent',
        organisation: { bin: '120140090815' },
      },
      answers: 201,
    },
    {
      summary: 'An organisation where the regulation knows people alone',
      body: {
        service: 'south-kazakhstan-unemployed-certificate',
        channel: 'portal',
        office: 'south-kazakhstan-employment-shymkent',
        organisation: { bin: '120140090815' },
      },
      answers: 422,
    },
    {
      summary: 'A service that does not exist',
      body: { service: 'south-kazakhstan-moon', channel: 'portal', office: 'south-kazakhstan-employment-shymkent' },
      answers: 404,
    },
  ],
});

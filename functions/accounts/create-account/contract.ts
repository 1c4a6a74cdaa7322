import * as z from 'zod';
import { endpoint } from '../../../lib/adapters/http/contract.ts';
import { StaffView } from '../../../lib/adapters/http/views/staff-view.ts';
import { Role } from '../../../lib/domain/access/roles.ts';
import { Person } from '../../../lib/domain/identity/account.ts';
import { NewPassword } from '../../../lib/domain/identity/password.ts';

const example = {
  iin: '900101350122',
  fullName: 'Омаров Данияр Серикович',
  password: 'түркістан-жол-картасы',
  role: 'auditor',
  position: 'главный специалист',
};

const { password: _, ...withoutPassword } = example;

export const contract = endpoint({
  route: 'POST /staff',
  tag: 'Identity',
  again: 'told',
  summary: 'Offer somebody a post',
  description:
    'For administrators. `office` names the office or centre that the employee serves; an auditor and an ' +
    'administrator serve none. The password is known to two people: the first sign-in by EDS ends it. ' +
    'The post works from when its holder has accepted it by EDS (`PUT /account/post`); until then they are a citizen. If ' +
    'an EDS has proved whose account it is, they keep everything. If anybody may have registered it, it is replaced: its ' +
    'password is void, and at their first sign-in by EDS they get back what has their EDS. The other administrators are told.',
  body: z.strictObject({
    ...Person.shape,
    password: NewPassword.optional().describe(
      'Valid until the first sign-in by EDS; without it, only an EDS opens the account. Ignored if an EDS has proved the person',
    ),
    role: Role.exclude(['applicant']),
    office: z.string().min(1).max(64).optional(),
    position: z.string().trim().min(2).max(150).describe('The post, as documents name it'),
  }),
  answer: StaffView,
  success: 201,
  refusals: ['account/exists', 'account/office-required'],
  examples: [
    { summary: 'An auditor', body: example, answers: 201 },
    {
      summary: 'An auditor who signs in by EDS alone',
      body: { ...withoutPassword, iin: '850505300120' },
      answers: 201,
    },
    { summary: 'An officer of no office', body: { ...example, role: 'mio-officer' }, answers: 422 },
  ],
});

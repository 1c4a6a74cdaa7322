import * as z from 'zod';
import { endpoint } from '../../../lib/adapters/http/contract.ts';
import { Role } from '../../../lib/domain/access/roles.ts';
import { AccountView, Person } from '../../../lib/domain/identity/account.ts';
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
  summary: "Open an employee's account",
  description:
    'For administrators. `office` names the office or centre that the employee serves; an auditor and an ' +
    'administrator serve none. The password is known to two people: the first sign-in by EDS ends it. ' +
    'If the person has an account as an applicant, it gets the post, and all its sessions end. If an EDS has proved whose ' +
    'it is, they keep their name, contacts and password, and what they have filed. If not, it is replaced: its ' +
    'password is void, and at their first sign-in by EDS they get back what has their EDS.',
  body: z.strictObject({
    ...Person.shape,
    password: NewPassword.optional().describe(
      'Valid until the first sign-in by EDS; without it, only an EDS opens the account. Ignored if an EDS has proved the person',
    ),
    role: Role.exclude(['applicant']),
    office: z.string().min(1).max(64).optional(),
    position: z.string().trim().min(2).max(150).describe('The post, as documents name it'),
  }),
  answer: AccountView,
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

import * as z from 'zod';

/** Who a session acts as: the role of its account, or `applicant`, which everybody may be. Russian terms: docs/glossary.md. */
export const Role = z.enum([
  'applicant',
  'con-operator',
  'mio-officer',
  'mio-head',
  'akim',
  'commission-member',
  'auditor',
  'administrator',
]);
export type Role = z.infer<typeof Role>;

/** What work on requests needs to know of an employee's account; the authorizer passes it on, so it is no more than that. */
export const Holder = z.object({
  id: z.string(),
  iin: z.string(),
  fullName: z.string(),
  role: Role,
  office: z.string().optional(),
  position: z.string().optional(),
  suspended: z.string().optional(),
  mandate: z.object({ from: z.string(), until: z.string(), office: z.string(), by: z.string() }).optional(),
});
export type Holder = z.infer<typeof Holder>;

/** The signed-in caller, as the authorizer hands it to a function. `office` is the office or centre that they serve. */
export const Caller = z.object({
  account: z.string(),
  role: Role,
  session: z.string(),
  office: z.string().optional(),
  /** In a stage where employees must sign in by EDS: that this session began otherwise. */
  unraised: z.literal('unraised').optional(),
});
export type Caller = z.infer<typeof Caller> & {
  /** The caller's account as the authorizer read it a moment ago; absent for citizens (docs/decisions/0052). */
  readonly holder?: Holder;
};

import * as z from 'zod';
import { roleWords } from '../../../domain/access/role-words.ts';
import { Role } from '../../../domain/access/roles.ts';
import { isOn, standsInFor, type Absence } from '../../../domain/identity/absence.ts';
import type { Account } from '../../../domain/identity/account.ts';
import { lastDayOf } from '../../../domain/identity/mandate.ts';
import { dayOf } from '../../../domain/language/dates.ts';
import { zoneOf } from '../../../domain/regulation/zone-of.ts';
import { OfficerView, viewOfficer } from './officer-view.ts';
import { ShownText } from './shown-text.ts';

const Colleague = z.object({ account: z.string(), fullName: z.string() });

export const AbsenceView = z
  .object({
    firstDay: z.iso.date().meta({ description: "By the office's clocks" }),
    lastDay: z.iso.date(),
    now: z.boolean().meta({ description: 'They are away at this moment' }),
    substitute: Colleague,
    unserved: z
      .literal(true)
      .optional()
      .meta({ description: 'The substitute works at the office no more: nobody stands in' }),
  })
  .meta({ id: 'Absence' });

/** Overdue work of one person is counted up to this. */
export const COUNTED = 100;

/** One of the people of an office, as its head sees them: no IIN, no contacts. */
export const PersonView = OfficerView.extend({
  role: Role,
  roleText: ShownText,
  open: z.int().meta({ description: 'Pieces of open work that they have claimed' }),
  overdue: z
    .int()
    .max(COUNTED)
    .meta({ description: `Of these past their due time; ${COUNTED} means so many or more` }),
  absences: z.array(AbsenceView).meta({ description: 'That have not ended, the first one first' }),
  standsInFor: z.array(Colleague).meta({ description: 'Whose work they have at this moment' }),
}).meta({ id: 'Person' });

interface Load {
  readonly open: number;
  readonly overdue: number;
}

interface Office {
  readonly office: string;
  readonly absences: readonly Absence[];
  /** Whether this account works there. */
  readonly serves: (account: string) => boolean;
  readonly now: Date;
}

export const viewPerson = (
  person: Account,
  { open, overdue }: Load,
  { office, absences, serves, now }: Office,
): z.infer<typeof PersonView> => ({
  ...viewOfficer(person, office, now),
  ...{ role: person.role, roleText: roleWords[person.role], open, overdue },
  absences: viewAbsences(absences, person.id, { office, serves, now }),
  standsInFor: standsInFor(absences, person.id, now).map(({ away }) => ({
    account: away.account,
    fullName: away.name,
  })),
});

/** Those of a person that have not ended. */
export const viewAbsences = (
  absences: readonly Absence[],
  account: string,
  { office, serves, now }: Omit<Office, 'absences'>,
): z.infer<typeof AbsenceView>[] =>
  absences
    .filter(({ away, until }) => away.account === account && until > now.toISOString())
    .toSorted((one, other) => (one.from < other.from ? -1 : 1))
    .map((absence) => ({
      firstDay: dayOf(absence.from, zoneOf(office)),
      lastDay: lastDayOf(absence, zoneOf(office)),
      now: isOn(absence, now),
      substitute: { account: absence.substitute.account, fullName: absence.substitute.name },
      ...(!serves(absence.substitute.account) && { unserved: true as const }),
    }));

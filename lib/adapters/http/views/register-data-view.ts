import * as z from 'zod';
import { roleWords } from '../../../domain/access/role-words.ts';
import { Role } from '../../../domain/access/roles.ts';
import { findService, PRESENT } from '../../../domain/regulation/cards.ts';
import { placeName } from '../../../domain/regulation/places.ts';
import { registerNames, tellingRegisters } from '../../../domain/regulation/words.ts';
import { marksOf, wantedIn } from '../../../domain/request/draft/register-data.ts';
import { isDraft, type Request } from '../../../domain/request/request.ts';
import { ShownInstant } from './shown-instant.ts';
import { ShownText } from './shown-text.ts';

const Register = z.enum(tellingRegisters);
const Outcome = z
  .enum(['found', 'absent', 'silent'])
  .meta({ description: '`absent`: it does not know the applicant; `silent`: it did not answer' });

export const RegisterDataView = z
  .object({
    registers: z.array(z.object({ register: Register, name: ShownText })),
    consent: z
      .object({ given: z.boolean(), at: ShownInstant })
      .optional()
      .meta({ description: 'Whether the applicant agrees to be asked about; absent until they say so' }),
    answers: z.array(
      z.object({
        register: Register,
        name: ShownText,
        at: ShownInstant,
        outcome: Outcome,
        silentAt: ShownInstant.optional().meta({
          format: 'date-time',
          description: 'It was asked again and did not answer; what it told before holds',
        }),
      }),
    ),
    marks: z
      .record(
        z.string(),
        z.object({
          entered: z.enum(['register', 'by-hand']),
          register: Register,
          name: ShownText,
          at: ShownInstant,
          outcome: Outcome,
          differs: z.literal(true).optional().meta({ description: 'The register told something else' }),
        }),
      )
      .meta({
        description:
          "By the names of the form's fields, and `applicant/fullName` for a visitor's name: where the value is from",
      }),
    enteredBy: z
      .object({ role: Role, roleText: ShownText, office: z.string().optional() })
      .meta({ description: 'Who filled in by hand what is so marked' }),
  })
  .meta({ id: 'RegisterData' });

/** Of a draft that registers may fill, and of a request in which they were to. */
export function viewRegisterData(request: Request): { registerData?: z.infer<typeof RegisterDataView> } {
  const { registerData, filedBy } = request;
  const service = isDraft(request) ? findService(request.service, PRESENT) : undefined;
  const registers = service ? [...wantedIn(service, request.channel).keys()] : (registerData?.consent.registers ?? []);
  if (registers.length === 0) return {};
  const role = filedBy ? (filedBy.role ?? 'con-operator') : 'applicant';
  const { given, at } = registerData?.consent ?? {};
  const marks = Object.entries(marksOf(request)).map(([field, mark]) => [
    field,
    { ...mark, name: registerNames[mark.register] },
  ]);
  return {
    registerData: {
      registers: registers.map((register) => ({ register, name: registerNames[register] })),
      ...(given !== undefined && at !== undefined && { consent: { given, at } }),
      answers: (registerData?.answers ?? []).map((each) => ({
        ...{ register: each.register, at: each.at, outcome: each.outcome },
        name: registerNames[each.register],
        ...(each.silentAt && { silentAt: each.silentAt }),
      })),
      marks: Object.fromEntries(marks),
      enteredBy: { role, roleText: roleWords[role], ...(filedBy && { office: placeName(filedBy.place) }) },
    },
  };
}

import { isDeepStrictEqual } from 'node:util';
import * as z from 'zod';
import { Power, type Told } from '../../adapters/gateways/gateways.ts';
import { registerAnswers, registries, tellingRegisters } from '../../domain/regulation/words.ts';
import { Bill, type Invoices } from './invoices.ts';
import type { Part } from './spoil.ts';

/** People (by IIN) for whom the answers differ. */
export interface Peculiar {
  /** People that no state register knows. */
  readonly unknown: ReadonlySet<string>;
  /** The powers of attorney that ЕНИС knows; it knows no other. */
  readonly powers: readonly Power[];
  /** What ГБД ФЛ tells of people by IIN; it knows others, and tells nothing of them. */
  readonly people?: ReadonlyMap<string, Told>;
}

/** An address of the stand-ins: whose it is, what may be sent there, and what is answered, also when the part knows nothing, if that differs. */
export interface Address {
  readonly part: Part;
  readonly body: z.ZodType;
  readonly answer: (body: never) => object;
  readonly unknown?: object;
}

const Person = z.looseObject({ iin: z.string() });
const Organisation = z.object({ bin: z.string() });
const Asked = z.strictObject({ iin: z.string(), wanted: z.array(z.enum(registerAnswers)) });
const Numbered = z.object({ number: z.string() });

const address = <Body extends z.ZodType>(
  part: Part,
  body: Body,
  answer: (body: z.output<Body>) => object,
  unknown?: object,
): Address => ({ part, body, answer, ...(unknown && { unknown }) });

/**
 * ГБД ФЛ and the others know everybody, ГБД ЮЛ every organisation, except for the people in `Peculiar`. ЕНИС knows a power of
 * attorney if all that is asked agrees. The payments make an invoice of whatever they are asked for.
 */
export function addressesOf(
  { unknown, powers, people = new Map() }: Peculiar,
  invoices: Invoices,
): ReadonlyMap<string, Address> {
  const absent = { found: false };
  const knowing = registries.map((register): [string, Address] => [
    `/registries/${register}`,
    register === 'enis'
      ? address(register, Power, (asked) => ({ found: powers.some((each) => isDeepStrictEqual(each, asked)) }), absent)
      : register === 'gbd-ul'
        ? address(register, Organisation, () => ({ found: true }), absent)
        : address(register, Person, ({ iin }) => ({ found: !unknown.has(iin) }), absent),
  ]);
  const tell = ({ iin, wanted }: z.output<typeof Asked>) => {
    if (unknown.has(iin)) return absent;
    const known = people.get(iin) ?? {};
    const told = wanted.flatMap((each) => (known[each] === undefined ? [] : [[each, known[each]]]));
    return { found: true, person: Object.fromEntries(told) as Told };
  };
  const telling = tellingRegisters.map((register): [string, Address] => [
    `/registries/${register}/person`,
    address(register, Asked, tell, absent),
  ]);
  return new Map([
    ...knowing,
    ...telling,
    ['/invoices', address('payments', Bill, (bill) => invoices.make(bill))],
    ['/invoices/state', address('payments', Numbered, ({ number }) => invoices.find(number), { state: 'open' })],
  ]);
}

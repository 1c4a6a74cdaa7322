import { openAccounts } from '../../lib/adapters/identity/accounts.ts';
import type { Table } from '../../lib/adapters/dynamo/table.ts';
import type { Role } from '../../lib/domain/access/roles.ts';
import type { Account, Mandate } from '../../lib/domain/identity/account.ts';
import { isRefusal } from '../../lib/domain/problem/problem.ts';
import type { ServiceCard } from '../../lib/domain/regulation/cards.ts';
import type { Worker } from '../../lib/domain/regulation/words.ts';
import { issuePerson } from '../../lib/local/authority/issuer.ts';
import { readIssued } from '../../lib/signing/issued.ts';
import type { PersonRole } from '../../lib/local/authority/profile.ts';
import { systemRandom } from '../../lib/signing/random.ts';
import type { Signer } from '../../lib/signing/signer-info.ts';
import type { SigningKey } from '../../lib/signing/signing-key.ts';
import { addressesOf, validFor } from '../../lib/local/demo/demo-authority.ts';
import { demoBin, demoIin } from '../../lib/local/demo/demo-number.ts';

/** An actor in a case: an account of the platform and a certificate of their own. */
export interface Player {
  readonly account: Account;
  readonly signer: Signer;
  /** Serial number of the certificate. */
  readonly serial: Uint8Array;
}

/** `unknown` is in no state register, `leaver`'s account is closed after they have applied. */
export type Part = 'applicant' | 'unknown' | 'leaver' | Worker;
export type Cast = Readonly<Record<Part, Player>>;

const roles = {
  applicant: ['applicant', 'individual'],
  unknown: ['applicant', 'individual'],
  leaver: ['applicant', 'individual'],
  con: ['con-operator', 'employee'],
  mio: ['mio-officer', 'employee'],
  head: ['mio-head', 'firstHead'],
  akim: ['akim', 'firstHead'],
  commission: ['commission-member', 'employee'],
} as const satisfies Record<Part, readonly [Role, PersonRole]>;

export interface Studio {
  readonly table: Table;
  readonly nca: Signer;
  /** One key for all: certificates distinguish people, and keys take long to make. */
  readonly key: SigningKey;
  readonly start: Date;
}

let born = 0;

/** Each regulation has its own cast, at the places that its directories name. */
export async function makeCast(
  card: ServiceCard,
  { con, akim }: Record<'con' | 'akim', string>,
  studio: Studio,
): Promise<Cast> {
  const office = card.offices[0]?.code ?? '';
  const desk: Partial<Record<Part, string>> = { con, akim, mio: office, head: office, commission: office };
  const made = (Object.keys(roles) as Part[]).map(
    async (part) => [part, await makePlayer(part, desk[part], studio)] as const,
  );
  return Object.fromEntries(await Promise.all(made)) as Record<Part, Player>;
}

/** The officer signs by a mandate of the head. Cases last for months. */
const mandateOf = (office: string, start: Date): Mandate => ({
  ...{ office, by: 'head', from: start.toISOString() },
  until: new Date(start.getTime() + 10 * 366 * 24 * 3600 * 1000).toISOString(),
});

async function makePlayer(part: Part, office: string | undefined, { table, nca, key, start }: Studio): Promise<Player> {
  const [role, certificate] = roles[part];
  born += 1;
  const iin = demoIin(`${1940 + (born % 60)}-04-05`, 'female', Math.floor(born / 60));
  const person = { surname: 'Сынақ', firstName: 'Мысал', patronymic: 'Үлгіқызы', iin };
  const signer = await issuePerson(nca, {
    person: { ...person, ...(certificate !== 'individual' && { organisation: { name: 'СЫНАҚ', bin: demoBin(1) } }) },
    role: certificate,
    addresses: addressesOf('rsa', 'nca'),
    ...validFor(2 * 365, start),
    random: systemRandom,
    key,
  });
  const account = await openAccounts(table).add(
    {
      id: `account-${iin}`,
      iin,
      fullName: 'Сынақ Мысал Үлгіқызы',
      language: 'kk',
      role,
      createdAt: start.toISOString(),
      ...(office !== undefined && { office }),
      ...(office !== undefined && part === 'mio' && { mandate: mandateOf(office, start) }),
    },
    'no password',
  );
  if (isRefusal(account)) throw new Error(`the ${part} is there already`);
  return { account, signer, serial: readIssued(signer.certificate).serial };
}

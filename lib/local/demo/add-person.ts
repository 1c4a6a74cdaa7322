import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Role } from '../../domain/access/roles.ts';
import type { PersonRole } from '../authority/profile.ts';
import { openKeyFile } from '../../signing/pkcs12/open-key-file.ts';
import { systemRandom } from '../../signing/random.ts';
import { signDetached } from '../../signing/sign-detached.ts';
import { call, signIn, signInByEds, UnexpectedAnswer } from '../http/client.ts';
import { forgetBegun, readBegun, writeBegun } from './begun-file.ts';
import { readSigners, replaceFile } from './authority-files.ts';
import { demoFamilies } from './demo-family.ts';
import { demoBin, demoIin } from './demo-number.ts';
import { demoOffices } from './demo-offices.ts';
import { authorityFolder, demoPeople } from './demo.ts';
import { makePerson, type MadePerson } from './make-people.ts';
import { peopleFile, peopleText, type DemoPerson } from './people-file.ts';
import { readRegister, writeRegister } from './register.ts';
import type { RosterEntry } from './roster.ts';

export interface WantedPerson {
  readonly role: Role;
  /** Code of the office, centre or akim that they serve; applicants, auditors and administrators have none. */
  readonly office?: string | undefined;
}

const headed: readonly Role[] = ['mio-head', 'akim'];
/**
 * Numbers of a birth date that the roster leaves free; when they are used up, the next people are born a year later.
 */
const FIRST_PLACE = 30;
const PLACES = 60;

/**
 * Adds one demo person to a running platform: keys certified by the demo authority, an account opened as in a
 * deployment (an applicant registers; the demo administrator offers an employee a post, and they sign for it), and a line in `people.json`.
 * Who is being added is written down first: if that is interrupted, the next call brings it to its end, and adds another person only
 * if somebody else was wanted.
 * @param dir the folder of `people.json`
 * @throws UnexpectedAnswer if the platform refuses the account, for example for an office that is not in the
 * directories
 */
export async function addPerson(wanted: WantedPerson, dir: string, url: string): Promise<DemoPerson> {
  const left = readBegun(dir);
  const adopted = left && (await finish(left, dir, url));
  if (adopted && adopted.role === wanted.role && adopted.office === wanted.office) return adopted;
  const ca = authorityFolder(dir);
  const authorities = { rsa: readSigners(ca, 'rsa'), 'gost-2015': readSigners(ca, 'gost-2015') };
  const begun = await makePerson(entryFor(wanted, demoPeople(dir).length), {
    ...{ dir, authorities, now: new Date(), random: systemRandom },
  });
  writeBegun(dir, begun);
  return finish(begun, dir, url);
}

/** Every step may be repeated. */
async function finish({ person, serials }: MadePerson, dir: string, url: string): Promise<DemoPerson> {
  const people = demoPeople(dir);
  // The authority has to know the certificates before anybody asks about them.
  const ca = authorityFolder(dir);
  for (const family of demoFamilies) {
    const register = readRegister(ca, family);
    writeRegister(ca, family, { ...register, issued: [...new Set([...register.issued, ...serials[family]])] });
  }
  await openAccount(url, person, people, dir).catch((error: unknown) => {
    if (!(error instanceof UnexpectedAnswer)) throw error;
    if (error.code === 'account/exists') return;
    // Nothing was opened, and nobody waits to be finished.
    if (error.status === 422) forgetBegun(dir);
    throw error;
  });
  if (person.role !== 'applicant') await acceptPost(url, person, dir);
  const isNamed = people.some(({ iin }) => iin === person.iin);
  if (!isNamed) replaceFile(peopleFile(dir), peopleText([...people, person]), 0o600);
  forgetBegun(dir);
  return person;
}

function entryFor({ role, office }: WantedPerson, count: number): RosterEntry {
  const citizen = role === 'applicant';
  const certificateRole: PersonRole = citizen ? 'individual' : headed.includes(role) ? 'firstHead' : 'employee';
  const organisation = {
    name: `ДЕМО: ${office ?? 'акимат'}`,
    bin: demoOffices[office ?? ''] ?? demoBin(100 + count),
    ...(office && { code: office }),
  };
  return {
    slug: `${role}-${count}`,
    ...{ role, certificateRole, surname: 'Демо', firstName: 'Қосымша', patronymic: 'Үлгіұлы' },
    iin: demoIin(`${1960 + Math.floor(count / PLACES)}-05-04`, 'male', FIRST_PLACE + (count % PLACES)),
    language: 'ru',
    ...(!citizen && { organisation, position: `${role} (демо)` }),
  };
}

async function openAccount(url: string, person: DemoPerson, people: readonly DemoPerson[], dir: string): Promise<void> {
  const { iin, name: fullName, password, email, language, role, office, position } = person;
  const account = { iin, fullName, password, email, language };
  if (role === 'applicant') return call(url, 'POST', '/accounts', account);
  const administrator = people.find((each) => each.role === 'administrator');
  if (!administrator) throw new Error('the demo has no administrator');
  const entered = await signInByEds(url, keyOf(administrator, 'authKeyFile', dir));
  await entered.send('POST', '/staff', { ...account, role, office, position });
}

/** Signs as the person does with one of their key files. */
const keyOf = (person: DemoPerson, file: 'keyFile' | 'authKeyFile', dir: string) => async (content: Uint8Array) => {
  const { signers } = await openKeyFile(readFileSync(join(dir, person[file])), person.keyPassword);
  return signDetached(content, signers[0], new Date());
};

/** A post works when its holder has signed for it. The password that the administrator knew ends then; they set it again themselves, entering by EDS. */
async function acceptPost(url: string, person: DemoPerson, dir: string): Promise<void> {
  const enter = () => signInByEds(url, keyOf(person, 'authKeyFile', dir));
  const holder = await signIn(url, person).catch((error: unknown) => {
    // The password has ended: the post was accepted before this was interrupted.
    if (error instanceof UnexpectedAnswer && error.status === 401) return enter();
    throw error;
  });
  const { content } = await holder.get<{ content?: string }>('/account/post');
  if (content !== undefined) {
    const cms = await keyOf(person, 'keyFile', dir)(Buffer.from(content, 'base64'));
    await holder.send('PUT', '/account/post', { cms: Buffer.from(cms).toString('base64') });
  }
  const entered = await enter();
  await entered.send('PUT', '/account/password', { newPassword: person.password });
}

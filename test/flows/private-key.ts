import { readSigners } from '../../lib/local/demo/authority-files.ts';
import { demoFamilies } from '../../lib/local/demo/demo-family.ts';
import { authorityFolder } from '../../lib/local/demo/demo.ts';
import { makePerson } from '../../lib/local/demo/make-people.ts';
import type { DemoPerson } from '../../lib/local/demo/people-file.ts';
import { readRegister, writeRegister } from '../../lib/local/demo/register.ts';
import type { RosterEntry } from '../../lib/local/demo/roster.ts';
import { systemRandom } from '../../lib/signing/random.ts';

/** The employee with the keys of a private person, which the demo authority has just certified: they apply in their own name. */
export async function withPrivateKeys(employee: DemoPerson, dir: string): Promise<DemoPerson> {
  const ca = authorityFolder(dir);
  const [surname = '', firstName = '', patronymic = ''] = employee.name.split(' ');
  const entry: RosterEntry = {
    ...({ slug: `private-${employee.iin}`, role: 'applicant', certificateRole: 'individual' } as const),
    ...{ surname, firstName, patronymic, iin: employee.iin, language: employee.language },
  };
  const { person, serials } = await makePerson(entry, {
    authorities: { rsa: readSigners(ca, 'rsa'), 'gost-2015': readSigners(ca, 'gost-2015') },
    ...{ dir, now: new Date(), random: systemRandom },
  });
  for (const family of demoFamilies) {
    const register = readRegister(ca, family);
    writeRegister(ca, family, { ...register, issued: [...register.issued, ...serials[family]] });
  }
  const { keyFile, authKeyFile, gostKeyFile, keyPassword } = person;
  return { ...employee, keyFile, authKeyFile, gostKeyFile, keyPassword };
}

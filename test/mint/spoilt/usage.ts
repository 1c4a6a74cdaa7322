import { certificatePolicies, extendedKeyUsage, keyUsage } from '../../../lib/local/authority/extension.ts';
import { distinguishedName, personDistinguishedName } from '../../../lib/local/authority/name.ts';
import { purposes } from '../../../lib/local/authority/profile.ts';
import { bin, iin } from '../blueprint.ts';
import type { Blueprint } from '../plans.ts';
import { failing, harmless, type Spoil } from '../spoil.ts';

const usages: readonly Spoil[] = [
  failing('a key that may not bind its owner', 'key-usage/usage-wrong', (b) => {
    b.person.extensions.set('keyUsage', keyUsage('digitalSignature', 'keyEncipherment'));
  }),
  failing('a key that says nothing of its use', 'key-usage/usage-missing', (b) => {
    b.person.extensions.delete('keyUsage');
  }),
  failing('a key to sign in with that may not sign challenges', 'key-usage/usage-wrong', (b) => {
    b.expected = { iin, purpose: 'authentication' };
    b.person.extensions.set('keyUsage', keyUsage('nonRepudiation'));
  }),
  failing('an authentication certificate for a signature', 'extended-key-usage/usage-wrong', (b) => {
    b.person.extensions.set('extendedKeyUsage', extendedKeyUsage([purposes.clientAuthentication, purposes.individual]));
  }),
  failing('a certificate without extended key usage', 'extended-key-usage/usage-missing', (b) => {
    b.person.extensions.delete('extendedKeyUsage');
  }),
  failing('a certificate for timestamps', 'extended-key-usage/usage-wrong', (b) => {
    b.person.extensions.set('extendedKeyUsage', extendedKeyUsage([purposes.timeStamping]));
  }),
  harmless('an authentication certificate to sign in with', (b) => {
    b.expected = { iin, purpose: 'authentication' };
    b.person.extensions.set('extendedKeyUsage', extendedKeyUsage([purposes.clientAuthentication, purposes.individual]));
  }),
  failing('a policy of nobody', 'certificate-policy/policy-wrong', (b) => {
    b.person.extensions.set('certificatePolicies', certificatePolicies('1.2.398.3.3.20'));
  }),
  harmless('a policy of nobody where the profile asks for none', (b) => {
    b.person.extensions.set('certificatePolicies', certificatePolicies('1.2.398.3.3.20'));
    b.profile = { ...b.profile, policyArcs: [] };
  }),
  harmless('a policy of one of two authorities that the profile names', (b) => {
    b.person.extensions.set('certificatePolicies', certificatePolicies('1.2.398.3.3.20'));
    b.profile = { ...b.profile, policyArcs: [...b.profile.policyArcs, '1.2.398.3.3.20'] };
  }),
  failing('no policy', 'certificate-policy/policy-wrong', (b) => {
    b.person.extensions.delete('certificatePolicies');
  }),
];

const named = { surname: 'Демо', firstName: 'Азамат', iin };

/** Makes the person sign in the name of an organisation. */
function employ(b: Blueprint, role: 'employee' | 'rightToSign' | 'firstHead'): void {
  b.person.subject = personDistinguishedName({ ...named, organisation: { name: 'ДЕМО', bin } });
  useFor(b, purposes.organisation, purposes[role]);
}

/** Says what the person's signing certificate is for besides. */
function useFor(b: Blueprint, ...more: readonly string[]): void {
  b.person.extensions.set('extendedKeyUsage', extendedKeyUsage([purposes.emailProtection, ...more]));
}

const another = '900315390214';

const persons: readonly Spoil[] = [
  failing('no IIN', 'person-number/iin-missing', (b) => {
    b.person.subject = distinguishedName(['commonName', 'ДЕМО АЗАМАТ'], ['country', 'KZ']);
  }),
  failing('a serial number that is no IIN', 'person-number/iin-missing', (b) => {
    b.person.subject = distinguishedName(['commonName', 'ДЕМО'], ['serialNumber', `BIN${iin}`]);
  }),
  failing('an IIN of eleven digits', 'person-number/iin-missing', (b) => {
    b.person.subject = distinguishedName(['commonName', 'ДЕМО'], ['serialNumber', `IIN${iin.slice(1)}`]);
  }),
  failing('two IINs', 'person-number/iin-missing', (b) => {
    b.person.subject = distinguishedName(['serialNumber', `IIN${iin}`], ['serialNumber', `IIN${another}`]);
  }),
  failing("another's IIN", 'person-matches/iin-differs', (b) => {
    b.expected = { iin: another };
  }),
  failing('the IIN in the common name alone', 'person-number/iin-missing', (b) => {
    b.person.subject = distinguishedName(['commonName', `IIN${iin}`], ['country', 'KZ']);
  }),
  failing('a BIN wanted and none there', 'organisation-matches/bin-missing', (b) => {
    b.expected = { iin, bin };
  }),
  failing("another organisation's BIN", 'organisation-matches/bin-differs', (b) => {
    employ(b, 'employee');
    b.expected = { iin, bin: '120140900200' };
  }),
  failing('an employee in the place of the head', 'role/role-missing', (b) => {
    employ(b, 'employee');
    b.expected = { iin, bin, role: 'first-head' };
  }),
  failing('a citizen in the place of an employee', 'role/role-missing', (b) => {
    b.expected = { iin, role: 'employee' };
  }),
  failing('an employee in the place of a citizen', 'role/individual-needed', (b) => {
    employ(b, 'employee');
    b.expected = { iin, role: 'individual' };
  }),
  failing('an employee where the organisation needs its head', 'role/no-right-to-sign', (b) => {
    employ(b, 'employee');
    b.expected = { iin, bin, role: 'organisation', oneOf: ['first-head', 'right-to-sign'] };
  }),
  failing('a role of an organisation that nobody knows', 'role/no-right-to-sign', (b) => {
    employ(b, 'firstHead');
    useFor(b, `${purposes.organisation}.9`);
    b.expected = { iin, bin, role: 'organisation', oneOf: ['first-head', 'right-to-sign'] };
  }),
  failing('an organisation’s certificate without any role', 'role/no-right-to-sign', (b) => {
    employ(b, 'firstHead');
    useFor(b, purposes.organisation);
    b.expected = { iin, bin, oneOf: ['first-head'] };
  }),
  failing(
    'a role that nobody knows, without a BIN, where a person signs for themselves',
    'role/individual-needed',
    (b) => {
      useFor(b, `${purposes.organisation}.9`);
      b.expected = { iin, role: 'individual' };
    },
  ),
  failing('two BINs where a person signs for themselves', 'role/individual-needed', (b) => {
    b.person.subject = distinguishedName(
      ['serialNumber', `IIN${iin}`],
      ['organisationalUnit', `BIN${bin}`],
      ['organisationalUnit', 'BIN120140900200'],
    );
    b.expected = { iin, role: 'individual' };
  }),
  failing('a private person where the organisation signs', 'role/organisation-needed', (b) => {
    b.expected = { iin, role: 'organisation' };
  }),
  harmless('somebody with the right to sign in the name of the organisation', (b) => {
    employ(b, 'rightToSign');
    b.expected = { iin, bin, role: 'organisation', oneOf: ['first-head', 'right-to-sign'] };
  }),
  harmless('the head in the name of his organisation', (b) => {
    employ(b, 'firstHead');
    b.expected = { iin, bin, role: 'first-head' };
  }),
  failing('a co-signer without the applicant', 'applicant-signed/applicant-missing', (b) => {
    b.expected = { iin: another, coSigners: [iin] };
  }),
];

export const usageSpoils: readonly Spoil[] = [...usages, ...persons];

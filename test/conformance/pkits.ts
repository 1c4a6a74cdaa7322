import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** NIST's path-validation suite, converted to one JSON; it is beside the repository and not part of it. */
const suite = join(import.meta.dirname, '../../../shared/pkits');
export const isPkitsThere = existsSync(join(suite, 'cases.json'));

export interface PkitsCase {
  readonly number: string;
  readonly title: string;
  /** DER: the anchor first, the target last. */
  readonly certificates: readonly Uint8Array[];
  readonly crls: readonly Uint8Array[];
  readonly valid: boolean;
  /** Dotted OIDs; empty: any. */
  readonly initialPolicySet: readonly string[];
  readonly initialExplicitPolicy: boolean;
  readonly initialPolicyMappingInhibit: boolean;
  readonly initialInhibitAnyPolicy: boolean;
}

type Flags = Pick<
  PkitsCase,
  'number' | 'title' | 'valid' | 'initialExplicitPolicy' | 'initialPolicyMappingInhibit' | 'initialInhibitAnyPolicy'
>;
type Listed = Flags & Readonly<Record<'certs' | 'crls' | 'initialPolicySet', readonly string[]>>;

export const pkitsAt = '2011-04-15T00:00:00Z';

const read = (folder: string, name: string): Uint8Array => readFileSync(join(suite, folder, name));
const policyOid = (name: string): string => name.replace('NIST-test-policy-', '2.16.840.1.101.3.2.1.48.');

/** Its 249 cases; none if it is not there. */
export const readPkits = (): readonly PkitsCase[] => {
  if (!isPkitsThere) return [];
  const { cases } = JSON.parse(readFileSync(join(suite, 'cases.json'), 'utf8')) as { cases: readonly Listed[] };
  return cases.map(({ certs, crls, initialPolicySet, ...flags }) => ({
    ...flags,
    certificates: certs.map((name) => read('certs', `${name}.crt`)),
    crls: crls.map((name) => read('crls', `${name}.crl`)),
    initialPolicySet: initialPolicySet.filter((name) => name !== 'anyPolicy').map(policyOid),
  }));
};

const base64 = (der: Uint8Array): string => Buffer.from(der).toString('base64');

/** A case as `eds path` takes it. */
export const pathLineOf = ({ certificates, crls, ...flags }: PkitsCase) => ({
  ...flags,
  certs: certificates.map(base64),
  crls: crls.map(base64),
  at: pkitsAt,
});

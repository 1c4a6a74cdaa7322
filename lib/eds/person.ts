import { attributeValues } from './name.ts';
import { oids } from './oid.ts';
import type { SignerIdentity, SignerRole } from './report.ts';
import type { Certificate } from './x509/certificate.ts';

const rolePurposes: Readonly<Record<SignerRole, string>> = {
  'first-head': '1.2.398.3.3.4.1.2.1',
  'right-to-sign': '1.2.398.3.3.4.1.2.2',
  financial: '1.2.398.3.3.4.1.2.3',
  personnel: '1.2.398.3.3.4.1.2.4',
  employee: '1.2.398.3.3.4.1.2.5',
};
const allRoles = Object.keys(rolePurposes) as SignerRole[];

/**
 * Who the owner is according to the certificate: IIN from serialNumber `IIN` + 12 digits, BIN from OU `BIN` + 12
 * digits, roles from the extended key usage; any usage in the arc of organisations is one of an organisation, known or not. Check digits are not checked: the authority's own test people have wrong
 * ones, and the signature vouches for the number. If a number occurs twice with different values, it identifies nobody
 * and is left out.
 */
export function readSignerIdentity({ subject, extensions }: Certificate): SignerIdentity {
  const purposes = extensions.extendedKeyUsage ?? new Set<string>();
  const iin = onlyNumber(/^IIN(\d{12})$/u, attributeValues(subject, oids.attribute.serialNumber));
  const units = attributeValues(subject, oids.attribute.organisationalUnit);
  const bin = onlyNumber(/^BIN(\d{12})$/u, units);
  const commonName = attributeValues(subject, oids.attribute.commonName)[0];
  const givenName = attributeValues(subject, oids.attribute.givenName)[0];
  const organisation = attributeValues(subject, oids.attribute.organisation)[0];
  const roles = allRoles.filter((role) => purposes.has(rolePurposes[role]));
  const isForOrganisation = [...purposes].some((purpose) => `${purpose}.`.startsWith(`${oids.owner.organisation}.`));
  // Two BINs identify no organisation, and yet the certificate is no private person's.
  const belongsToOrganisation = isForOrganisation || units.some((unit) => unit.startsWith('BIN'));
  return {
    ...(iin !== undefined && { iin }),
    ...(bin !== undefined && { bin }),
    ...(commonName !== undefined && { commonName }),
    ...(givenName !== undefined && { givenName }),
    ...(organisation !== undefined && { organisation }),
    kind: belongsToOrganisation ? 'organisation' : 'individual',
    roles,
  };
}

function onlyNumber(form: RegExp, values: readonly string[]): string | undefined {
  const [number, ...others] = values.flatMap((value) => form.exec(value)?.[1] ?? []);
  return others.every((other) => other === number) ? number : undefined;
}

import { fromBase64 } from '../bytes.ts';
import { EdsRefusal } from '../refusal.ts';
import type { Certificate } from '../x509/certificate.ts';
import { EdsCache } from './cache.ts';
import { validatePath } from './validate-path.ts';

/** One line of `eds path`: only path validation, without policy on algorithms. */
export interface PathLine {
  /**
   * Base64 of DER: the anchor first, the target last; between them, in any order, other certificates that may be
   * needed.
   */
  readonly certs: readonly string[];
  readonly crls: readonly string[];
  /** ISO 8601. */
  readonly at: string;
  readonly initialPolicySet?: readonly string[];
  readonly initialExplicitPolicy?: boolean;
  readonly initialPolicyMappingInhibit?: boolean;
  readonly initialInhibitAnyPolicy?: boolean;
}

export interface PathAnswer {
  readonly valid: boolean;
  /** `path-valid`, or why not: a check, its problem or a refusal. */
  readonly code: string;
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const refuseUnless = (condition: boolean): void => {
  if (!condition) throw new EdsRefusal('input-malformed');
};

const isTexts = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.every((item) => typeof item === 'string');

const readTexts = (value: unknown): readonly string[] => {
  if (!isTexts(value)) throw new EdsRefusal('input-malformed');
  return value;
};

const readFlag = (value: unknown): boolean => {
  refuseUnless(value === undefined || typeof value === 'boolean');
  return value === true;
};

const oidShape = /^[0-2](?:\.(?:0|[1-9]\d*))+$/u;

/** Policies by OID. `anyPolicy` may be given by name, and an absent or empty set means it. */
const readPolicySet = (value: unknown): readonly string[] => {
  const policies = value === undefined ? [] : readTexts(value);
  const oids = policies.map((policy) => (policy === 'anyPolicy' ? '2.5.29.32.0' : policy));
  refuseUnless(oids.every((oid) => oidShape.test(oid)));
  return oids;
};

const readInstant = (value: unknown): Date => {
  const instant = typeof value === 'string' ? new Date(value) : new Date(Number.NaN);
  refuseUnless(!Number.isNaN(instant.getTime()));
  return instant;
};

const decodeBase64 = (text: string): Uint8Array => {
  refuseUnless(/^[A-Za-z0-9+/\s]+={0,2}\s*$/u.test(text));
  return fromBase64(text);
};

const answer = (line: unknown): PathAnswer => {
  if (!isRecord(line)) throw new EdsRefusal('input-malformed');
  const cache = new EdsCache();
  const certificates: readonly Certificate[] = readTexts(line['certs']).map((text) =>
    cache.certificate(decodeBase64(text)),
  );
  const [anchor, ...rest] = certificates;
  const target = rest.at(-1);
  if (anchor === undefined || target === undefined) return { valid: false, code: 'path-empty' };
  const crls = readTexts(line['crls'] ?? []).map((text) => cache.crl(decodeBase64(text)));
  const { valid, code } = validatePath({
    target,
    candidates: rest.slice(0, -1),
    anchors: [anchor],
    at: readInstant(line['at']),
    crls,
    policy: {
      initialPolicySet: readPolicySet(line['initialPolicySet']),
      initialExplicitPolicy: readFlag(line['initialExplicitPolicy']),
      initialPolicyMappingInhibit: readFlag(line['initialPolicyMappingInhibit']),
      initialInhibitAnyPolicy: readFlag(line['initialInhibitAnyPolicy']),
    },
    revocation: 'required',
  });
  return { valid: valid === 'passed', code };
};

/** Answers one parsed JSON line, whatever it is: malformed input gets an answer, too, never an error. */
export const answerPathLine = (line: unknown): PathAnswer => {
  try {
    return answer(line);
  } catch (error) {
    if (error instanceof EdsRefusal) return { valid: false, code: error.code };
    throw error;
  }
};

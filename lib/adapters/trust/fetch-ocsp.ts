import { randomBytes } from 'node:crypto';
import { attempt } from '../../eds/attempt.ts';
import { hasNonce, readOcspAnswer, type OcspAnswer } from '../../eds/ocsp/answer.ts';
import { makeOcspRequest } from '../../eds/ocsp/cert-id.ts';
import { parseOcspResponse } from '../../eds/ocsp/response.ts';
import type { OcspSubject } from '../../eds/verify/ocsp-subjects.ts';
import { Work } from '../../eds/work.ts';
import { parseCertificate } from '../../eds/x509/certificate.ts';
import { logEvent } from '../log.ts';
import { fetchOctets } from './fetch-octets.ts';

export interface OcspOptions {
  /** The timeout of a responder; short, because a person waits for the answer. */
  readonly seconds?: number;
  /** The national responder's answers have about 2,000 bytes. */
  readonly bytes?: number;
  readonly newNonce?: () => Uint8Array;
  /** Asks each time, and only remembers who is silent: for a status that must be later than a timestamp. */
  readonly fresh?: boolean;
}

/** DER of the answers about these certificates, as many as responders returned. Never fails. */
export type AskOcsp = (subjects: readonly OcspSubject[], now: Date) => Promise<readonly Uint8Array[]>;

/** The longest time (milliseconds) to use an answer again, whatever its nextUpdate, so that revocations are noticed. */
const longestKept = 3_600_000;
/** Milliseconds for which a silent responder is not asked, so that it does not delay everybody. */
const silenceKept = 60_000;
const mostKept = 1000;

interface Kept {
  readonly der: Uint8Array | undefined;
  readonly until: number;
}

/**
 * Asks the responders of `sources` and no other address, in particular not the one that a certificate names. An answer
 * counts if it has the question's nonce (RFC 8954), so that an old one cannot be replayed, and if its responder is
 * entitled by the issuer; the core checks it again. Silence is logged and is no answer: then the lists decide.
 */
export function openOcsp(sources: readonly string[], options: OcspOptions = {}): AskOcsp {
  const { seconds = 3, bytes = 64 * 1024, newNonce = () => randomBytes(32), fresh = false } = options;
  const kept = new Map<string, Kept>();

  async function askSource(source: string, subject: OcspSubject, signal: AbortSignal) {
    const nonce = newNonce();
    const body = makeOcspRequest(subject.certificate, subject.issuer, nonce);
    const der = await fetchOctets(source, {
      seconds,
      bytes,
      signal,
      post: { type: 'application/ocsp-request', body },
    });
    const answer = der && readUsable(der, subject, nonce);
    if (!answer) throw new Error(der && isUnauthorized(der) ? otherIssuer : 'no usable answer');
    return { der, until: endOf(answer) };
  }

  /** Responders serve different issuers, and only they know which: the first answer counts. */
  async function askAll(subject: OcspSubject, now: number): Promise<Kept> {
    const enough = new AbortController();
    const asked = sources.map((source) => askSource(source, subject, enough.signal));
    const answer = await Promise.any(asked).catch((error: AggregateError) => error);
    enough.abort();
    if (answer instanceof AggregateError) {
      if (!answer.errors.every((error: Error) => error.message === otherIssuer))
        logEvent('trust/ocsp-silent', { issuer: subject.issuer.fingerprint });
      return { der: undefined, until: now + silenceKept };
    }
    // Without nextUpdate newer information is always available (RFC 6960 4.2.2.1), so ask again.
    return { der: answer.der, until: Math.min(answer.until, now + longestKept) };
  }

  async function ask(subject: OcspSubject, now: number): Promise<Uint8Array | undefined> {
    const name = `${subject.issuer.fingerprint} ${subject.certificate.fingerprint}`;
    const before = kept.get(name);
    if (before && now < before.until && !(fresh && before.der)) return before.der;
    const found = await askAll(subject, now);
    kept.delete(name);
    kept.set(name, found);
    const [oldest] = kept.keys();
    if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest);
    return found.der;
  }

  return async (subjects, now) => {
    if (sources.length === 0) return [];
    const answers = await Promise.all(subjects.map((subject) => ask(subject, now.getTime())));
    return answers.flatMap((der) => der ?? []);
  };
}

/** RFC 6960 2.3: the responder does not serve this issuer, which is no failure. */
const otherIssuer = 'unauthorized';
const unauthorized = Uint8Array.of(0x30, 3, 0x0a, 1, 6);
const isUnauthorized = (der: Uint8Array) => Buffer.compare(der, unauthorized) === 0;

function readUsable(der: Uint8Array, { certificate, issuer }: OcspSubject, nonce: Uint8Array) {
  const response = attempt(() => parseOcspResponse(der));
  if (!response || !hasNonce(response, nonce)) return undefined;
  const brought = response.certificates.flatMap((each) => attempt(() => parseCertificate(each)) ?? []);
  const answer = readOcspAnswer(response, certificate, issuer, brought, new Work());
  return typeof answer === 'string' || !answer.responder.usable ? undefined : answer;
}

/** The earliest nextUpdate in the answer; 0 if one is missing. */
const endOf = ({ answered }: OcspAnswer): number =>
  Math.min(...answered.map(({ nextUpdate }) => nextUpdate?.getTime() ?? 0));

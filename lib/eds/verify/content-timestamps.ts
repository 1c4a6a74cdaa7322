import { attempt } from '../attempt.ts';
import { cmsOids } from '../cms/oids.ts';
import type { SignerInfo } from '../cms/signer-info.ts';
import type { DerNode } from '../der.ts';
import { isoTime } from '../iso-time.ts';
import type { Message } from '../message.ts';
import type { Check } from '../report.ts';
import type { ProblemCode } from '../report-codes.ts';
import { parseTimestampToken } from '../tsp/timestamp-token.ts';
import { check, failed, passed } from './check.ts';
import type { Context } from './context.ts';
import { mostTokens } from './timestamp.ts';
import { imprintReason, verifyToken, type Stamped } from './token.ts';

/** Problems that make one wrong, rather than only of no use here. */
const wrongs: ReadonlySet<unknown> = new Set<ProblemCode>([
  'imprint-differs',
  'digest-differs',
  'signature-invalid',
  'certificate-hash-differs',
  'time-in-future',
]);

/**
 * Content timestamps (EN 319 122-1 5.2.8): the content existed before it was signed. No verdict rests on that. So one that
 * is wrong, or later than the signature, fails it; one whose authority is unknown here is named and decides nothing.
 *
 * @param signedBy the time of a timestamp of the signature, if there is one
 */
export function checkContentTimestamps(
  { signedAttributes = [] }: SignerInfo,
  content: Message | undefined,
  signedBy: Date | undefined,
  context: Context,
): readonly Check[] {
  const attributes = signedAttributes.filter(({ oid }) => oid === cmsOids.contentTimestamp);
  const values = attributes.flatMap((each) => each.values);
  if (values.length > mostTokens) return [failed('content-timestamp', 'timestamps-too-many')];
  return content === undefined ? [] : values.map((value) => checkOne(value, content, signedBy, context));
}

function checkOne({ raw }: DerNode, content: Message, signedBy: Date | undefined, context: Context): Check {
  context.work.budget.read(raw.length);
  const token = attempt(() => parseTimestampToken(raw));
  if (token === undefined) return failed('content-timestamp', 'timestamp-malformed');
  const { genTime } = token.info;
  const detail = { time: isoTime(genTime) };
  const clocks = context.profile.clockSkew * 1000;
  if (signedBy && genTime.getTime() > signedBy.getTime() + clocks)
    return failed('content-timestamp', 'timestamp-order', { detail });
  const stamped: Stamped = (digest) => content.digestBy(digest, context.work.budget);
  if (imprintReason(token, stamped, context) === 'imprint-differs')
    return failed('content-timestamp', 'imprint-differs', { detail });
  const { checks } = verifyToken(token, stamped, context);
  const open = checks.filter(({ status }) => status === 'failed' || status === 'indeterminate');
  const isWrong = (each: Check) => wrongs.has(each.detail?.['problem']);
  const [worst] = [...open.filter(isWrong), ...open];
  if (worst === undefined) return passed('content-timestamp', { detail });
  const facts = { subject: worst.subject, detail: { ...detail, check: worst.code, ...worst.detail } };
  return check('content-timestamp', isWrong(worst) ? 'failed' : 'not-checked', facts);
}

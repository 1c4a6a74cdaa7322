import { enumerated, generalizedTime } from '../../../lib/signing/der-writer.ts';
import type { Revocation } from '../../../lib/local/authority/crl.ts';
import { extension } from '../../../lib/local/authority/extension.ts';
import { answered, listOf, stamped } from '../additions.ts';
import { at, day, minute } from '../blueprint.ts';
import type { Blueprint } from '../plans.ts';
import { failing, harmless, open, type Spoil } from '../spoil.ts';

/** The list counts only against the responder: it is older than the person's certificate. */
const older = 'certificate-not-revoked/crl-older-than-certificate';
const distrusted = 'certificate-not-revoked/key-distrusted';

/** A timestamp that is five days old, whose authority has been revoked for two days. */
function revokedSince(b: Blueprint, { reason, more = [] }: Pick<Revocation, 'reason' | 'more'>): void {
  stamped(b).genTime = at(-5 * day);
  listOf(b).thisUpdate = at(-60 * minute);
  listOf(b).revoked = [{ serial: b.tsa.serial, at: at(-2 * day), ...(reason && { reason }), more }];
}

const written = (code: number): Uint8Array => extension('2.5.29.21', enumerated(code));

const reasons: readonly Spoil[] = Array.from({ length: 12 }, (_, code) =>
  [0, 3, 4, 5].includes(code)
    ? harmless(`a timestamp whose authority is revoked since for reason ${code}`, (b) =>
        revokedSince(b, { more: [written(code)] }),
      )
    : failing(`a timestamp whose authority is revoked since for reason ${code}`, distrusted, (b) =>
        revokedSince(b, { more: [written(code)] }),
      ),
);

const timestamps: readonly Spoil[] = [
  ...reasons,
  failing('a timestamp whose authority is revoked since for no reason', distrusted, (b) => revokedSince(b, {})),
  failing(
    'a timestamp whose authority is superseded since, and was lost before it',
    'certificate-not-revoked/certificate-revoked',
    (b) => {
      const more = [extension('2.5.29.24', generalizedTime(at(-6 * day)))];
      revokedSince(b, { reason: 'superseded', more });
    },
  ),
  failing(
    'a backdated timestamp of a revoked signer by a lost key',
    [distrusted, 'certificate-not-revoked/certificate-revoked'],
    (b) => {
      revokedSince(b, { reason: 'keyCompromise' });
      listOf(b).revoked.push({ serial: b.person.serial, at: at(-day), reason: 'keyCompromise' });
    },
  ),
  failing('a timestamp far ahead that is not sure of its own clock', 'timestamp-time/time-in-future', (b) => {
    stamped(b).genTime = at(12 * 60 * minute);
    stamped(b).more.push(Uint8Array.of(0x30, 5, 0x02, 3, 1, 0x51, 0x80));
  }),
];

/** An answer about the person from two hours ago, whose responder has been revoked for an hour. */
function responderRevokedSince(b: Blueprint, reason: Revocation['reason']): void {
  const list = listOf(b);
  b.person.notBefore = at(-day);
  Object.assign(answered(b), { thisUpdate: at(-120 * minute), producedAt: at(-120 * minute) });
  list.revoked = [{ serial: b.ocspResponder.serial, at: at(-60 * minute), ...(reason && { reason }) }];
  list.nextUpdate = at(5 * day);
  b.ncaCrl = list;
}

const responders: readonly Spoil[] = [
  open('an answer whose responder is revoked since for a lost key', older, (b) =>
    responderRevokedSince(b, 'keyCompromise'),
  ),
  open('an answer whose responder is revoked since for no reason', older, (b) => responderRevokedSince(b, undefined)),
  harmless('an answer whose responder is superseded since', (b) => responderRevokedSince(b, 'superseded')),
];

export const vouchersWeighedSpoils: readonly Spoil[] = [...timestamps, ...responders];

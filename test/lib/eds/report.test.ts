import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { collectEvidence } from '../../../lib/eds/evidence.ts';
import type { EdsReport, SignerReport } from '../../../lib/eds/report.ts';
import { reportSchema } from '../../../lib/eds/report-schema.ts';
import { describeReport } from '../../../lib/eds/report-text.ts';
import { verifyEds, type EdsInput } from '../../../lib/eds/verify.ts';
import { oid, sequence, setOf, tagged } from '../../../lib/signing/der-writer.ts';
import { signatureTimestamp } from '../../../lib/signing/signer-info.ts';
import { answered, coSigned, listOf, stamped } from '../../mint/additions.ts';
import { at, day, iin, makeBlueprint, minute, now } from '../../mint/blueprint.ts';
import { mintCertificate } from '../../mint/mint-certificate.ts';
import { mintTimestamp } from '../../mint/mint-timestamp.ts';
import { mint } from '../../mint/mint.ts';
import type { Blueprint } from '../../mint/plans.ts';
import { makeWorld } from '../../mint/world.ts';

const world = await makeWorld('ecdsa');
const good = () => makeBlueprint(world);
const sha256 = (der: Uint8Array) => createHash('sha256').update(der).digest('hex');
const spoilt = (spoil: (blueprint: Blueprint) => unknown): Blueprint => {
  const blueprint = good();
  spoil(blueprint);
  return blueprint;
};
const report = (spoil: (blueprint: Blueprint) => unknown, more: Partial<EdsInput> = {}): EdsReport =>
  verifyEds({ ...mint(spoilt(spoil)), ...more });
const codes = ({ signers }: EdsReport) => signers[0]?.checks.map(({ code, status }) => `${code} ${status}`);

describe('a report', () => {
  it('says everything known about the signer, and which certificate a check is about', () => {
    const blueprint = good();
    const person = sha256(mintCertificate(blueprint.person));
    const nca = sha256(mintCertificate(blueprint.nca));
    const { signers, ...whole } = verifyEds(mint(blueprint));
    expect(whole).toEqual({ verdict: 'passed', profile: 'kz-nca', checks: expect.any(Array) });
    expect(whole.checks.map(({ code, status, detail }) => [code, status, detail])).toEqual([
      ['cms-form', 'passed', undefined],
      ['signers-present', 'passed', { signers: 1 }],
      ['content', 'passed', { attached: 'yes' }],
    ]);
    const [{ checks, ...signer } = { checks: [] }, ...others] = signers;
    expect(others).toEqual([]);
    expect(signer).toEqual({
      verdict: 'passed',
      identity: { iin, commonName: 'ДЕМО АЗАМАТ', givenName: 'ҮЛГІҰЛЫ', kind: 'individual', roles: [] },
      certificate: person,
      algorithm: 'ECDSA-SHA-256',
      claimedTime: at(-minute).toISOString(),
      referenceTime: now.toISOString(),
      referenceTimeSource: 'server-clock',
      proof: { restsOn: 'server-clock', until: at(300 * day).toISOString(), endsBy: 'signer-certificate' },
    });
    const about = (code: string) => checks.filter((check) => check.code === code).map(({ subject }) => subject);
    expect(about('certificate-not-revoked')).toEqual([nca, person]);
    expect(about('person-matches')).toEqual([person]);
    expect(checks.filter((check) => 'subject' in check && check.subject === undefined)).toEqual([]);
    expect(checks.map(({ code }) => code).slice(0, 4)).toEqual([
      'signer-certificate',
      'signed-attributes',
      'content-type',
      'message-digest',
    ]);
  });

  it('distinguishes detached from attached content', () => {
    const input = mint(spoilt(({ cms }) => (cms.attached = false)));
    const { content } = good();
    const [, , check] = verifyEds({ ...input, content }).checks;
    expect(check).toMatchObject({ code: 'content', status: 'passed', detail: { attached: 'no' } });
  });

  it('uses the time of arrival as the reference time, and only `at` as the present time', () => {
    const early = at(-3 * day);
    const asked = report(() => {}, { receivedAt: early });
    expect(asked.signers[0]).toMatchObject({ referenceTime: early.toISOString(), referenceTimeSource: 'server-clock' });
    expect(asked.verdict).toBe('passed');
  });

  it('says when to ask again only if the answer is indeterminate', () => {
    const promised = at(2 * day).toISOString();
    const late = (blueprint: Blueprint) => {
      blueprint.person.notBefore = at(-minute);
      listOf(blueprint).nextUpdate = at(2 * day);
    };
    expect(report(late)).toMatchObject({ verdict: 'indeterminate', tryAgainAfter: promised });
    expect('tryAgainAfter' in report(late, { expected: { iin: '840621390313' } })).toBe(false);
    expect('tryAgainAfter' in report(() => {})).toBe(false);
  });

  it('waits for the latest of several promises', () => {
    const open = (blueprint: Blueprint) => {
      blueprint.person.notBefore = at(-minute);
      blueprint.nca.notBefore = at(-minute);
      blueprint.rootCrl.nextUpdate = at(4 * day);
      listOf(blueprint).nextUpdate = at(2 * day);
    };
    expect(report(open).tryAgainAfter).toBe(at(4 * day).toISOString());
  });
});

describe('two certificates of one issuer and serial number', () => {
  it.each([0, 1])('are resolved to the one that signed, at any position (%i)', (place) => {
    const blueprint = good();
    const namesake = { ...blueprint.person, key: world.keys.stranger };
    blueprint.cms.withCertificate = false;
    blueprint.others = [namesake].toSpliced(place, 0, blueprint.person);
    const asked = verifyEds(mint(blueprint));
    expect(asked).toMatchObject({
      verdict: 'passed',
      signers: [{ certificate: sha256(mintCertificate(blueprint.person)) }],
    });
  });

  it('are resolved to one of them if neither signed', () => {
    const blueprint = good();
    const namesakes = [world.keys.stranger, world.keys.tsa].map((key) => ({ ...blueprint.person, key }));
    blueprint.cms.withCertificate = false;
    blueprint.others = namesakes;
    const asked = verifyEds(mint(blueprint));
    expect(asked).toMatchObject({ verdict: 'failed', signers: [{ certificate: expect.any(String) }] });
  });
});

describe('timestamps', () => {
  /** A token that is shorter than others, so it comes first in the SET of unsigned attributes. */
  const shortToken = (blueprint: Blueprint, genTime: Date) => (signature: Uint8Array) => {
    const plan = stamped(good());
    plan.attributes.delete('signingTime');
    return [signatureTimestamp(mintTimestamp(blueprint, { ...plan, genTime }, signature))];
  };

  it.each([
    ['before', at(-2 * minute), at(-2 * minute)],
    ['after', at(-10_000), at(-minute)],
  ])('the earlier of two counts if the first is %s the second', (_, second, counts) => {
    const asked = report((blueprint) => {
      stamped(blueprint);
      blueprint.cms.moreUnsigned = shortToken(blueprint, second);
    });
    expect(asked).toMatchObject({
      verdict: 'passed',
      signers: [{ referenceTime: counts.toISOString(), referenceTimeSource: 'timestamp' }],
    });
  });

  it("the verified one of two counts if the first is another signature's", () => {
    const asked = report((blueprint) => {
      const plan = stamped(blueprint);
      const others = { ...plan, attributes: new Map(plan.attributes), imprint: () => plan.imprint(blueprint.content) };
      others.attributes.delete('signingTime');
      blueprint.cms.moreUnsigned = (signature) => [
        signatureTimestamp(mintTimestamp(blueprint, { ...others, genTime: at(-10_000) }, signature)),
      ];
    });
    expect(asked).toMatchObject({ verdict: 'passed', signers: [{ referenceTime: at(-minute).toISOString() }] });
  });

  it('with a list that is too old for their authority say when to ask again', () => {
    const asked = report((blueprint) => {
      stamped(blueprint);
      blueprint.tsa.notBefore = at(-day);
    });
    expect(asked.verdict).toBe('indeterminate');
    expect(asked.tryAgainAfter).toBe(listOf(good()).nextUpdate?.toISOString());
  });

  it("the verified one of two counts if the second is another signature's", () => {
    const asked = report((blueprint) => {
      const plan = stamped(blueprint);
      plan.genTime = at(-2 * minute);
      plan.imprint = () => ({
        algorithm: world.keys.tsa.digestAlgorithm,
        digest: world.keys.tsa.digest(Buffer.from('other')),
      });
      blueprint.cms.moreUnsigned = shortToken(blueprint, at(-10_000));
    });
    expect(asked).toMatchObject({ verdict: 'passed', signers: [{ referenceTime: at(-10_000).toISOString() }] });
  });
});

describe('a proof by timestamp', () => {
  it('lasts until the first of its certificates ends', () => {
    const asked = report((blueprint) => {
      stamped(blueprint);
      blueprint.tsa.notAfter = at(20 * day);
    });
    const until = at(20 * day).toISOString();
    expect(asked.signers).toMatchObject([{ proof: { restsOn: 'timestamp', until, endsBy: 'tsa-certificate' } }]);
  });

  it('is also read and shown from reports that were stored before', () => {
    const [{ proof, ...signer }] = report((blueprint) => void stamped(blueprint)).signers as [SignerReport];
    const stored = { ...report(() => {}), signers: [{ ...signer, timestampEnds: proof!.until }] };
    expect(reportSchema.parse(stored)).toEqual(stored);
    expect(describeReport(stored, 'ru')).toContain(`Доказательство действительно до: ${proof!.until}`);
  });

  it('has to last only until the caller says that the signature came in', () => {
    const ended = (blueprint: Blueprint) => {
      stamped(blueprint).genTime = at(-3 * day);
      blueprint.tsa.notAfter = at(-day);
    };
    expect(report(ended).verdict).toBe('indeterminate');
    expect(report(ended, { receivedAt: at(-day) }).verdict).toBe('passed');
    expect(report(ended, { receivedAt: at(-day + 1000) }).verdict).toBe('indeterminate');
  });

  it('that could not be checked in full is reported as such', () => {
    const asked = report((blueprint) => {
      stamped(blueprint);
      blueprint.tsa.notBefore = at(-day);
    });
    expect(asked.signers).toMatchObject([
      { referenceTime: at(-minute).toISOString(), referenceTimeSource: 'timestamp-unchecked' },
    ]);
    expect(asked.signers[0]).toMatchObject({ proof: { restsOn: 'timestamp' } });
  });
});

describe('evidence that was given but did not count', () => {
  it('is reported by kind and reason, each piece once', () => {
    const unreadable = [Uint8Array.of(0x30), Uint8Array.of(0x30), Uint8Array.of(0x31)];
    const more = { crls: [...mint(good()).crls, ...unreadable], ocsps: unreadable };
    expect(report(() => {}, more).inadmissible).toEqual([
      { evidence: 'answer', problem: 'der-truncated', count: 2 },
      { evidence: 'list', problem: 'der-truncated', count: 2 },
    ]);
    expect(report(() => {})).not.toHaveProperty('inadmissible');
  });

  it('does not include evidence that was only of no use for one certificate', () => {
    const asked = report((blueprint) => {
      listOf(blueprint).signedBy = blueprint.world.keys.stranger;
    });
    expect(asked.inadmissible).toEqual([{ evidence: 'list', problem: 'crl-signature', count: 1 }]);
  });
});

describe('revocation values that come with a signature', () => {
  const values = (blueprint: Blueprint) => {
    const { crls, ocsps = [] } = mint(blueprint);
    const lists = tagged(0, sequence(...crls));
    const answers = ocsps.length > 0 ? [tagged(1, sequence(...ocsps))] : [];
    return sequence(oid('1.2.840.113549.1.9.16.2.24'), setOf(sequence(lists, ...answers)));
  };

  it('are evidence like any other', () => {
    const carried = values(good());
    const asked = (unsigned: readonly Uint8Array[]) =>
      report((blueprint) => (blueprint.cms.moreUnsigned = () => unsigned), { crls: [] });
    expect(asked([]).verdict).toBe('indeterminate');
    expect(asked([carried]).verdict).toBe('passed');
  });

  it('report a revocation that the given lists do not have', () => {
    const carried = values(
      spoilt((blueprint) => {
        answered(blueprint).status = { revokedAt: at(-day), reason: 'keyCompromise' };
      }),
    );
    const asked = report((blueprint) => (blueprint.cms.moreUnsigned = () => [carried]));
    expect(asked.verdict).toBe('failed');
    expect(codes(asked)).toContain('certificate-not-revoked failed');
  });
});

describe('evidence', () => {
  it('leaves out exactly what no name leads to', async () => {
    const input = mint(good());
    const foreign = mint(makeBlueprint(await makeWorld('rsa')));
    const other = mint(
      spoilt((blueprint) => {
        blueprint.cms.withCertificate = false;
        blueprint.others = [blueprint.person];
      }),
    );
    const strangers = coSigned(good()).certificate;
    const kept = collectEvidence({
      ...input,
      certificates: [...input.certificates, mintCertificate({ ...strangers, issuer: strangers.subject })],
    });
    expect(kept.certificates).toEqual(input.certificates);
    expect(kept.crls).toEqual(input.crls);
    expect(collectEvidence(other).certificates).toEqual(other.certificates);
    expect(verifyEds(collectEvidence(other))).toEqual(verifyEds(other));
    expect(foreign.crls).toHaveLength(2);
  });
});

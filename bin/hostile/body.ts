import { archiveAttribute, readArchivable } from '../../lib/eds/extend/archive.ts';
import { splice } from '../../lib/eds/extend/splice.ts';
import { contentMessage } from '../../lib/eds/message.ts';
import { signCertificate } from '../../lib/local/authority/certificate.ts';
import { crlToBeSigned } from '../../lib/local/authority/crl.ts';
import { signStructure } from '../../lib/local/authority/certificate.ts';
import {
  basicConstraints,
  certificatePolicies,
  extendedKeyUsage,
  extension,
  keyUsage,
  subjectKeyIdentifier,
} from '../../lib/local/authority/extension.ts';
import { identifierOf } from '../../lib/local/authority/issuer.ts';
import { certIdOf, signOcsp } from '../../lib/local/authority/ocsp.ts';
import { signTimestamp } from '../../lib/local/authority/timestamp.ts';
import { element, integer, joined, oid, sequence, setOf, tagged, utf8String } from '../../lib/signing/der-writer.ts';
import { readIssued } from '../../lib/signing/issued.ts';
import { seededRandom } from '../../lib/local/authority/random.ts';
import { signedDataOid } from '../../lib/signing/signed-data.ts';
import {
  contentTypeAttribute,
  contentTypes,
  explicitContent,
  attribute,
  messageDigestAttribute,
  signatureTimestamp,
  signerInfo,
} from '../../lib/signing/signer-info.ts';
import type { SigningKey } from '../../lib/signing/signing-key.ts';
import { attackedAt as at, type AttackedAuthority } from './authority.ts';
import type { Recipe } from './recipe.ts';

const hour = 3_600_000;
const [before, after] = [new Date(at.getTime() - hour), new Date(at.getTime() + hour)];
const times = <T>(count: number, make: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, index) => make(index));
const numbered = (index: number) => Uint8Array.of(1, index >> 16, (index >> 8) & 255, index & 255);
const commonName = (text: string) => sequence(setOf(sequence(oid('2.5.4.3'), utf8String(text))));

/** The CMS of a recipe. Nothing in it that others should have signed is valid, but all of it has to be tried. */
export function makeBody(recipe: Recipe, { authority, person, stamper }: AttackedAuthority): Uint8Array {
  const random = seededRandom(JSON.stringify(recipe));
  /** Signs nothing, but in the right form, as a guessed key would. */
  const forged = (key: SigningKey): SigningKey => {
    const genuine = key.sign(Buffer.from('x'), random);
    return { ...key, sign: () => (key.family === 'ecdsa' ? genuine : random(genuine.length)) };
  };
  const forger = forged(authority.privateKey);
  const own = readIssued(person.certificate);
  const { subject: authorityName } = readIssued(authority.certificate);
  const keyOf = (index: number): Uint8Array => {
    const spki = Uint8Array.from(person.privateKey.spki);
    // Another key of the same form; on a curve it is the person's own, because another point would be found out at
    // once.
    if (person.privateKey.family === 'rsa') spki[60] = index & 255;
    return spki;
  };
  const subject = (index: number) =>
    recipe.text === 0
      ? authorityName
      : sequence(setOf(sequence(oid('2.5.4.3'), utf8String(`${index}${'ﷺ'.repeat(recipe.text / 3)}`))));
  const dns = (index: number) => element(0x82, Buffer.from(`a${index}.example`));
  const claimed = { notBefore: new Date('2026-01-01'), notAfter: new Date('2027-01-01') };
  const authorities = times(recipe.authorities, (index) =>
    signCertificate(
      {
        ...claimed,
        serial: numbered(index),
        issuer: index % 2 ? authorityName : readIssued(authority.certificate).issuer,
        subject: subject(index),
        spki: keyOf(index),
        extensions: [
          basicConstraints(true),
          keyUsage('keyCertSign', 'cRLSign'),
          subjectKeyIdentifier(identifierOf(authority)),
          ...(recipe.names > 0
            ? [
                extension('2.5.29.30', sequence(tagged(0, ...times(recipe.names, (each) => sequence(dns(each)))))),
                extension('2.5.29.17', sequence(joined(times(recipe.names, dns)))),
              ]
            : []),
          ...(recipe.policies > 0
            ? [certificatePolicies(...times(recipe.policies, (each) => `1.2.398.3.3.2.${each}`))]
            : []),
        ],
      },
      forger,
    ),
  );
  const namesakes = times(recipe.namesakes, (index) =>
    signCertificate(
      {
        ...claimed,
        serial: own.serial,
        issuer: authorityName,
        subject: commonName(`${index}`),
        spki: keyOf(index),
        extensions: [],
      },
      forger,
    ),
  );
  const lists = times(recipe.lists, (index) => {
    const fields = {
      issuer: authorityName,
      issuerKeyIdentifier: identifierOf(authority),
      thisUpdate: new Date(before.getTime() - 1000 * index),
      nextUpdate: after,
      number: index + 1,
      revoked: [],
      ...(index % 2 && { deltaOf: 1 }),
      more:
        recipe.points > 0
          ? [
              extension(
                '2.5.29.28',
                sequence(
                  tagged(
                    0,
                    tagged(0, ...times(recipe.points, (each) => element(0x86, Buffer.from(`http://a/${each}`)))),
                  ),
                ),
                true,
              ),
            ]
          : [],
    };
    return signStructure(crlToBeSigned(fields, forger.signatureAlgorithm), forger);
  });
  const responders = times(recipe.responders, (index) =>
    signCertificate(
      {
        ...claimed,
        serial: numbered(index),
        issuer: authorityName,
        subject: commonName('Responder'),
        spki: keyOf(index),
        extensions: [extendedKeyUsage(['1.3.6.1.5.5.7.3.9'])],
      },
      forger,
    ),
  );
  const [responder = authority.certificate] = responders;
  const certId = certIdOf(authority.certificate, own.serial);
  const answers = times(recipe.answers, (index) =>
    signOcsp({
      responder: { certificate: responder, privateKey: forger },
      producedAt: new Date(before.getTime() - 1000 * index),
      answers: times(recipe.lines, () => ({ certId, status: 'good' as const, thisUpdate: before })),
      certificates: responders,
    }),
  );
  const content = random(recipe.content);
  const stamp = (algorithm: Uint8Array, digestOf: Uint8Array, index = 1) =>
    signTimestamp({
      signer: { ...stamper, privateKey: forged(stamper.privateKey) },
      genTime: before,
      policy: '1.2.3',
      imprint: { algorithm, digest: digestOf },
      serial: numbered(index),
      ess: 'none',
    });
  const token = (signature: Uint8Array) =>
    signatureTimestamp(stamp(stamper.privateKey.digestAlgorithm, stamper.privateKey.digest(signature)));
  const signer = { certificate: person.certificate, privateKey: forged(person.privateKey) };
  const digest = recipe.attributes ? person.privateKey.digest(content) : new Uint8Array();
  const infos = times(recipe.signers, () =>
    signerInfo({
      signer,
      content,
      signedAttributes: recipe.attributes
        ? [contentTypeAttribute(contentTypes.data), messageDigestAttribute(digest)]
        : [],
      unsignedAttributes: (signature) => [
        ...times(recipe.tokens, () => token(signature)),
        ...times(recipe.indexed, (index) => attribute('1.2.3.4', integer(index))),
      ],
    }),
  );
  const revocations = [...lists, ...answers.map((der) => element(0xa1, oid('1.3.6.1.5.5.7.16.2'), der))];
  const certificates = [person.certificate, ...namesakes, ...authorities].slice(0, 64);
  const cms = sequence(
    oid(signedDataOid),
    tagged(
      0,
      sequence(
        integer(1),
        setOf(signer.privateKey.digestAlgorithm),
        sequence(oid(contentTypes.data), explicitContent(content)),
        element(0xa0, ...certificates),
        ...(revocations.length > 0 ? [element(0xa1, ...revocations)] : []),
        element(0x31, ...infos),
      ),
    ),
  );
  if (recipe.archives === 0) return cms;
  const attributes = readArchivable(cms, contentMessage(content)).map(({ algorithm, digest: archived, index }) =>
    times(recipe.archives, (each) => archiveAttribute({ token: stamp(algorithm, archived, each), index })),
  );
  return splice(cms, { attributes });
}

import { beforeAll, describe, expect, it } from '@jest/globals';
import { cmsOids } from '../../../lib/eds/cms/oids.ts';
import { parseSignedData } from '../../../lib/eds/cms/signed-data.ts';
import { parseCrl } from '../../../lib/eds/crl/crl.ts';
import { readDer, readOctetString, tags, writeDer, type DerNode } from '../../../lib/eds/der.ts';
import { parseOcspResponse } from '../../../lib/eds/ocsp/response.ts';
import { EdsRefusal } from '../../../lib/eds/refusal.ts';
import { parseTimestampInfo } from '../../../lib/eds/tsp/timestamp-info.ts';
import { parseTimestampResponse, parseTimestampToken } from '../../../lib/eds/tsp/timestamp-token.ts';
import type { EdsInput } from '../../../lib/eds/verify.ts';
import { parseCertificate } from '../../../lib/eds/x509/certificate.ts';
import {
  boolean,
  element,
  generalizedTime,
  implicit,
  integer,
  octetString,
  oid,
  sequence,
  tagged,
} from '../../../lib/signing/der-writer.ts';
import { answered, stamped } from '../../mint/additions.ts';
import { makeBlueprint, now } from '../../mint/blueprint.ts';
import { mint } from '../../mint/mint.ts';
import { makeWorld } from '../../mint/world.ts';

/** Positions of parts from the root down. */
type Place = readonly number[];
type Parse = (der: Uint8Array) => unknown;

const constructed = 0x20;
const nothing = writeDer(tags.null);

/** The element with the parts of the one at `place` changed. */
function change(node: DerNode, [position, ...deeper]: Place, edit: (parts: Uint8Array[]) => Uint8Array[]): Uint8Array {
  const parts = node.children.map(({ raw }) => raw);
  const child = position === undefined ? undefined : node.children[position];
  return child === undefined
    ? writeDer(node.tag, ...edit(parts))
    : writeDer(node.tag, ...parts.with(position ?? 0, change(child, deeper, edit)));
}

const placesOf = (node: DerNode, place: Place = []): Place[] =>
  (node.tag & constructed) === 0
    ? []
    : [place, ...node.children.flatMap((child, position) => placesOf(child, [...place, position]))];

const reads = (parse: Parse, der: Uint8Array): boolean => {
  try {
    parse(der);
    return true;
  } catch (error) {
    expect(error).toBeInstanceOf(EdsRefusal);
    return false;
  }
};

/** Only the places that are in no other of them, e.g. `1.0.3`. */
const outermost = (places: readonly Place[]): string[] => {
  const names = places.map((place) => place.join('.'));
  return names.filter((name) => !names.some((other) => name.startsWith(`${other}.`)));
};

/** Where a structure accepts one more element, which its definition does not have. */
const open = (der: Uint8Array, parse: Parse): string[] => {
  const root = readDer(der);
  return outermost(
    placesOf(root).filter((at) =>
      reads(
        parse,
        change(root, at, (parts) => [...parts, nothing]),
      ),
    ),
  );
};

/** Parts that a structure may lack. */
const optional = (der: Uint8Array, parse: Parse): string[] => {
  const root = readDer(der);
  const parts = placesOf(root).flatMap((place) =>
    place
      .reduce<DerNode>((node, position) => node.children[position]!, root)
      .children.map((_, position) => ({ place, position })),
  );
  return outermost(
    parts
      .filter(({ place, position }) =>
        reads(
          parse,
          change(root, place, (all) => all.toSpliced(position, 1)),
        ),
      )
      .map(({ place, position }) => [...place, position]),
  );
};

let input: EdsInput;
let token: Uint8Array;
beforeAll(async () => {
  const blueprint = makeBlueprint(await makeWorld('ecdsa'));
  stamped(blueprint);
  answered(blueprint);
  input = mint(blueprint);
  const [signer] = parseSignedData(input.cms).signers;
  token = signer!.unsignedAttributes.find((attribute) => attribute.oid === cmsOids.signatureTimestamp)!.values[0]!.raw;
});

const info = sequence(
  integer(1),
  oid('1.2.398.3.3.2.6.2'),
  sequence(sequence(oid('2.16.840.1.101.3.4.2.1'), element(tags.null)), octetString(new Uint8Array(32))),
  integer(9),
  generalizedTime(now),
  sequence(integer(1), implicit(0, Uint8Array.of(0x01, 0xf4)), implicit(1, Uint8Array.of(0x64))),
  boolean(true),
  integer(7),
  tagged(0, tagged(4, sequence())),
  tagged(1, sequence(oid('1.2.3'), octetString()), sequence(oid('1.2.4'), boolean(true), octetString())),
);

/** The answer inside an OCSPResponse, and the same put back. */
const basicOf = (response: Uint8Array): Uint8Array =>
  readOctetString(readDer(response).children[1]!.children[0]!.children[1]!);
const responseOf = (basic: Uint8Array): Uint8Array =>
  change(readDer(input.ocsps![0]!), [1, 0], ([type]) => [type!, writeDer(tags.octetString, basic)]);

interface Form {
  readonly name: string;
  readonly der: () => Uint8Array;
  readonly parse: Parse;
  readonly open: readonly string[];
  readonly optional: readonly string[];
}

/**
 * Names are valid with one word fewer, and AlgorithmIdentifiers without parameters; lists are valid with more and with
 * fewer elements.
 */
const forms: readonly Form[] = [
  {
    name: 'certificate',
    der: () => input.certificates[1]!,
    parse: parseCertificate,
    open: [],
    optional: ['0.7', '0.3.0', '0.3.1', '0.5.0', '0.5.1', '0.6.0.0', '0.6.0.1'],
  },
  {
    name: 'list',
    der: () => input.crls[0]!,
    parse: parseCrl,
    open: [],
    // By its form, one of two dates could be the other.
    optional: ['0.3', '0.4', '0.5', '0.2.0', '0.2.1'],
  },
  {
    name: 'signature',
    der: () => input.cms,
    parse: parseSignedData,
    // Digest algorithms, certificates, values of attributes, parameters.
    open: ['1.0.1', '1.0.3', '1.0.4.0.3.0.1', '1.0.4.0.3.1.1', '1.0.4.0.3.2.1', '1.0.4.0.4', '1.0.4.0.6.0.1'],
    optional: ['1.0.3', '1.0.1.0', '1.0.2.1', '1.0.4.0'],
  },
  {
    name: 'timestamp token',
    der: () => token,
    parse: parseTimestampToken,
    open: ['1.0.1', '1.0.3', ...[0, 1, 2, 3].map((place) => `1.0.4.0.3.${place}.1`), '1.0.4.0.4'],
    optional: ['1.0.3', '1.0.1.0', '1.0.4.0.3', '1.0.4.0.1.0.0', '1.0.4.0.1.0.1', '1.0.4.0.2.1'],
  },
  {
    name: "timestamp's content",
    der: () => info,
    parse: parseTimestampInfo,
    open: ['8'],
    optional: ['5', '6', '7', '8', '9', '2.0.1'],
  },
  { name: 'OCSP response', der: () => input.ocsps![0]!, parse: parseOcspResponse, open: [], optional: [] },
  {
    name: 'OCSP answer',
    der: () => basicOf(input.ocsps![0]!),
    parse: (der) => parseOcspResponse(responseOf(der)),
    open: ['1', '3.0'],
    optional: ['3', '0.3', '0.0.0.0', '0.0.0.1', '0.2.0', '0.2.1'],
  },
];

describe('the form of input', () => {
  it.each(forms)('accepts no more in a $name than its definition allows', ({ der, parse, open: expected }) => {
    expect(reads(parse, der())).toBe(true);
    expect(open(der(), parse)).toEqual(expected);
  });

  it.each(forms)('accepts no less in a $name than its definition requires', ({ der, parse, optional: expected }) => {
    expect(optional(der(), parse).toSorted()).toEqual(expected.toSorted());
  });
});

describe('a signature', () => {
  it('may contain lists, OCSP answers, and other items that do not count', () => {
    const [list = nothing] = input.crls;
    const [answer = nothing] = input.ocsps ?? [];
    const other = (identifier: string, number = 1) => tagged(number, oid(identifier), readDer(answer).raw);
    const brought = tagged(1, list, other('1.3.6.1.5.5.7.16.2'), other('1.2.3'), other('1.3.6.1.5.5.7.16.2', 2));
    const cms = change(readDer(input.cms), [1, 0], (parts) => parts.toSpliced(4, 0, brought));
    const { crls, ocsps, certificates } = parseSignedData(cms);
    expect(crls.map((der) => Buffer.from(der))).toEqual([Buffer.from(list)]);
    expect(ocsps.map((der) => Buffer.from(der))).toEqual([Buffer.from(answer)]);
    expect(certificates).toHaveLength(parseSignedData(input.cms).certificates.length);
    expect(parseSignedData(input.cms)).toMatchObject({ crls: [], ocsps: [] });
  });

  it('contains no other kind of certificates', () => {
    const attribute = tagged(1, sequence());
    const cms = change(readDer(input.cms), [1, 0, 3], (parts) => [...parts, attribute]);
    expect(parseSignedData(cms).certificates).toHaveLength(parseSignedData(input.cms).certificates.length);
  });
});

describe("a timestamp's content", () => {
  it('says what was stamped, when, and how precisely', () => {
    expect(parseTimestampInfo(info)).toMatchObject({
      policy: '1.2.398.3.3.2.6.2',
      genTime: now,
      accuracy: 1500.1,
      nonce: 7n,
      unknownCritical: ['1.2.4'],
    });
  });

  it('reads parts of a second', () => {
    const precise = change(readDer(info), [], (parts) =>
      parts.with(4, element(tags.generalizedTime, Buffer.from('20260301120000.25Z'))),
    );
    expect(parseTimestampInfo(precise).genTime).toEqual(new Date('2026-03-01T12:00:00.250Z'));
  });

  it('has one octet for whether it is ordered', () => {
    const ordered = (value: Uint8Array) => change(readDer(info), [], (parts) => parts.with(6, value));
    expect(reads(parseTimestampInfo, ordered(boolean(true)))).toBe(true);
    expect(reads(parseTimestampInfo, ordered(element(tags.boolean, Uint8Array.of(1))))).toBe(false);
  });

  it('is of version 1, in a token of one signer', () => {
    const second = change(readDer(info), [], (parts) => parts.with(0, integer(2)));
    expect(() => parseTimestampInfo(second)).toThrow(new EdsRefusal('tsp-malformed', 0));
    const alone = change(readDer(token), [1, 0, 4], () => []);
    expect(() => parseTimestampToken(alone)).toThrow(new EdsRefusal('tsp-malformed', 0));
    expect(() => parseTimestampToken(input.cms)).toThrow(new EdsRefusal('tsp-content-type', 0));
  });
});

describe('an answer of a timestamp authority', () => {
  const answer = (status: number) => sequence(sequence(integer(status)), token);
  it.each([0, 1])('contains its token with status %i', (status) => {
    expect(parseTimestampResponse(answer(status)).info.genTime).toBeInstanceOf(Date);
  });

  it('has no valid token with another status, or no token', () => {
    const refusal = new EdsRefusal('tsp-not-granted', 0);
    expect(() => parseTimestampResponse(answer(2))).toThrow(refusal);
    expect(() => parseTimestampResponse(sequence(sequence(integer(0))))).toThrow(refusal);
    expect(() => parseTimestampResponse(sequence(sequence(integer(0)), token, nothing))).toThrow(EdsRefusal);
  });
});

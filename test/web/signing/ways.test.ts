import { beforeAll, describe, expect, it } from '@jest/globals';
import { signDetached } from '../../../lib/signing/sign-detached.ts';
import { demoKeyWay } from '../../../web/signing/demo-key/demo-key-way.ts';
import { endsInDays, openKey } from '../../../web/signing/key-file/open-key.ts';
import { lastWay, rememberWay } from '../../../web/signing/last-way.ts';
import { isSigningProblem, nextSteps, signingProblems } from '../../../web/signing/problem.ts';
import type { Way, WayId, Who } from '../../../web/signing/way.ts';
import { listWays } from '../../../web/signing/ways.ts';
import {
  chooses,
  content,
  environment,
  families,
  iin,
  keyFileOf,
  makeAuthority,
  now,
  opensslSays,
  otherIin,
  password,
  verdictOf,
  type Authority,
} from './scene.ts';

const who = { iin, purpose: 'signature' } as const;
const way = (id: WayId, ways: readonly Way[]): Way => ways.find((each) => each.id === id)!;

async function signature(signing: ReturnType<Way['sign']>): Promise<string> {
  const signed = await signing;
  if (isSigningProblem(signed)) throw new Error(signed.problem);
  expect(signed.owner).toBe('ДЕМО АЗАМАТ ҮЛГІҰЛЫ');
  expect(signed.cms).toMatch(/^[A-Za-z0-9+/]+={0,2}$/);
  return signed.cms;
}

describe.each(families)('signing by %s', (family) => {
  let authority: Authority;
  beforeAll(async () => {
    authority = await makeAuthority(family);
  });

  function holds(cms: string): void {
    expect(verdictOf(authority, cms)).toBe('passed');
    if (family === 'rsa') expect(opensslSays(authority, cms)).not.toBe(false);
  }

  it.each(['national', 'modern'] as const)('with a %s key file makes a valid signature', async (style) => {
    const file = await keyFileOf(await authority.issue(iin), style);
    holds(await signature(way('key-file', listWays(environment(chooses(file)))).sign(content, who)));
  });

  it('with one opening of a key file signs several documents, each by itself, and says how far it is', async () => {
    const file = await keyFileOf(await authority.issue(iin));
    let asked = 0;
    const { ask } = chooses(file);
    const counted = { ...ask, key: async (of: Who) => ((asked += 1), ask.key(of)) };
    const made: number[] = [];
    const signAll = way('key-file', listWays(environment({ ask: counted }))).signAll!;
    const signed = await signAll([content.slice(1), content, content], who, undefined, (n) => made.push(n));
    if (isSigningProblem(signed)) throw new Error(signed.problem);
    expect([asked, made]).toEqual([1, [1, 2, 3]]);
    for (const { cms } of signed.slice(1)) holds(cms);
    expect(verdictOf(authority, signed[0]!.cms)).toBe('failed');
    const stranger = { iin: otherIin, purpose: 'signature' } as const;
    expect(await signAll([content, content], stranger)).toEqual({ problem: 'stopped' });
  });

  it("with a demo person's key makes a valid signature without questions", async () => {
    const file = Buffer.from(await keyFileOf(await authority.issue(iin))).toString('base64');
    const demo = demoKeyWay(environment(), async () => ({ file, password }));
    expect([demo.title.kk, demo.title.ru].every((title) => title.startsWith('ДЕМО'))).toBe(true);
    holds(await signature(demo.sign(content, who)));
    const nobody = demoKeyWay(environment(), async () => undefined);
    expect(await nobody.sign(content, who)).toEqual({ problem: 'other-person' });
    const stranger = { iin: otherIin, purpose: 'signature' } as const;
    expect(await demo.sign(content, stranger)).toEqual({ problem: 'other-person' });
  });

  it('elsewhere accepts the signature in DER, PEM with any label, and base64', async () => {
    const cms = await signDetached(content, await authority.issue(iin), now);
    const base64 = Buffer.from(cms).toString('base64');
    const lines = base64.replaceAll(/.{64}/g, '$&\r\n');
    const forms = [
      cms,
      Buffer.from(base64),
      Buffer.from(`${lines}\r\n`),
      ...['CMS', 'PKCS7', 'PKCS #7 SIGNED DATA'].map((label) =>
        Buffer.from(`-----BEGIN ${label}-----\r\n${lines}\r\n-----END ${label}-----\r\n`),
      ),
      Buffer.from(`\uFEFF${base64}`, 'utf16le'),
    ];
    for (const form of forms) {
      const ways = listWays(environment({ ask: { ...environment().ask, cms: async () => form } }));
      holds(await signature(way('elsewhere', ways).sign(content, who)));
    }
  });

  it('says whose a key is, until when, and what is wrong with it, before anything is typed', async () => {
    const check = async (signer: Promise<Parameters<typeof keyFileOf>[0]>, wanted = who, typed = password) => {
      const checked = await openKey(await keyFileOf(await signer), typed, wanted, now);
      return isSigningProblem(checked) ? checked.problem : checked;
    };
    const good = await check(authority.issue(iin, 'signature', -1, 12));
    expect(good).toMatchObject({ owner: 'ДЕМО АЗАМАТ ҮЛГІҰЛЫ', iin, kind: 'individual', uses: expect.anything() });
    if (typeof good !== 'string') expect([endsInDays(good, now), good.notAfter > now]).toEqual([12, true]);
    expect(await check(authority.issue(otherIin))).toBe('other-person');
    expect(await check(authority.issue(iin, 'authentication'))).toBe('authentication-key');
    expect(await check(authority.issue(iin, 'signature', -90, -30))).toBe('expired');
    expect(await check(authority.issue(iin, 'signature', 30, 90))).toBe('not-yet-valid');
    expect(await check(authority.issue(iin), who, 'другой')).toBe('wrong-password');
    const [, signingIn] = [who, { purpose: 'authentication' }] as const;
    for (const purpose of ['authentication', 'signature'] as const) {
      const key = await openKey(await keyFileOf(await authority.issue(iin, purpose)), password, signingIn, now);
      expect(isSigningProblem(key)).toBe(false);
    }
  });

  it('takes the key of the head for the organisation and of the person for themselves, and says what else is wrong', async () => {
    const [bin, otherBin] = ['120140090815', '120140090111'];
    const problemOf = async (signer: Promise<Parameters<typeof keyFileOf>[0]>, organisation: string | false) => {
      const checked = await openKey(await keyFileOf(await signer), password, { ...who, organisation }, now);
      return isSigningProblem(checked) ? checked.problem : undefined;
    };
    for (const role of ['firstHead', 'rightToSign'] as const)
      expect(await problemOf(authority.issueFor(bin, role), bin)).toBeUndefined();
    expect(await problemOf(authority.issue(iin), false)).toBeUndefined();
    expect(await problemOf(authority.issueFor(bin, 'employee'), bin)).toBe('not-its-head');
    expect(await problemOf(authority.issueFor(otherBin, 'firstHead'), bin)).toBe('not-its-head');
    expect(await problemOf(authority.issue(iin), bin)).toBe('not-its-head');
    expect(await problemOf(authority.issueFor(bin, 'firstHead'), false)).toBe('organisation-key');
  });

  it('refuses a signature over another text, one by another person, and anything that is not a signature', async () => {
    const signer = await authority.issue(iin);
    const bring = async (form: Uint8Array | undefined) => {
      const ways = listWays(environment({ ask: { ...environment().ask, cms: async () => form } }));
      return way('elsewhere', ways).sign(content, who);
    };
    expect(await bring(await signDetached(content.subarray(1), signer, now))).toEqual({ problem: 'other-content' });
    expect(await bring(await signDetached(content, await authority.issue(otherIin), now))).toEqual({
      problem: 'other-person',
    });
    for (const none of [new Uint8Array(), Buffer.from('MAA='), Buffer.from('текст'), signer.certificate])
      expect(await bring(none)).toEqual({ problem: 'not-cms' });
    expect(await bring(new Uint8Array(650_001).fill(0x30))).toEqual({ problem: 'too-large' });
    expect(await bring(undefined)).toEqual({ problem: 'stopped' });
  });
});

describe('the list of ways', () => {
  it('begins with NCALayer on a computer and ends with it on a phone', () => {
    expect(listWays(environment()).map(({ id }) => id)).toEqual(['ncalayer', 'key-file', 'elsewhere']);
    const phone = listWays(environment({ isPhone: true }));
    expect(phone.map(({ id }) => id)).toEqual(['key-file', 'elsewhere', 'ncalayer']);
    expect(phone.at(-1)?.hint.ru).toContain('только на компьютере');
  });

  it('remembers the way that was used last, if the browser stores anything', () => {
    const kept = new Map<string, string>();
    const store = {
      getItem: (name: string) => kept.get(name) ?? null,
      setItem: (name: string, value: string) => void kept.set(name, value),
    };
    const ways = listWays(environment());
    expect(lastWay(ways, store).id).toBe('ncalayer');
    rememberWay(way('elsewhere', ways), store);
    expect(lastWay(ways, store).id).toBe('elsewhere');
    kept.forEach((_, name) => kept.set(name, 'demo-key'));
    expect(lastWay(ways, store).id).toBe('ncalayer');
    const forbidden = () => {
      throw new Error('SecurityError');
    };
    rememberWay(ways[0]!, { getItem: forbidden, setItem: forbidden });
    expect(lastWay(ways, { getItem: forbidden, setItem: forbidden }).id).toBe('ncalayer');
  });

  it('does not open keys in a browser without WebCrypto, and says so', async () => {
    const ways = listWays(environment({ isSecure: false }));
    expect(await way('key-file', ways).sign(content, who)).toEqual({ problem: 'old-browser' });
  });

  it('has for each problem a sentence in both languages, and a step that has a button', () => {
    for (const { kk, ru, next } of Object.values(signingProblems)) {
      expect([kk, ru].every((text) => /^[А-ЯӘҒҚҢӨҰҮҺІNБ].{20,}\.$/u.test(text))).toBe(true);
      expect(nextSteps[next].kk).not.toBe('');
    }
  });
});

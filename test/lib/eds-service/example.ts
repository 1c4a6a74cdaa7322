import { readIssued } from '../../../lib/signing/issued.ts';
import type { Signer } from '../../../lib/signing/signer-info.ts';
import { openChecks, type ChecksNeeds } from '../../../lib/eds-service/checks.ts';
import { routes, type RouteNeeds } from '../../../lib/eds-service/routes.ts';
import { signCrl, type Revocation } from '../../../lib/local/authority/crl.ts';
import { identifierOf } from '../../../lib/local/authority/issuer.ts';
import { openExample } from '../../../lib/local/cards/example-signatures.ts';
import type { DemoFamily } from '../../../lib/local/demo/demo-family.ts';

const now = new Date('2026-11-30T09:00:00Z');
const minutes = (count: number) => new Date(now.getTime() + count * 60_000);
/** After the example's timestamps and answers. */
export const later = minutes(2);

export const base64 = (octets: Uint8Array) => Buffer.from(octets).toString('base64');

/** An authority, people who sign, and the service that trusts it, without HTTP. */
export async function openService(family: DemoFamily) {
  const example = await openExample(family, now);
  const { nca } = example.authority;

  const listOf = (issuer: Signer, revoked: readonly Revocation[]) =>
    signCrl(
      {
        issuer: readIssued(issuer.certificate).subject,
        issuerKeyIdentifier: identifierOf(issuer),
        ...{ thisUpdate: minutes(1), nextUpdate: minutes(60), number: 9, revoked },
      },
      issuer.privateKey,
    );

  const needsOf = (given: Partial<ChecksNeeds> = {}, more: Partial<RouteNeeds> = {}): RouteNeeds => ({
    checks: openChecks({
      profile: example.profile,
      material: async () => ({ certificates: example.certificates, crls: example.crls }),
      askOcsp: async () => [],
      clock: () => later,
      ...given,
    }),
    purpose: 'signature',
    asksResponders: false,
    ...more,
  });

  return {
    example,
    needsOf,
    /** The authority's lists, with this person revoked. */
    listsRevoking: (person: Signer) => [
      example.crls[0]!,
      listOf(nca, [{ serial: readIssued(person.certificate).serial, at: minutes(-30), reason: 'keyCompromise' }]),
    ],
    /** A call; the body as a client reads it. */
    async ask(path: string, body: unknown, needs: RouteNeeds = needsOf()) {
      const answer = await routes.get(path)!.answer(body, needs);
      return { ...answer, body: JSON.parse(JSON.stringify(answer.body)) as Record<string, unknown> };
    },
  };
}
export type Service = Awaited<ReturnType<typeof openService>>;

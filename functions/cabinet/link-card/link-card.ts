import type { Answered, Asked } from '../../../lib/adapters/http/serve.ts';
import { logEvent } from '../../../lib/adapters/log.ts';
import { documentOf, type OutputNeeds } from '../../../lib/adapters/output/write-output.ts';
import type { CardPages } from '../../../lib/adapters/pdf/card/card.ts';
import type { makeCard } from '../../../lib/adapters/pdf/card/make-card.ts';
import { LINK_SECONDS } from '../../../lib/adapters/s3/attachments.ts';
import type { Documents } from '../../../lib/adapters/s3/documents.ts';
import type { TrustMaterial } from '../../../lib/adapters/trust/trust-material.ts';
import type { Caller } from '../../../lib/domain/access/roles.ts';
import { sha256Hex } from '../../../lib/domain/digest/sha256.ts';
import type { Account } from '../../../lib/domain/identity/account.ts';
import type { Language } from '../../../lib/domain/language/bilingual.ts';
import type { OutputDocument } from '../../../lib/domain/output/document.ts';
import { titleOfOutput } from '../../../lib/domain/output/issued-document.ts';
import type { DeliveredOutput } from '../../../lib/domain/output/output.ts';
import { isRefusal, refuse, type Refusal } from '../../../lib/domain/problem/problem.ts';
import type { ServiceCard } from '../../../lib/domain/regulation/card.ts';
import type { FindService } from '../../../lib/domain/regulation/cards.ts';
import { findAllowed } from '../../../lib/domain/request/access.ts';
import type { Requests } from '../../../lib/domain/request/change.ts';
import { mayRead } from '../../../lib/domain/request/ownership.ts';
import { deliveredOf, isDecided, type Request } from '../../../lib/domain/request/request.ts';
import { handedOut } from '../../../lib/domain/signature/stamp.ts';
import type { Profile } from '../../../lib/eds/profiles/profile.ts';
import type { contract } from './contract.ts';

interface Needs extends Pick<OutputNeeds, 'places' | 'renderOutput' | 'publicUrl'> {
  readonly requests: Pick<Requests, 'find'>;
  readonly accounts: { find(account: string): Promise<Account | undefined> };
  readonly documents: Pick<Documents, 'has' | 'read' | 'write' | 'link'>;
  readonly material: (now: Date) => Promise<TrustMaterial>;
  readonly profile: Profile;
  readonly findService: FindService;
  readonly makeCard: typeof makeCard;
  readonly now: Date;
}

/** Makes the card once for each language, choice of pages and form of the signature, and keeps it: it holds answers of its day. */
export async function linkCard(
  { params, query, language }: Asked<typeof contract>,
  caller: Caller,
  needs: Needs,
): Promise<Answered | Refusal> {
  const request = await findAllowed(needs.requests, params.id, caller, mayRead);
  if (isRefusal(request)) return request;
  const [output] = deliveredOf(request);
  if (!output) return refuse('output/not-ready');
  const { signature } = output;
  if (signature?.stamp?.state === 'awaited') return refuse('card/not-yet');
  if (signature?.stamp?.state !== 'kept') return refuse('card/not-possible');
  const cmsKey = handedOut(signature);
  const written = query.language ?? language;
  const parts = sha256Hex(Buffer.from(`${output.file.sha256} ${cmsKey} ${written} ${query.pages}`)).slice(0, 16);
  const key = `requests/${request.id}/card/${output.number}-${parts}.pdf`;
  if (!(await needs.documents.has(key))) {
    const card = await writeCard(request, output, { cmsKey, language: written, pages: query.pages }, needs);
    if (isRefusal(card)) return card;
    await needs.documents.write(key, card.pdf, 'application/pdf');
  }
  const url = await needs.documents.link(key, `${output.number}-card.pdf`);
  return { body: { number: output.number, language: written, document: { url, expiresInSeconds: LINK_SECONDS } } };
}

interface Wanted {
  readonly cmsKey: string;
  readonly language: Language;
  readonly pages: CardPages;
}

async function writeCard(
  request: Request,
  output: DeliveredOutput,
  { cmsKey, language, pages }: Wanted,
  needs: Needs,
): Promise<{ readonly pdf: Uint8Array } | Refusal> {
  const { documents, profile, now, publicUrl } = needs;
  const service = needs.findService(request.service, request.regulationVersion);
  if (!service) throw new Error(`service ${request.service} has no card`);
  const [octets, cms, trust] = await Promise.all([
    documents.read(output.file.key),
    documents.read(cmsKey),
    needs.material(now),
  ]);
  const made = await needs.makeCard(
    {
      ...{ language, pages, madeAt: now },
      system: { name: `e-akimat (${new URL(publicUrl).host})`, checkUrl: `${publicUrl}/app/verify` },
      document: {
        title: titleOfOutput(output.kind, service)[language],
        description: `№ ${output.number}. ${service.title[language]}`,
        ...{ fileName: `${output.number}.pdf`, octets, type: 'application/pdf', madeAt: new Date(output.formedAt) },
      },
      signatures: [{ fileName: `${output.number}.p7s`, cms }],
      visual: pages === 'all' ? await drawnFrom(request, output, service, needs) : undefined,
    },
    { ...trust, profile, at: now },
  );
  if (made?.report.verdict === 'passed') return { pdf: made.pdf };
  logEvent('card-not-passed', { request: request.id, verdict: made?.report.verdict ?? 'no-timestamp' });
  return refuse('card/not-possible');
}

/** What the document was drawn from; undefined if that gives other octets today: then the card does not show it. */
async function drawnFrom(
  request: Request,
  { file }: DeliveredOutput,
  service: ServiceCard,
  { accounts, renderOutput, ...needs }: Needs,
): Promise<OutputDocument | undefined> {
  if (!isDecided(request)) return undefined;
  const signer = file.signer === undefined ? undefined : await accounts.find(file.signer);
  const document = documentOf(request, service, needs, signer);
  return sha256Hex(await renderOutput(document)) === file.sha256 ? document : undefined;
}

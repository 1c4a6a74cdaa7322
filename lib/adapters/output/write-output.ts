import { sha256Hex } from '../../domain/digest/sha256.ts';
import type { Holder } from '../../domain/access/roles.ts';
import { composeOutput } from '../../domain/output/compose.ts';
import type { OutputDocument } from '../../domain/output/document.ts';
import type { OutputFile } from '../../domain/output/output.ts';
import { duties } from '../../domain/output/wording.ts';
import { officeNamed, type ServiceCard } from '../../domain/regulation/card.ts';
import type { Place } from '../../domain/regulation/place.ts';
import { regions } from '../../domain/regulation/regions.ts';
import type { DecidedRequest } from '../../domain/request/request.ts';
import { inBoth, signerOf } from './signer-of.ts';
import type { Documents } from '../s3/documents.ts';

export interface OutputNeeds {
  readonly documents: Pick<Documents, 'has' | 'write'>;
  readonly places: readonly Pick<Place, 'code' | 'address' | 'phones' | 'email'>[];
  readonly renderOutput: (document: OutputDocument) => Promise<Uint8Array>;
  readonly publicUrl: string;
}

/**
 * Makes the output document of a decided request and stores it. The bytes follow from the request and the signer alone, and the key from
 * the bytes, so that made again nothing is written again. `signer`: the account that has claimed the signature; without one the document refers to its
 * signature.
 */
export async function writeOutput(
  request: DecidedRequest,
  service: ServiceCard,
  { documents, renderOutput, ...needs }: OutputNeeds,
  signer?: Holder,
): Promise<OutputFile> {
  const { id } = request;
  const document = documentOf(request, service, needs, signer);
  const bytes = await renderOutput(document);
  const post = document.signer?.position;
  const sha256 = sha256Hex(bytes);
  const key = `requests/${id}/output/${document.number}-${sha256.slice(0, 16)}.pdf`;
  if (!(await documents.has(key))) await documents.write(key, bytes, 'application/pdf');
  return {
    key,
    sha256,
    size: bytes.length,
    ...(signer && { signer: signer.id }),
    ...(post !== undefined && { post: inBoth(post) }),
  };
}

/** What the document of a request is drawn from. */
export function documentOf(
  request: DecidedRequest,
  service: ServiceCard,
  { places, publicUrl }: Pick<OutputNeeds, 'places' | 'publicUrl'>,
  signer?: Holder,
): OutputDocument {
  const { id, output, decision, office } = request;
  if (!output) throw new Error(`request ${id} has no output to create`);
  const place = places.find(({ code }) => code === office);
  const by = { name: decision.by.name, position: duties[decision.by.position] };
  return composeOutput(
    service,
    { ...request, decision: { ...decision, by } },
    {
      number: output.number,
      issuedAt: output.formedAt,
      office: officeNamed(service, office),
      ...(place && { place }),
      region: regions[service.region],
      publicUrl,
      ...(signer && { signer: signerOf(signer, service) }),
    },
  );
}

import type { Applying } from '../identity/organisation.ts';
import type { Bilingual } from '../language/bilingual.ts';
import { rightOfAppeal } from './appeal.ts';
import type { Issuing } from './issued-document.ts';
import { signedOf } from './output.ts';
import { dayOf, writeShortDay } from '../language/dates.ts';
import type { Region } from '../regulation/regions.ts';
import type { ServiceCard } from '../regulation/card.ts';
import { representativeOf } from '../regulation/representative.ts';
import type { FormValues } from '../regulation/form-values.ts';
import { OutputDocument, type Signer } from './document.ts';
import { printFields, printText, type Line } from './fields.ts';
import { verificationUrl } from './number.ts';
import { printedOrganisation } from './organisation.ts';
import { nameRepresentative, representativeLabel } from './representative.ts';

/** The part of a regulation's card that a document needs. */
export interface Service {
  readonly title: Bilingual;
  readonly region: Region;
  readonly zone: string;
  readonly appeal?: ServiceCard['appeal'];
  readonly decree: { readonly named: Bilingual };
  readonly output: Form & { readonly interim?: Form | undefined };
}

interface Form {
  readonly title: Bilingual;
  readonly basis?: Bilingual | undefined;
  readonly text?: Bilingual | undefined;
  readonly closing?: Bilingual | undefined;
  readonly lines: readonly Line[];
}

type Official = { readonly name: string; readonly position: string | Bilingual };

/** The part of a request that a document needs. `at` and `issuedAt` are UTC instants, shown in the service's zone. */
export interface Decided {
  readonly number: string;
  readonly applicant: { readonly fullName: string; readonly iin: string };
  readonly organisation?: Applying['organisation'];
  readonly submission: { readonly at: string } & NonNullable<Applying['submission']>;
  readonly form: FormValues;
  readonly output?: { readonly place?: number | undefined } | undefined;
  /** Documents of former runs, the oldest first. */
  readonly earlier?: Issuing['earlier'];
  /** Signed by hand. */
  readonly paper?: boolean;
  readonly decision: { readonly by: Official } & (
    | {
        readonly outcome: 'approved';
        /** Whether the document has the form of the interim document. */
        readonly interim?: true | undefined;
        readonly fields: FormValues;
      }
    | { readonly outcome: 'refused'; readonly ground: string; readonly text: string }
  );
}

export interface Issue {
  readonly number: string;
  readonly issuedAt: string;
  readonly office: string | Bilingual;
  /** Where the office is, as the regulation's directory has it. */
  readonly place?: {
    readonly address?: string | undefined;
    readonly phones: readonly string[];
    readonly email?: string | undefined;
  };
  readonly region: Bilingual;
  readonly publicUrl: string;
  /** Absent while the signer is not known: the document then refers to its signature. */
  readonly signer?: Signer;
}

/**
 * The document that answers a decided request. Throws a ZodError naming the field when a value cannot be printed.
 *
 * @param service the regulation's card; @param request the decided request; @param issue number, day and place of issue
 */
export function composeOutput(service: Service, request: Decided, issue: Issue): OutputDocument {
  const { decision, applicant } = request;
  const submittedOn = dayOf(request.submission.at, service.zone);
  const person = { name: applicant.fullName, iin: applicant.iin };
  const organisation = printedOrganisation(request);
  const acting = representativeOf(request);
  const representative = acting && nameRepresentative(acting);
  const everywhere = {
    number: issue.number,
    issuedOn: dayOf(issue.issuedAt, service.zone),
    office: issue.office,
    region: bilingual(issue.region),
    service: bilingual(service.title),
    decree: bilingual(service.decree.named),
    request: { number: request.number, submittedOn },
    applicant: person,
    ...(organisation && { organisation }),
    preparedBy: { name: decision.by.name, position: decision.by.position },
    verifyUrl: verificationUrl(issue.publicUrl, issue.number),
    ...(issue.signer && { signer: issue.signer }),
    ...(request.paper && { byHand: true }),
    ...replacesIn(request, service.zone),
  };
  if (decision.outcome === 'refused')
    return OutputDocument.parse({
      ...everywhere,
      kind: 'refusal',
      ground: decision.ground,
      text: decision.text,
      ...(representative && { representative }),
      appeal: rightOfAppeal(service, { name: issue.office, ...issue.place }, everywhere.issuedOn).map(bilingual),
    });
  const form = decision.interim ? service.output.interim : service.output;
  if (!form) throw new Error(`request ${request.number} has an interim decision, and its service no such document`);
  const { title, basis, text, closing, lines } = form;
  const known = {
    applicant: person,
    organisation,
    submittedOn,
    form: request.form,
    place: request.output?.place,
    decided: decision.fields,
  };
  return OutputDocument.parse({
    ...everywhere,
    kind: 'certificate',
    title: bilingual(title),
    ...(basis && { basis: bilingual(basis) }),
    ...(text && { text: printText(text, lines, known) }),
    ...(closing && { closing: printText(closing, lines, known) }),
    fields: [
      ...printFields(lines, known, [text, closing]),
      ...(representative ? [{ label: representativeLabel, value: representative }] : []),
    ],
  });
}

/** A document made in the place of a withdrawn one names it. */
function replacesIn({ earlier }: Decided, zone: string) {
  const last = earlier?.at(-1);
  const signed = signedOf(last?.output);
  if (!last?.withdrawn || !signed) return {};
  const { number } = last.output;
  const day = writeShortDay(dayOf(signed.at, zone));
  const isRefusal = last.output.kind === 'refusal';
  return {
    replaces: {
      kk: `Кері қайтарып алынған ${day} № ${number} ${isRefusal ? 'бас тартудың' : 'құжаттың'} орнына берілді.`,
      ru: `Выдан взамен отозванного ${isRefusal ? 'отказа' : 'документа'} № ${number} от ${day}.`,
    },
  };
}

const bilingual = ({ kk, ru }: Bilingual): Bilingual => ({ kk, ru });

import * as z from 'zod';
import type { Applying } from '../identity/organisation.ts';
import type { Bilingual } from '../language/bilingual.ts';
import { writeMoney } from '../language/number-words.ts';
import type { Invoice } from '../payment/invoice.ts';
import { dayOf, writeInstant } from '../language/dates.ts';
import { officeNamed, type ServiceCard } from '../regulation/card.ts';
import { regions } from '../regulation/regions.ts';
import { representativeOf } from '../regulation/representative.ts';
import type { FormValues } from '../regulation/form-values.ts';
import { OutputField } from './document.ts';
import { Printable, Text, toPrintable, Words } from './printable.ts';
import { organisationLabels, printedOrganisation } from './organisation.ts';
import { nameRepresentative, representativeLabel } from './representative.ts';
import { cabinet, labels, none, paidBy, portal, provisional, titles } from './receipt-wording.ts';

/** «Талон», «расписка»: what applicants get when they hand in their papers. */
export const ReceiptDocument = z.strictObject({
  title: Words,
  /** Number of the request. */
  number: Printable,
  /** Day of the receipt in the office's zone; also the PDF's creation date, so that the bytes repeat. */
  issuedOn: z.iso.date(),
  office: Text,
  region: Words,
  fields: z.array(OutputField),
  decree: Words,
  /** The decree's words on this paper, in Russian, and their source. */
  words: z.strictObject({ text: Printable, source: Printable }).optional(),
  /** Who signs it by hand; absent if nobody does. */
  signed: z.array(Words).optional(),
});
export type ReceiptDocument = z.infer<typeof ReceiptDocument>;

/** Who took the papers and where; absent if the applicant filed the request on the portal. */
export interface Taker {
  readonly name: string;
  readonly position?: string | undefined;
  readonly place: string;
}

/** The part of a numbered request that a receipt needs. `office` is its code; times are UTC instants. */
export interface Receivable {
  readonly number: string;
  readonly channel: string;
  readonly office: string;
  readonly applicant: { readonly fullName: string; readonly iin: string };
  readonly organisation?: Applying['organisation'];
  readonly submission?: Applying['submission'];
  readonly form: FormValues;
  readonly attachments: readonly { readonly name: string }[];
  readonly invoice?: Invoice | undefined;
  readonly receivedAt: string;
  readonly dueAt: string;
  /** Of a provisional due time: the last reviewed year of the calendar. */
  readonly calendarUntil?: string | undefined;
}

/** The receipt of a numbered request. It follows from the request alone, so it is the same at any time. */
export function composeReceipt(service: ServiceCard, request: Receivable, taker?: Taker): ReceiptDocument {
  const { receipts, zone, decree } = service;
  const region = regions[service.region];
  const words = receipts.find(
    ({ kind, channels }) => kind !== 'delivery' && (channels?.some((each) => each === request.channel) ?? true),
  );
  const acting = representativeOf(request);
  const { invoice } = request;
  const organisation = printedOrganisation(request);
  const office = officeNamed(service, request.office);
  const at = (instant: string): Bilingual => ({
    kk: writeInstant(instant, 'kk', zone),
    ru: writeInstant(instant, 'ru', zone),
  });
  const files = request.attachments.map(({ name }, index) => `${index + 1}. ${toPrintable(name)}`).join('\n');
  return ReceiptDocument.parse({
    title: titles[words?.kind === 'coupon' ? 'coupon' : 'receipt'],
    number: request.number,
    issuedOn: dayOf(request.receivedAt, zone),
    office,
    region: { kk: region.kk, ru: region.ru },
    fields: [
      { label: labels.number, value: request.number },
      { label: labels.receivedAt, value: at(request.receivedAt) },
      { label: labels.service, value: { kk: service.title.kk, ru: service.title.ru } },
      ...(organisation
        ? [
            { label: organisationLabels.organisation, value: organisation.name },
            { label: organisationLabels.bin, value: organisation.bin },
          ]
        : []),
      {
        label: organisation ? organisationLabels.inItsName : labels.applicant,
        value: toPrintable(request.applicant.fullName),
      },
      { label: labels.iin, value: request.applicant.iin },
      ...(acting ? [{ label: representativeLabel, value: nameRepresentative(acting) }] : []),
      { label: labels.takenBy, value: taker ? nameOf(taker) : portal },
      { label: labels.attachments, value: files === '' ? none : files },
      ...(invoice?.paidAt === undefined
        ? []
        : [{ label: labels.paid, value: paidBy(invoice.number, writeMoney(invoice.tenge), at(invoice.paidAt)) }]),
      { label: labels.office, value: office },
      { label: labels.dueAt, value: dueOf(request, at(request.dueAt)) },
      { label: labels.resultAt, value: taker?.place ?? cabinet },
    ] satisfies OutputField[],
    decree: { kk: decree.named.kk, ru: decree.named.ru },
    ...(words && { words: { text: words.text, source: words.source } }),
  });
}

function dueOf({ calendarUntil }: Receivable, at: Bilingual): Bilingual {
  if (calendarUntil === undefined) return at;
  const note = provisional(calendarUntil);
  return { kk: `${at.kk} (${note.kk})`, ru: `${at.ru} (${note.ru})` };
}

const nameOf = ({ name, position, place }: Taker) =>
  [toPrintable(name), ...(position ? [toPrintable(position)] : []), place].join('\n');

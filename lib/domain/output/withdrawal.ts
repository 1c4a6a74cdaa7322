import type { Bilingual } from '../language/bilingual.ts';
import { dayOf, writeInstant } from '../language/dates.ts';
import { writeMoney } from '../language/number-words.ts';
import { officeNamed, type ServiceCard } from '../regulation/card.ts';
import { placeName } from '../regulation/places.ts';
import { regions } from '../regulation/regions.ts';
import { withdrawalRules, type WithdrawalWay } from '../withdrawal/rules.ts';
import type { OutputField } from './document.ts';
import { organisationLabels, printedOrganisation } from './organisation.ts';
import { toPrintable } from './printable.ts';
import { ReceiptDocument, type Receivable } from './receipt.ts';
import { labels, paidBy, portal, titles, withdrawnLabels } from './receipt-wording.ts';

/** The part of a request that the paper names. What was taken back before it had a number is called by its identifier. */
interface Withdrawable extends Pick<Receivable, 'office' | 'applicant' | 'organisation' | 'invoice'> {
  readonly id: string;
  readonly number?: string | undefined;
  readonly submission: { readonly at: string; readonly signerOrganisation?: string | undefined };
}

/** The signed word. */
interface Word {
  readonly at: string;
  /** Of an employee who signed it for a visitor. */
  readonly as?: { readonly name?: string | undefined; readonly place?: string | undefined } | undefined;
  readonly cmsSha256: string;
}

/** Says that the applicant has withdrawn, when, and by which signed word. It follows from the request alone. */
export function composeWithdrawal(
  service: ServiceCard,
  request: Withdrawable,
  way: WithdrawalWay,
  { at, as, cmsSha256 }: Word,
): ReceiptDocument {
  const { zone, decree } = service;
  const region = regions[service.region];
  const organisation = printedOrganisation(request);
  const { invoice, submission, applicant } = request;
  const written = (instant: string): Bilingual => ({
    kk: writeInstant(instant, 'kk', zone),
    ru: writeInstant(instant, 'ru', zone),
  });
  const number = numberOf(request);
  return ReceiptDocument.parse({
    title: titles[way],
    number,
    issuedOn: dayOf(at, zone),
    office: officeNamed(service, request.office),
    region: { kk: region.kk, ru: region.ru },
    fields: [
      { label: labels.number, value: number },
      { label: labels.service, value: { kk: service.title.kk, ru: service.title.ru } },
      ...(organisation
        ? [
            { label: organisationLabels.organisation, value: organisation.name },
            { label: organisationLabels.bin, value: organisation.bin },
          ]
        : []),
      {
        label: organisation ? organisationLabels.inItsName : labels.applicant,
        value: toPrintable(applicant.fullName),
      },
      { label: labels.iin, value: applicant.iin },
      { label: withdrawnLabels.submittedAt, value: written(submission.at) },
      { label: withdrawnLabels.at, value: written(at) },
      { label: withdrawnLabels.words, value: withdrawalRules.statements[way] },
      { label: withdrawnLabels.by, value: as?.place === undefined ? portal : signerOf(as.name, as.place) },
      { label: withdrawnLabels.cms, value: cmsSha256 },
      ...(invoice?.paidAt === undefined
        ? []
        : [{ label: labels.paid, value: paidBy(invoice.number, writeMoney(invoice.tenge), written(invoice.paidAt)) }]),
      { label: labels.office, value: officeNamed(service, request.office) },
    ] satisfies OutputField[],
    decree: { kk: decree.named.kk, ru: decree.named.ru },
  });
}

export const numberOf = ({ number, id }: Pick<Withdrawable, 'number' | 'id'>): string => number ?? id;

const signerOf = (name: string | undefined, place: string) =>
  [...(name === undefined ? [] : [toPrintable(name)]), placeName(place)].join('\n');

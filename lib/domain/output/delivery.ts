import type { Bilingual } from '../language/bilingual.ts';
import { dayOf, writeInstant, writeShortDay } from '../language/dates.ts';
import { officeNamed, type ServiceCard } from '../regulation/card.ts';
import { regions } from '../regulation/regions.ts';
import type { Output } from './output.ts';
import { toPrintable } from './printable.ts';
import { ReceiptDocument, type Receivable, type Taker } from './receipt.ts';
import { handedLabels, handedWhat, handSignatures, labels, titles } from './receipt-wording.ts';
import type { Recipient } from './recipient.ts';
import { identityDocuments } from './recipient-words.ts';

/** The result that somebody has collected. */
interface Collected extends Output {
  deliveredAt: string;
  handedTo: NonNullable<Output['handedTo']>;
}

export const isCollected = (output: Output | undefined): output is Collected =>
  output?.handedTo !== undefined && output.deliveredAt !== undefined;

/** What the decree says of the paper that the recipient signs in this channel; undefined where it names none. */
const wordsOf = ({ receipts }: ServiceCard, channel: string) =>
  receipts.findLast(
    ({ kind, channels }) => kind === 'delivery' && (channels?.some((each) => each === channel) ?? true),
  );

/**
 * «Расписка о выдаче»: printed and signed by hand when the result is handed over, where the decree has it. It follows from the
 * request alone. Undefined where the decree has none.
 */
export function composeDelivery(
  service: ServiceCard,
  request: Pick<Receivable, 'number' | 'channel' | 'office' | 'applicant'>,
  output: Collected,
  giver: Taker,
): ReceiptDocument | undefined {
  const words = wordsOf(service, request.channel);
  if (!words) return undefined;
  const { zone, decree } = service;
  const region = regions[service.region];
  const { recipient } = output.handedTo;
  const at: Bilingual = {
    kk: writeInstant(output.deliveredAt, 'kk', zone),
    ru: writeInstant(output.deliveredAt, 'ru', zone),
  };
  const { fullName, iin } = recipient.who === 'applicant' ? request.applicant : recipient;
  return ReceiptDocument.parse({
    title: titles.delivery,
    number: request.number,
    issuedOn: dayOf(output.deliveredAt, zone),
    office: officeNamed(service, request.office),
    region: { kk: region.kk, ru: region.ru },
    fields: [
      { label: labels.number, value: request.number },
      { label: labels.service, value: { kk: service.title.kk, ru: service.title.ru } },
      { label: handedLabels.what, value: handedWhat[output.kind] },
      { label: handedLabels.document, value: output.number },
      { label: labels.applicant, value: toPrintable(request.applicant.fullName) },
      { label: handedLabels.to, value: toPrintable(fullName) },
      { label: labels.iin, value: iin },
      { label: handedLabels.shown, value: shownBy(recipient) },
      ...(recipient.who === 'representative' ? [{ label: handedLabels.power, value: powerOf(recipient) }] : []),
      { label: handedLabels.at, value: at },
      {
        label: handedLabels.by,
        value: [giver.name, giver.position, giver.place]
          .filter(Boolean)
          .map((part) => toPrintable(part!))
          .join('\n'),
      },
    ],
    decree: { kk: decree.named.kk, ru: decree.named.ru },
    words: { text: words.text, source: words.source },
    signed: [...handSignatures],
  });
}

function shownBy({ document: { kind, number } }: Recipient): Bilingual {
  const { kk, ru } = identityDocuments[kind];
  const no = toPrintable(number);
  return { kk: `${kk} № ${no}`, ru: `${ru} № ${no}` };
}

function powerOf(acting: Extract<Recipient, { who: 'representative' }>): Bilingual {
  const no = toPrintable(acting.powerNumber);
  const [from, to] = [writeShortDay(acting.powerIssuedOn), writeShortDay(acting.powerUntil)];
  return {
    kk: `${from} берілген № ${no}, ${to} дейін жарамды`,
    ru: `№ ${no} от ${from}, действует до ${to}`,
  };
}

import type { Answered, Asked } from '../../../lib/adapters/http/serve.ts';
import { writeMoney } from '../../../lib/domain/language/number-words.ts';
import type { FeeOf } from '../../../lib/domain/payment/fees.ts';
import { nameOf } from '../../../lib/domain/regulation/regions.ts';
import { refuse, type Refusal } from '../../../lib/domain/problem/problem.ts';
import { PRESENT, type FindService } from '../../../lib/domain/regulation/cards.ts';
import type { ServiceDetail } from '../../../lib/domain/regulation/detail.ts';
import { formSchema } from '../../../lib/domain/regulation/form-schema.ts';
import type { OfferedIn } from '../../../lib/domain/regulation/offered.ts';
import type { contract } from './contract.ts';

interface Needs {
  readonly findService: FindService;
  readonly findDetail: (id: string, version: string) => ServiceDetail | undefined;
  readonly offeredIn: OfferedIn;
  readonly feeOf: FeeOf;
}

export async function showService(
  { params, query }: Asked<typeof contract>,
  { findService, findDetail, offeredIn, feeOf }: Needs,
): Promise<Answered | Refusal> {
  const { version = PRESENT } = query;
  const card = findService(params.service, version);
  const detail = findDetail(params.service, version);
  if (!card || !detail) return refuse('service/unknown');
  const { machine: _, ...service } = card;
  const { registered, amended, repealed, excluded, ...more } = detail;
  const { issuer, number, date, named } = card.decree;
  const offered = offeredIn(card.id);
  const fee = feeOf(card.id);
  return {
    body: {
      ...service,
      ...more,
      regionName: nameOf(card.region),
      decree: {
        issuer,
        number,
        date,
        named,
        registered,
        amended,
        ...(repealed && { repealed }),
        ...(excluded && { excluded }),
      },
      ...(offered && { offered }),
      ...(fee && { fee: { tenge: fee.tenge, sum: writeMoney(fee.tenge), days: fee.days } }),
      schema: formSchema(more.form.ru, card.fields),
    },
  };
}

import type { Answered, Asked } from '../../lib/adapters/http/serve.ts';
import { refuse, type Refusal } from '../../lib/domain/problem/problem.ts';
import type { ServiceCard } from '../../lib/domain/regulation/cards.ts';
import type { contract } from './contract.ts';

export async function showService(
  { params }: Asked<typeof contract>,
  { findService }: { readonly findService: (id: string) => ServiceCard | undefined },
): Promise<Answered | Refusal> {
  const service = findService(params.service);
  return service ? { body: service } : refuse('service/unknown');
}

import type { Answered, Asked } from '../../../lib/adapters/http/serve.ts';
import { refuse, type Refusal } from '../../../lib/domain/problem/problem.ts';
import { PRESENT } from '../../../lib/domain/regulation/find-version.ts';
import type { ServiceText } from '../../../lib/domain/regulation/text.ts';
import type { contract } from './contract.ts';

interface Needs {
  readonly findText: (id: string, version: string) => ServiceText | undefined;
}

export async function showServiceText(
  { params, query }: Asked<typeof contract>,
  { findText }: Needs,
): Promise<Answered | Refusal> {
  const text = findText(params.service, query.version ?? PRESENT);
  return text ? { body: text } : refuse('service/unknown');
}

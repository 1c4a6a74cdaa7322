import type { Answered, Asked } from '../../../lib/adapters/http/serve.ts';
import { svgHeaders } from '../../../lib/adapters/http/svg.ts';
import { mayRead } from '../../../lib/domain/request/ownership.ts';
import type { Caller } from '../../../lib/domain/access/roles.ts';
import type { Diagram } from '../../../lib/domain/diagram/diagram.ts';
import { marksOf } from '../../../lib/domain/diagram/marks.ts';
import { drawSvg } from '../../../lib/domain/diagram/svg.ts';
import { requestWords } from '../../../lib/domain/diagram/words.ts';
import { isRefusal, type Refusal } from '../../../lib/domain/problem/problem.ts';
import { findAllowed } from '../../../lib/domain/request/access.ts';
import type { Requests } from '../../../lib/domain/request/change.ts';
import type { contract } from './contract.ts';

interface Needs {
  readonly requests: Pick<Requests, 'find'>;
  readonly findDiagram: (service: string, channel: string, version: string) => Diagram | undefined;
  readonly now: Date;
}

export async function showRequestDiagram(
  { params, language }: Asked<typeof contract>,
  caller: Caller,
  { requests, findDiagram, now }: Needs,
): Promise<Answered | Refusal> {
  const request = await findAllowed(requests, params.id, caller, mayRead);
  if (isRefusal(request)) return request;
  const diagram = findDiagram(request.service, request.channel, request.regulationVersion);
  if (!diagram) throw new Error(`no diagram for ${request.service}, ${request.channel}`);
  const caption = 'number' in request && request.number ? `${requestWords[language]} № ${request.number}` : undefined;
  const drawing = { language, marks: marksOf(request, diagram, now), ...(caption !== undefined && { caption }) };
  return { text: drawSvg(diagram, drawing), headers: svgHeaders };
}

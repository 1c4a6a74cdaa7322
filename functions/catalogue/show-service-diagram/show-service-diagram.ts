import type { Answered, Asked } from '../../../lib/adapters/http/serve.ts';
import { svgHeaders } from '../../../lib/adapters/http/svg.ts';
import type { Diagram } from '../../../lib/domain/diagram/diagram.ts';
import { drawSvg } from '../../../lib/domain/diagram/svg.ts';
import { refuse, type Refusal } from '../../../lib/domain/problem/problem.ts';
import { PRESENT } from '../../../lib/domain/regulation/find-version.ts';
import type { contract } from './contract.ts';

interface Needs {
  readonly findDiagram: (service: string, channel: string, version: string) => Diagram | undefined;
}

export async function showServiceDiagram(
  { params, language }: Asked<typeof contract>,
  { findDiagram }: Needs,
): Promise<Answered | Refusal> {
  const diagram = findDiagram(params.service, params.channel, PRESENT);
  return diagram ? { text: drawSvg(diagram, { language }), headers: svgHeaders } : refuse('service/unknown');
}

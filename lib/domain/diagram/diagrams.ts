import generated from '../../../statemachines/diagrams.json' with { type: 'json' };
import former from '../../../statemachines/former/diagrams.json' with { type: 'json' };
import { findVersion } from '../regulation/find-version.ts';
import { Diagram } from './diagram.ts';

const parsed = new Map<object, Diagram>();

/** The picture of a service's channel, laid out by `npm run compile`: of the named version, or of the present one (`PRESENT`). */
export function findDiagram(service: string, channel: string, version: string): Diagram | undefined {
  const isIt = (each: { service: string; channel: string }) => each.service === service && each.channel === channel;
  const found = findVersion([...generated, ...former], isIt, version);
  if (!found) return undefined;
  const diagram = parsed.get(found) ?? Diagram.parse(found);
  parsed.set(found, diagram);
  return diagram;
}

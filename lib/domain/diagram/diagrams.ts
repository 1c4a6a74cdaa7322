import generated from '../../../statemachines/diagrams.json' with { type: 'json' };
import { Diagram } from './diagram.ts';

const parsed = new Map<string, Diagram>();

/** The picture of a service's channel, laid out by `npm run compile`. */
export function findDiagram(service: string, channel: string): Diagram | undefined {
  const known = parsed.get(`${service} ${channel}`);
  if (known) return known;
  const found = generated.find((each) => each.service === service && each.channel === channel);
  if (!found) return undefined;
  const diagram = Diagram.parse(found);
  parsed.set(`${service} ${channel}`, diagram);
  return diagram;
}

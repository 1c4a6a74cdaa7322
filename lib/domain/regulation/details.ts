import generated from '../../../statemachines/details.json' with { type: 'json' };
import { ServiceDetail } from './detail.ts';

/** What the page of a service shows besides its card. */
export function findDetail(id: string): ServiceDetail | undefined {
  const found = generated.find((detail) => detail.id === id);
  return found && ServiceDetail.parse(found);
}

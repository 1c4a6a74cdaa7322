import generated from '../../../statemachines/details.json' with { type: 'json' };
import former from '../../../statemachines/former/details.json' with { type: 'json' };
import { ServiceDetail } from './detail.ts';
import { findVersion } from './find-version.ts';

/** What the page of a service shows besides its card. */
export function findDetail(id: string, version: string): ServiceDetail | undefined {
  const found = findVersion([...generated, ...former], (detail) => detail.id === id, version);
  return found && ServiceDetail.parse(found);
}

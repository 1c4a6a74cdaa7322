import generated from '../../../statemachines/texts.json' with { type: 'json' };
import former from '../../../statemachines/former/texts.json' with { type: 'json' };
import { findVersion } from './find-version.ts';
import { ServiceText } from './text.ts';

/** The decree's own sentences about a service. */
export function findText(id: string, version: string): ServiceText | undefined {
  const found = findVersion([...generated, ...former], (text) => text.id === id, version);
  return found && ServiceText.parse(found);
}

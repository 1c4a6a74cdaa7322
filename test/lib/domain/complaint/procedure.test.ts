import { expect, it } from '@jest/globals';
import { procedure } from '../../../../lib/domain/complaint/procedure.ts';
import { initials } from '../../../../lib/domain/output/number.ts';
import { findService, PRESENT, serviceIds } from '../../../../lib/domain/regulation/cards.ts';

it('a complaint goes up: the office first, the akimat last, and each has a term', () => {
  expect(procedure.levels.map(({ at }) => at)).toEqual(['office', 'akimat']);
  for (const { workingDays } of procedure.levels) expect(workingDays).toBeGreaterThan(0);
});

it('what was not read is said, and stands in no ground', () => {
  expect(procedure.readings.filter(({ reading }) => reading.startsWith('NOT READ'))).toHaveLength(1);
  expect(JSON.stringify(procedure.grounds)).not.toMatch(/стать|кодекс|закон/i);
});

it('no service is numbered like complaints', () => {
  const services = serviceIds.map((id) => initials(findService(id, PRESENT)!.service));
  expect(services).not.toContain(initials('complaint'));
});

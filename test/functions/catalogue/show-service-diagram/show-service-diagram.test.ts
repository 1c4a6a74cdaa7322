import { expect, it } from '@jest/globals';
import { showServiceDiagram } from '../../../../functions/catalogue/show-service-diagram/show-service-diagram.ts';
import { findDiagram } from '../../../../lib/domain/diagram/diagrams.ts';
import { isRefusal } from '../../../../lib/domain/problem/problem.ts';
import { asked } from '../../asked.ts';

const show = (channel: string, service = 'south-kazakhstan-unemployed-certificate') =>
  showServiceDiagram(asked({ params: { service, channel } }), { findDiagram });

it('each channel has its own diagram, which names its table', async () => {
  const [portal, con] = [await show('portal'), await show('con')];
  if (isRefusal(portal) || isRefusal(con)) throw new Error('there is no diagram');
  expect(portal.headers).toMatchObject({ 'content-type': expect.stringContaining('image/svg+xml') });
  expect(portal.text).toMatch(/^<svg[^]*<\/svg>\s*$/);
  expect(con.text).not.toBe(portal.text);
});

it('an unknown service or channel is refused', async () => {
  expect(await show('moon')).toEqual({ refused: 'service/unknown' });
  expect(await show('portal', 'moon')).toEqual({ refused: 'service/unknown' });
});

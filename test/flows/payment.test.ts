import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { addPerson } from '../../lib/local/demo/add-person.ts';
import { changeMood, payInvoice } from '../../lib/local/stand-ins/ask-moods.ts';
import { download } from '../../lib/local/http/client.ts';
import { readPdfText } from '../lib/domain/output/read-pdf.ts';
import { runCommand } from '../bin/run-command.ts';
import { applied, service, shown, standInsOf, until } from './payment-scene.ts';
import { RunningPlatform } from './running-platform.ts';
import { actor, enter, workOf, type Actor } from './scene.ts';

/** Zhambyl's service costs something here. */
const platform = new RunningPlatform();
let azamat: Actor;
let aigul: Actor;
beforeAll(async () => {
  await platform.start(0, '--paid');
  azamat = await actor(platform, 'applicant-azamat');
  aigul = await actor(platform, 'applicant-aigul');
});
afterAll(() => platform.remove());

const hasInvoice = ({ invoice }: { invoice?: object }) => invoice !== undefined;

describe('a service that costs something', () => {
  let unpaid: string;

  it('waits for the payment, which its applicant is told of, and goes on after it', async () => {
    const id = await applied(azamat);
    const { invoice, state } = await until(azamat, id, hasInvoice);
    expect(state).toBe('submitted');
    expect(invoice).toMatchObject({
      state: 'open',
      tenge: 1000,
      sum: { ru: '1\u00a0000 тенге (одна тысяча тенге)', kk: '1\u00a0000 теңге (бір мың теңге)' },
    });
    const paid = await runCommand('gateway', { args: ['pay', invoice!.number, '--data', platform.dataDir] });
    expect(paid.out).toContain(`invoice ${invoice!.number} is paid`);
    const numbered = await until(azamat, id, ({ number }) => number !== undefined);
    expect(numbered.invoice).toMatchObject({ state: 'paid', paidAt: expect.any(String) });
    const { notices } = await azamat.client.get<{ notices: { code: string; request?: string }[] }>('/notices');
    expect(notices.map(({ code }) => code)).toEqual(expect.arrayContaining(['invoice-made', 'invoice-paid']));
    const { document } = await azamat.client.get<{ document: { url: string } }>(`/requests/${id}/receipt`);
    const receipt = readPdfText(await download(document.url))
      .join(' ')
      .replaceAll(/\s+/g, ' ');
    expect(receipt).toContain(`счёт № ${invoice!.number}`);
    expect(receipt).toContain('оплачен');

    const { offices } = await azamat.client.get<{ offices: { code: string }[] }>(`/services/${service}`);
    const person = await addPerson({ role: 'mio-officer', office: offices[0]!.code }, platform.demoDir, platform.url);
    const officer = await enter(platform, person);
    await workOf(officer, id);
    expect(await officer.client.get(`/work/${id}`)).toMatchObject({ request: { invoice: { state: 'paid' } } });
  });

  it('does not refuse anybody while the payments are silent', async () => {
    await changeMood(standInsOf(platform), 'payments', { mood: 'down' });
    unpaid = await applied(aigul);
    const silent = await until(aigul, unpaid, ({ history }) => history.some(({ code }) => code === 'payments-silent'));
    expect([silent.state, silent.invoice]).toEqual(['submitted', undefined]);
    await changeMood(standInsOf(platform), 'payments', { mood: 'ok' });
    expect((await until(aigul, unpaid, hasInvoice)).invoice).toMatchObject({ state: 'open' });
  });

  it('is refused in order when nobody has paid in time, and then takes no money', async () => {
    const { invoice } = await shown(aigul, unpaid);
    await platform.kill();
    await platform.start(0, '--paid', '--later', '4');
    const later = await actor(platform, 'applicant-aigul');
    const refused = await until(later, unpaid, ({ state }) => state === 'turned-away');
    expect(refused).toMatchObject({ because: 'not-paid', invoice: { number: invoice!.number, state: 'expired' } });
    expect(refused.history.filter(({ code }) => code === 'invoice-made')).toHaveLength(1);
    expect(await payInvoice(standInsOf(platform), invoice!.number)).toBe('expired');
    const { notices } = await later.client.get<{ notices: { code: string }[] }>('/notices');
    expect(notices.map(({ code }) => code)).toContain('payment-missing');
  });

  it('is free without the switch: nobody makes an invoice', async () => {
    await platform.kill();
    await platform.start();
    const again = await actor(platform, 'applicant-azamat');
    const id = await applied(again);
    const numbered = await until(again, id, ({ number }) => number !== undefined);
    expect(numbered.invoice).toBeUndefined();
  });
});

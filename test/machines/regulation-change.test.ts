import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { cardOf } from '../../lib/domain/regulation/card.ts';
import { findAmong } from '../../lib/domain/regulation/cards.ts';
import { loadRegulation } from '../../lib/domain/regulation/load.ts';
import type { Regulation } from '../../lib/domain/regulation/regulation.ts';
import { compileChannel, stateNames } from '../../statemachines/compile.ts';
import { expectTheRowsOf } from './expect-rows.ts';
import { play, type Played } from './play.ts';
import { PRESENT } from '../../lib/domain/regulation/find-version.ts';
import { openStage, type Stage } from './stage.ts';

const file = 'statemachines/regulations/south-kazakhstan/149-unemployed-certificate.yaml';
const text = readFileSync(join(import.meta.dirname, '../..', file), 'utf8');

function load(yaml: string): Regulation {
  const loaded = loadRegulation(yaml, file);
  if ('defects' in loaded) throw new Error(loaded.defects.map(({ reason }) => reason).join('\n'));
  return loaded.regulation;
}

function replace(yaml: string, what: string | RegExp, by: string): string {
  const changed = yaml.replace(what, by);
  if (changed === yaml) throw new Error(`${String(what)} is not in the regulation`);
  return changed;
}

const shown = '{ effect: route-request, to: [portal, con] }';
/** The next day's decree: another title, a new question to the officer, one more row of the machine. */
const before = load(text);
const after = load(
  [
    ['ru: Выдача справок безработным гражданам', 'ru: Справки нового образца'],
    ['    - name: publicWorks\n', '    - name: socialWorks\n'],
    [`does: [${shown}]`, `does: [${shown}, { effect: route-request, to: [mio] }]`],
  ].reduce((yaml, [what = '', by = '']) => replace(yaml, what, by), text),
);
const portal = ({ channels }: Regulation) => channels.find(({ channel }) => channel === 'portal')!;
const officerFields = (regulation: Regulation) => cardOf(regulation).output.fields.map(({ name }) => name);

describe('a regulation that changes in the middle of a request', () => {
  let stage: Stage;
  let played: Played;
  beforeAll(async () => {
    let cards = [cardOf(before)];
    stage = { ...(await openStage([before])), findService: (id, version) => findAmong(cards)(id, version) };
    played = await play(stage, before, portal(before), 'approved', {
      meanwhile: async (run) => {
        cards = [cardOf(after), cardOf(before)];
        await run.deploy(compileChannel(after, portal(after)));
      },
    });
  });
  afterAll(() => stage?.close());

  it('is another version, with another machine and another form for the officer', () => {
    expect(after.version).not.toBe(before.version);
    expect(portal(after).actions.flatMap(stateNames)).not.toEqual(portal(before).actions.flatMap(stateNames));
    expect(officerFields(after)).not.toEqual(officerFields(before));
  });

  it('leaves the request on the rows of its own table until its document is issued', async () => {
    await expectTheRowsOf(portal(before), 'approved', played, stage);
  });

  it('leaves the request its version and the fields of its decision', () => {
    const { request } = played;
    expect(request.regulationVersion).toBe(before.version);
    const fields = 'decision' in request && request.decision.outcome === 'approved' ? request.decision.fields : {};
    expect(Object.keys(fields)).toContain('publicWorks');
    expect(Object.keys(fields)).not.toContain('socialWorks');
  });

  it('leaves its document in the register under the title of the application', async () => {
    const number = 'output' in played.request ? played.request.output?.number : undefined;
    const document = await stage.register.find(number ?? '');
    expect(JSON.stringify(document)).toContain('Выдача справок безработным гражданам');
    expect(JSON.stringify(document)).not.toContain('Справки нового образца');
  });

  it('applies to requests that are made from then on', async () => {
    const { findService } = stage;
    expect(findService(after.id, PRESENT)?.version).toBe(after.version);
    const next = { ...(await openStage([after])), findService: findAmong([cardOf(after), cardOf(before)]) };
    try {
      const { request } = await play(next, after, portal(after), 'approved');
      expect([request.state, request.regulationVersion]).toEqual(['issued', after.version]);
    } finally {
      await next.close();
    }
  });
});

import { describe, expect, it } from '@jest/globals';
import { contract } from '../../../../functions/catalogue/show-service-text/contract.ts';
import { showServiceText } from '../../../../functions/catalogue/show-service-text/show-service-text.ts';
import { isRefusal } from '../../../../lib/domain/problem/problem.ts';
import { textOf } from '../../../../lib/domain/regulation/text.ts';
import { findText } from '../../../../lib/domain/regulation/texts.ts';
import { readRegulations } from '../../../../statemachines/read.ts';

async function show(service: string, version?: string) {
  const asked = { params: { service }, query: { ...(version && { version }) }, headers: undefined, body: undefined };
  const answered = await showServiceText({ ...asked, language: 'ru', sourceIp: '' }, { findText });
  return isRefusal(answered) ? answered : contract.answer.parse(answered.body);
}

/** What a phone loads when somebody unfolds the words; the largest has 18 definitions. */
const MOST_BYTES = 12 * 1024;

describe("the decree's own words", () => {
  const { regulations } = readRegulations();

  it.each(regulations.map(({ regulation }) => regulation))(
    '$id has them as its regulation, bounded',
    async (regulation) => {
      const shown = await show(regulation.id);
      expect(shown).toEqual(textOf(regulation));
      expect(Buffer.byteLength(JSON.stringify(shown))).toBeLessThan(MOST_BYTES);
    },
  );

  it('name definitions, acts and who answers, with their points', async () => {
    const shown = await show('akmola-targeted-social-assistance');
    if (isRefusal(shown)) throw new Error(shown.refused);
    expect(shown.language).toBe('ru');
    expect([shown.definitions?.items.length, shown.basis?.source, shown.responsibility?.source]).toEqual([
      4,
      'преамбула постановления; п. 3; п. 6',
      'п. 17',
    ]);
  });

  it('are of the named version, and no other', async () => {
    const [first] = regulations;
    const id = first?.regulation.id ?? '';
    expect(await show(id, first?.regulation.version)).toMatchObject({ id });
    expect(await show(id, '000000000000')).toEqual({ refused: 'service/unknown' });
    expect(await show('nowhere-nothing')).toEqual({ refused: 'service/unknown' });
  });
});

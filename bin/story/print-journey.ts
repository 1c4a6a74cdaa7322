import type { Journey } from '../../lib/local/story/journey.ts';
import type { Score } from './plots.ts';

/** Characters of a row's words that are printed; the decree has the rest. */
const MOST = 100;

/** What happened, in its order, under the words of the row in which it happened. */
export function printJourney({ number, state, history, id }: Journey, { rows }: Score): void {
  let before: number | undefined;
  for (const { at, text, row, by } of history) {
    const found = rows.get(row ?? '');
    if (found && found.no !== before) console.log(`\n  row ${found.no}, ${found.actor}: ${shorten(found.name)}`);
    before = found?.no ?? before;
    const who = by && `${by.roleText.ru}${by.office === undefined ? '' : `, ${by.office}`}`;
    console.log(`    ${at}  ${text.ru}${who === undefined ? '' : ` (${who})`}`);
  }
  console.log(`\n  Request ${number} (${id}): ${state}.`);
}

const shorten = (words: string) => (words.length > MOST ? `${words.slice(0, MOST - 1)}…` : words);

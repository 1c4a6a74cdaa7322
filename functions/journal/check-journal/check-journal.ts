import type { Answered, Asked } from '../../../lib/adapters/http/serve.ts';
import { checkSeals, type CheckNeeds } from '../../../lib/adapters/journal/check-seals.ts';
import { faultWords } from '../../../lib/domain/journal/fault-words.ts';
import type { contract } from './contract.ts';

/** Of one call: two hours of five minutes, or as many entries as fit into its time. */
const MOST = { seals: 24, entries: 20_000 };
const FAULTS = 100;
/** So many entries after the last seal are counted. */
const UNSEALED = 1000;

export async function checkJournal(
  { query }: Pick<Asked<typeof contract>, 'query'>,
  needs: CheckNeeds,
  most = MOST,
): Promise<Answered> {
  const { after = '' } = query;
  const { seals, entries, erased, faults, last, more } = await checkSeals(needs, after, most);
  const unsealed = more ? undefined : await countUnsealed(needs, last?.until ?? after);
  return {
    body: {
      ...{ seals, entries, erased },
      faults: faults.slice(0, FAULTS).map(({ code, at }) => ({ code, text: faultWords[code], at })),
      ...(faults.length > FAULTS && { moreFaults: faults.length - FAULTS }),
      ...(last && { last: { ...last, until: last.until.replace(/#.*/, '') } }),
      ...(more && last && { next: last.until }),
      ...(unsealed !== undefined && { unsealed }),
    },
  };
}

const MONTH = 31 * 86_400_000;

/** Where there is no seal yet, as far back as the first one will look. */
async function countUnsealed({ journal, now }: CheckNeeds, after: string): Promise<number> {
  const from = after === '' ? new Date(now.getTime() - MONTH).toISOString() : after;
  return (await journal.list({ from, until: `${now.toISOString()}~`, limit: UNSEALED })).length;
}

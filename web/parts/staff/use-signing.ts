import { call, isProblem, useEffect, useRef, useState, type Answer, type Problem } from '../../kit.ts';
import { fetchFile } from './fetch-file.ts';
import { fetchOutput } from './sheets.ts';

type Bytes = Uint8Array<ArrayBuffer>;
type Shown = Answer<'POST /signable-work'>['work'];
type Signing = Answer<'POST /signed-work'>['work'];

/** A document of several, and what came of its signature. */
export interface ToSign extends Item {
  readonly result?: Signing[number] | undefined;
}
type Item = Shown[number];

/** After these nobody signs it here any more: somebody has changed the work, or may not do it. */
const ended: readonly number[] = [403, 404, 409];

export const isToSign = ({ output, result }: ToSign): boolean =>
  output !== undefined && !result?.done && !ended.includes(result?.problem?.status ?? 0);

/** The documents that somebody looks at and signs: which are opened, which are left out, and what came of it. */
export function useSigning(shown: Shown) {
  /** The latest first. */
  const [results, setResults] = useState<Signing>([]);
  /** How often all have been answered. */
  const [times, setTimes] = useState(0);
  const [opened, setOpened] = useState<readonly string[]>([]);
  const [left, setLeft] = useState<readonly string[]>([]);
  /** What was shown is what is signed. */
  const bytes = useRef(new Map<string, Bytes>());
  /** Those whose bytes were given to be signed. */
  const given = useRef<readonly string[]>([]);
  /** What is signed is not shown again after a change of the language. */
  const known = useRef(new Map<string, ToSign>());
  useEffect(() => shown.forEach((each) => each.output && known.current.set(each.id, each)), [shown]);

  const documents: readonly ToSign[] = shown.map((each) => {
    const result = results.find(({ id }) => id === each.id);
    return { ...(each.output ? each : (known.current.get(each.id) ?? each)), result };
  });
  const picked = documents.filter((each) => isToSign(each) && opened.includes(each.id) && !left.includes(each.id));

  const read = async ({ id, output }: ToSign): Promise<Bytes | Problem> => {
    const kept = bytes.current.get(id);
    if (kept) return kept;
    // Whoever reads for minutes finds the address expired.
    const first = await fetchFile(output!.document);
    const found = isProblem(first) ? await fetchOutput(id) : { bytes: first };
    if (isProblem(found)) return found;
    bytes.current.set(id, found.bytes);
    setOpened((all) => [...all, id]);
    return found.bytes;
  };
  const contents = async () => {
    given.current = picked.map(({ id }) => id);
    return picked.map(({ id }) => bytes.current.get(id)!);
  };
  const submitAll = async (cms: readonly string[]): Promise<Problem | undefined> => {
    let rest = given.current.map((id, index) => ({ id, cms: cms[index]! }));
    while (rest.length > 0) {
      const answer = await call('POST /signed-work', { body: { work: rest } });
      if (isProblem(answer)) return answer;
      setResults((all) => [...answer.work, ...all]);
      const late = answer.work.filter(({ problem }) => problem?.code === 'work/not-tried').map(({ id }) => id);
      // The server tries the first in any case.
      if (late.length === rest.length) break;
      rest = rest.filter(({ id }) => late.includes(id));
    }
    setTimes((so) => so + 1);
    return undefined;
  };
  return {
    ...{ documents, picked, times, read, contents, submitAll },
    isOpened: ({ id }: ToSign) => opened.includes(id),
    toggle: ({ id }: ToSign) => setLeft(left.includes(id) ? left.filter((each) => each !== id) : [...left, id]),
  };
}

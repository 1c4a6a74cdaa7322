import { useEffect, useState } from 'preact/hooks';
import { call, isProblem, type Answer, type Problem } from '../../kit.ts';

export type Person = Answer<'GET /people'>['people'][number];

/** As many as one page may have, and how many pages are read. */
const PAGE = 100;
const PAGES = 10;

/** Everybody who works at the office: a list to choose from. */
export function usePeople() {
  const [people, setPeople] = useState<readonly Person[]>();
  const [problem, setProblem] = useState<Problem>();
  useEffect(() => {
    let here = true;
    void readPeople().then((found) => {
      if (!here) return;
      if (isProblem(found)) setProblem(found);
      else setPeople(found);
    });
    return () => {
      here = false;
    };
  }, []);
  return { people, problem };
}

async function readPeople(): Promise<readonly Person[] | Problem> {
  const all: Person[] = [];
  let from: string | undefined;
  for (let page = 0; page < PAGES; page += 1) {
    const found = await call('GET /people', { query: { limit: PAGE, ...(from && { from }) } });
    if (isProblem(found)) return found;
    all.push(...found.people);
    from = found.next;
    if (!from) break;
  }
  return all;
}

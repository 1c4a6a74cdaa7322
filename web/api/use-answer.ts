import { useCallback, useEffect, useState } from 'preact/hooks';
import { useText } from '../state/language.ts';
import { call, type Answer, type Known, type Sent } from './call.ts';
import { isProblem, type Problem } from '../http/problem.ts';

/** What a page shows while it waits for an answer: nothing yet, the answer, or why there is none. */
export interface Awaited<Value> {
  readonly value?: Value;
  readonly problem?: Problem;
  readonly reload: () => void;
}

/**
 * Asks the API when the page opens, and again when the question or the language changes. An answer stays visible until
 * the next one has arrived.
 */
export function useAnswer<Route extends Known>(route: Route, sent: Sent<Route> = {}): Awaited<Answer<Route>> {
  const { language } = useText();
  const [found, setFound] = useState<{ value?: Answer<Route>; problem?: Problem }>({});
  const [asked, setAsked] = useState(0);
  const question = JSON.stringify(sent);
  useEffect(() => {
    let here = true;
    void call(route, JSON.parse(question) as Sent<Route>).then((answer) => {
      if (here) setFound(isProblem(answer) ? { problem: answer } : { value: answer });
    });
    return () => {
      here = false;
    };
  }, [route, question, language, asked]);
  const reload = useCallback(() => setAsked((times) => times + 1), []);
  return { ...found, reload };
}

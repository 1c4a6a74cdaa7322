import type { Environment } from '../environment.ts';
import { isSigningProblem, type SigningProblem } from '../problem.ts';
import { signOne } from '../sign-one.ts';
import type { Signed, Way, Who } from '../way.ts';
import { ncalayerUrl, readSignatures, signRequest } from './protocol.ts';
import { talk } from './talk.ts';

type Signatures = readonly Signed[] | SigningProblem;

/** With the national authority's program on the same computer, which asks for the key and its password itself. */
export function ncalayerWay(environment: Environment, url: string = ncalayerUrl): Way {
  // The page cannot distinguish a program that does not run from one whose certificate the browser refuses. A person
  // who tries again has started it, so the other solution is shown.
  let refusals = 0;

  async function refused(): Promise<SigningProblem> {
    refusals++;
    if ((await environment.permission()) === 'denied') return { problem: 'ncalayer-forbidden' };
    return { problem: refusals > 1 ? 'ncalayer-untrusted' : 'ncalayer-absent' };
  }

  async function signAll(documents: readonly Uint8Array[], who: Who, stop?: AbortSignal): Promise<Signatures> {
    const permission = environment.isPublic ? await environment.permission() : 'granted';
    if (permission === 'denied') return { problem: 'ncalayer-forbidden' };
    if (permission === 'prompt' && !(await environment.ask.permission())) return { problem: 'stopped' };
    const request = signRequest(documents, who, environment.language);
    const heard = await talk(environment.connect, url, request, stop);
    if ('end' in heard) {
      const ends = { stopped: 'stopped', blocked: 'ncalayer-blocked', closed: 'ncalayer-closed' } as const;
      return heard.end === 'refused' ? refused() : { problem: ends[heard.end] };
    }
    refusals = 0;
    const signatures = readSignatures(heard.answer, documents.length);
    if (isSigningProblem(signatures)) return signatures;
    const { checkCms } = await environment.tools();
    const signed: Signed[] = [];
    for (const [at, document] of documents.entries()) {
      const checked = checkCms(signatures[at] ?? '', document, who, environment.now());
      // If its answer is not a signature, the person cannot correct that.
      if (isSigningProblem(checked)) return checked.problem === 'not-cms' ? { problem: 'ncalayer-failed' } : checked;
      signed.push(checked);
    }
    return signed;
  }

  return {
    id: 'ncalayer',
    title: { kk: 'NCALayer', ru: 'NCALayer' },
    hint: environment.isPhone
      ? { kk: 'Тек компьютерде жұмыс істейді', ru: 'Работает только на компьютере' }
      : { kk: 'Осы компьютердегі бағдарлама', ru: 'Программа на этом компьютере' },
    signAll,
    sign: signOne(signAll),
  };
}

import type { Answer, Arrived } from '../aws/request.ts';
import type { Credentials } from '../aws/signature.ts';
import type { FunctionEntry } from '../template/estate.ts';
import type { Invoked } from './load-functions.ts';

/** What a thread of functions is started with. */
export interface ThreadData {
  readonly root: string;
  readonly functions: readonly FunctionEntry[];
  /** Variables of every function. */
  readonly basics: Readonly<Record<string, string>>;
  /** The platform's own, from which those of its functions follow. */
  readonly credentials: Credentials;
  readonly awsUrl: string;
  /** By how many milliseconds the platform's clock is moved. */
  readonly later: number;
  readonly compileCache: string | undefined;
}

/** To a thread: a call of a function, or what AWS has answered. */
export type ToThread =
  | { readonly is: 'call'; readonly id: number; readonly name: string; readonly event: unknown }
  | { readonly is: 'answer'; readonly id: number; readonly answer: Answer };

/** From a thread: that it serves or cannot, how a call ended, what it asks AWS for, and what figures count. */
export type FromThread =
  | { readonly is: 'loaded' }
  | { readonly is: 'unloadable'; readonly reason: string }
  | { readonly is: 'invoked'; readonly id: number; readonly invoked: Invoked }
  | {
      readonly is: 'ask';
      readonly id: number;
      readonly request: Omit<Arrived, 'query'> & { readonly query: string };
    }
  | { readonly is: 'counted'; readonly counted: unknown };

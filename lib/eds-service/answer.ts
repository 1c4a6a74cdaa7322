import type { Verdict } from '../eds/report.ts';

/** Why a call got no verdict. */
export type RefusalCode =
  | 'input/media-type'
  | 'input/json'
  | 'input/field'
  | 'input/too-large'
  | 'route/unknown'
  | 'route/method'
  | 'route/not-offered'
  | 'cms/unreadable'
  | 'cms/no-content'
  | 'service/busy'
  | 'service/failed';

/** An answer before it is written. `verdict` is what the log says of it. */
export interface Answer {
  readonly status: number;
  readonly body: unknown;
  readonly verdict?: Verdict;
  readonly headers?: Readonly<Record<string, string>>;
}

interface Details {
  /** The field of the request that is wrong. */
  readonly field?: string;
  /** More fields of the body. */
  readonly more?: Readonly<Record<string, unknown>>;
  readonly headers?: Readonly<Record<string, string>>;
}

/** NCANode's shape of errors (status and message), and our code and the field. Messages never repeat what was sent. */
export const refuse = (
  status: number,
  code: RefusalCode,
  message: string,
  { field, more, headers }: Details = {},
): Answer => ({
  status,
  body: { status, message, code, ...(field !== undefined && { field }), ...more },
  ...(headers && { headers }),
});

/** An error as an AWS service answers it; SDKs turn its name into an exception. */
export class AwsFailure extends Error {
  readonly code: string;
  readonly status: number;
  /** Further members of the answer. */
  readonly more: Readonly<Record<string, unknown>>;

  constructor(code: string, message = '', status = 400, more: Readonly<Record<string, unknown>> = {}) {
    super(message);
    this.code = code;
    this.status = status;
    this.more = more;
  }
}

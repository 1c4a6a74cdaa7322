import type { Answered, Asked } from '../../../lib/adapters/http/serve.ts';
import type { CheckEds } from '../../../lib/adapters/trust/check-eds.ts';
import type { contract } from './contract.ts';

interface Needs {
  readonly checkEds: CheckEds;
  readonly now: Date;
}

export async function verifyEds(
  { body }: Pick<Asked<typeof contract>, 'body'>,
  { checkEds, now }: Needs,
): Promise<Answered> {
  const { report } = await checkEds({
    cms: Buffer.from(body.cms, 'base64'),
    ...(body.content !== undefined && { content: Buffer.from(body.content, 'base64') }),
    at: now,
  });
  return { body: report };
}

import canonicalize from 'canonicalize';
import * as z from 'zod';
import { CorrectionGround, correctionRules, CorrectionWay } from '../../correction/rules.ts';
import type { Bilingual } from '../../language/bilingual.ts';
import { Printable } from '../../output/printable.ts';
import type { Output } from '../../output/output.ts';
import type { ProblemCode } from '../../problem/codes.ts';
import type { Request } from '../request.ts';

const { min, max } = correctionRules.characters;

/** What somebody says about an issued document. */
export const Correction = z.strictObject({
  way: CorrectionWay,
  ground: CorrectionGround,
  text: Printable.min(min)
    .max(max)
    .meta({ description: 'For the applicant’s eyes; the public register has the ground' }),
});
export type Correction = z.infer<typeof Correction>;

/** Why such a word is not taken. */
export const correctionRefusals = [
  'request/unknown',
  'work/own-request',
  'correction/no-mandate',
  'correction/not-issued',
  'correction/withdrawn',
  'correction/queue',
  'correction/too-late',
  'correction/too-many',
  'request/changed-meanwhile',
] as const satisfies readonly ProblemCode[];

const said = {
  withdraw: { kk: 'Осы құжатты кері қайтарып аламын', ru: 'Отзываю этот документ' },
  correct: {
    kk: 'Осы құжатты кері қайтарып аламын, орнына жаңасы берілсін',
    ru: 'Отзываю этот документ; взамен выдать новый',
  },
} as const satisfies Record<CorrectionWay, Bilingual>;

function statement({ way, ground, text }: Correction): Bilingual {
  const words = correctionRules.grounds[ground];
  return {
    kk: `${said[way].kk}. Негізі: ${words.kk}. Түсіндірме: ${text}`,
    ru: `${said[way].ru}. Основание: ${words.ru}. Пояснение: ${text}`,
  };
}

/** What is signed about an issued document: RFC 8785 JSON. The server makes it again when the signature arrives. */
export function correctionBytes(
  { id, service, office }: Pick<Request, 'id' | 'service' | 'office'>,
  { number, file }: Pick<Output, 'number' | 'file'>,
  correction: Correction,
  signerIin: string,
): Uint8Array {
  const { way, ground, text } = correction;
  const content = canonicalize({
    ...{ request: id, service, office, document: { number, sha256: file?.sha256 } },
    ...{ signer: { iin: signerIin }, way, ground, text, statement: statement(correction) },
  });
  if (content === undefined) throw new Error('a word about a document has no canonical form');
  return new TextEncoder().encode(content);
}

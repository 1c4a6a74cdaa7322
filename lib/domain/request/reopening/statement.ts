import canonicalize from 'canonicalize';
import type { Bilingual } from '../../language/bilingual.ts';
import { reopeningRules, type HeadGround } from '../../reopening/rules.ts';
import type { RequestIn } from '../request.ts';

const statement = (ground: HeadGround): Bilingual => {
  const { kk, ru } = reopeningRules.grounds[ground];
  return {
    kk: `Осы бас тартуды кері қайтарып аламын, өтініш қайта қаралсын. Негізі: ${kk}.`,
    ru: `Отзываю этот отказ; заявление рассмотреть заново. Основание: ${ru}.`,
  };
};

/** What the head signs to open a refused request again: RFC 8785 JSON. The server makes it again when the signature arrives. */
export function reopeningBytes(request: RequestIn<'refused'>, ground: HeadGround, signerIin: string): Uint8Array {
  const content = canonicalize({
    ...{ request: request.id, number: request.number, service: request.service, office: request.office },
    refusal: { number: request.output.number, sha256: request.output.file?.sha256 },
    ...{ signer: { iin: signerIin }, ground, statement: statement(ground) },
  });
  if (content === undefined) throw new Error('a word about a refusal has no canonical form');
  return new TextEncoder().encode(content);
}

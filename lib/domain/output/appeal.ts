import { procedure } from '../complaint/procedure.ts';
import type { Bilingual } from '../language/bilingual.ts';
import { standingLines } from './legal-lines.ts';
import { akimatName } from '../regulation/akimat.ts';
import type { ServiceCard } from '../regulation/card.ts';
import { findPlace } from '../regulation/places.ts';

/** Where an office is, as the directory of its regulation has it. */
export interface Address {
  readonly name: string | Bilingual;
  readonly address?: string | undefined;
  readonly phones?: readonly string[] | undefined;
  readonly email?: string | undefined;
}

/** The office in one line. It has no Kazakh name where the directory has none. */
export function writeAddress({ name, address, phones = [], email }: Address): string {
  const named = typeof name === 'string' ? name : name.ru;
  return [named, address, phones.length > 0 ? `тел. ${phones.join(', ')}` : undefined, email]
    .filter(Boolean)
    .join('; ');
}

type Refusing = Pick<ServiceCard, 'region' | 'appeal'>;

/**
 * «Право заявителя на обжалование»: that there is one, who explains it, in the regulation's words and with the address, who
 * answers within which time, and what the law of the day adds.
 *
 * @param day ISO day of the refusal
 */
export const rightOfAppeal = (
  service: Refusing,
  office: Address,
  day: string,
  law = standingLines('refusal', day),
): readonly Bilingual[] => [explained(service, writeAddress(office)), answered(service), ...law];

function explained({ appeal }: Refusing, where: string): Bilingual {
  const may = {
    kk: 'Өтініш берушінің бас тартуға шағымдануға құқығы бар. Шағымдану тәртібін мына мекеме түсіндіреді',
    ru: 'Заявитель вправе обжаловать отказ. Порядок обжалования разъясняет',
  };
  if (!appeal) return { kk: `${may.kk}: ${where}.`, ru: `${may.ru}: ${where}.` };
  const { words, phone, source } = appeal;
  const call = phone === undefined ? '' : `: ${phone}`;
  return {
    kk: `${may.kk}: ${where} (регламент, ${source}: «${words.kk}»${call}).`,
    ru: `${may.ru}: ${where} (регламент, ${source}: «${words.ru}»${call}).`,
  };
}

/** Where to write or call about what an office decided. */
export const addressOf = (office: string): Address => findPlace(office) ?? { name: office };

/** The levels of the procedure in words: the office's head first, then the body above. */
function answered({ region }: Refusing): Bilingual {
  const akimat = akimatName(region);
  const [first, then] = procedure.levels.map(({ workingDays }) => workingDays);
  return {
    kk: `Шағым порталда, өтініштің бетінде беріледі. Оған мекеме басшысы ${first} жұмыс күні ішінде жауап береді; бас тартуды басшының өзі шешсе, оған қол қойса немесе мерзім өтсе — ${akimat.kk}, ${then} жұмыс күні ішінде.`,
    ru: `Жалоба подаётся на портале, на странице заявления. Отвечает руководитель учреждения в течение ${workingDays(first)}; если отказ решил или подписал он сам либо срок прошёл — ${akimat.ru}, в течение ${workingDays(then)}.`,
  };
}

/** Where one complains next after an answer that leaves a complaint unsatisfied: the level above, if there is one, and what the law says. */
export const nextAppeal = (
  { region }: Pick<Refusing, 'region'>,
  level: number,
  day: string,
  law = standingLines('refusal', day),
): readonly Bilingual[] => {
  const akimat = akimatName(region);
  const next = procedure.levels[level + 1];
  const above = next && {
    kk: `Жауаппен келіспесеңіз, сол өтініш бойынша келесі шағымға жауап береді: ${akimat.kk}, ${next.workingDays} жұмыс күні ішінде.`,
    ru: `Если Вы не согласны с ответом, на следующую жалобу по этому заявлению отвечает ${akimat.ru} в течение ${workingDays(next.workingDays)}.`,
  };
  return [...(above ? [above] : []), ...law];
};

/** «10 рабочих дней» in the genitive: «в течение». */
const workingDays = (n = 0): string => `${n} ${n % 10 === 1 && n % 100 !== 11 ? 'рабочего дня' : 'рабочих дней'}`;

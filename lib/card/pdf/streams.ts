import { CardRefusal } from '../refusal.ts';
import type { Effort } from './limits.ts';
import { isDictionary, isList, malformed, Name, type Dictionary, type Value } from './values.ts';

/**
 * What a stream holds. Only Flate is read (ISO 32000-1 7.4.4): programs that write attachments use nothing else.
 *
 * @param dictionary without references
 * @param most octets; more is refused as `pdf-limit` before it is inflated
 * @throws CardRefusal
 */
export async function readStream(
  dictionary: Dictionary,
  octets: Uint8Array,
  most: number,
  effort: Effort,
): Promise<Uint8Array> {
  if (octets.length > most) throw new CardRefusal('pdf-limit');
  const filters = listed(dictionary.get('Filter'));
  if (filters.length === 0) return octets;
  const [filter] = filters;
  if (filters.length > 1 || !(filter instanceof Name) || filter.text !== 'FlateDecode')
    throw new CardRefusal('pdf-filter');
  const inflated = await inflate(octets, most, effort);
  const [parameters] = listed(dictionary.get('DecodeParms'));
  return isDictionary(parameters) ? undoPrediction(inflated, parameters) : inflated;
}

const listed = (value: Value): readonly Value[] => (value === undefined ? [] : isList(value) ? value : [value]);

/** RFC 1950. The parts that come out are counted one by one, so that a small file cannot become a large one. */
async function inflate(octets: Uint8Array, most: number, effort: Effort): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let length = 0;
  const source = new Blob([octets.slice()]).stream().pipeThrough(new DecompressionStream('deflate')).getReader();
  try {
    for (;;) {
      const { done, value } = await source.read();
      if (done) break;
      length += value.length;
      effort.spend('inflated', value.length);
      if (length > most) throw new CardRefusal('pdf-limit');
      parts.push(value);
    }
  } catch (error) {
    await source.cancel().catch(() => {});
    throw error instanceof CardRefusal ? error : malformed();
  }
  const whole = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

const MOST_COLUMNS = 1024;

/** The PNG predictors of ISO 32000-1 7.4.4.4 for octets: lists of objects have them. */
function undoPrediction(octets: Uint8Array, parameters: Dictionary): Uint8Array {
  const predictor = parameters.get('Predictor') ?? 1;
  if (predictor === 1) return octets;
  const columns = parameters.get('Columns') ?? 1;
  const colours = parameters.get('Colors') ?? 1;
  const bits = parameters.get('BitsPerComponent') ?? 8;
  if (typeof predictor !== 'number' || predictor < 10 || colours !== 1 || bits !== 8)
    throw new CardRefusal('pdf-filter');
  if (typeof columns !== 'number' || !Number.isInteger(columns) || columns < 1 || columns > MOST_COLUMNS)
    throw malformed();
  const rows = Math.floor(octets.length / (columns + 1));
  const plain = new Uint8Array(rows * columns);
  for (let row = 0; row < rows; row += 1) {
    const kind = octets[row * (columns + 1)]!;
    for (let column = 0; column < columns; column += 1) {
      const at = row * columns + column;
      const left = column > 0 ? plain[at - 1]! : 0;
      const above = row > 0 ? plain[at - columns]! : 0;
      const corner = row > 0 && column > 0 ? plain[at - columns - 1]! : 0;
      plain[at] = octets[row * (columns + 1) + 1 + column]! + predict(kind, left, above, corner);
    }
  }
  return plain;
}

/** ISO/IEC 15948 9.2. */
function predict(kind: number, left: number, above: number, corner: number): number {
  switch (kind) {
    case 0:
      return 0;
    case 1:
      return left;
    case 2:
      return above;
    case 3:
      return Math.floor((left + above) / 2);
    case 4: {
      const guess = left + above - corner;
      const [a, b, c] = [Math.abs(guess - left), Math.abs(guess - above), Math.abs(guess - corner)];
      return a <= b && a <= c ? left : b <= c ? above : corner;
    }
    default:
      throw malformed();
  }
}

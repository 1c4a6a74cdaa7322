import type { useText } from '../kit.ts';
import { sizes } from '../texts/words.ts';

/** 1258291 bytes → «1,2 МБ», 412 → «1 КБ». */
export function writeSize(bytes: number, t: ReturnType<typeof useText>): string {
  const [unit, value] =
    bytes < 1_000_000 ? (['kb', Math.max(1, bytes / 1000)] as const) : (['mb', bytes / 1_000_000] as const);
  return t(sizes[unit], { n: value.toLocaleString('ru', { maximumFractionDigits: unit === 'mb' ? 1 : 0 }) });
}

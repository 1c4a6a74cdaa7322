import { useText } from '../kit.ts';
import { partsOf } from './parts-of-time.ts';
import { terms, underMinute } from '../texts/words.ts';

/** The office's time that is left, in words: `P1DT2H` is «1 рабочий день, 2 рабочих часа». */
export function useTimeLeft() {
  const t = useText();
  return (duration: string) => {
    const said = partsOf(duration).map(([unit, n]) => t(terms[unit], { n }));
    return said.length > 0 ? said.join(', ') : t(underMinute);
  };
}

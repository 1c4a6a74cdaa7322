import { useText, useWhen } from '../kit.ts';
import { printed } from '../texts/printed.ts';

/** Only on paper, so that nobody mistakes it for a document. */
export default function Printed() {
  const t = useText();
  const when = useWhen();
  return (
    <p class="printed">
      {t(printed.copy)} {t(printed.at, { at: when(new Date().toISOString()) })}
    </p>
  );
}

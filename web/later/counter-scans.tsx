import { useText, type Answer } from '../kit.ts';
import { ScanBox } from '../parts/scan-box.tsx';
import { counterTexts } from '../texts/counter.ts';

export interface CounterScansProps {
  readonly draft: Answer<'GET /requests/{id}'>;
  readonly changed: () => void;
}

/** What the visitor has brought: the scans of an application that is made at a counter. */
export default function CounterScans({ draft, changed }: CounterScansProps) {
  const t = useText();
  return (
    <ol class="rows">
      <ScanBox request={draft.id} slot={0} title={t(counterTexts.others)} scans={draft.attachments} changed={changed} />
    </ol>
  );
}

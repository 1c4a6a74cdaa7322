import { useState } from 'preact/hooks';
import { Icon, useText } from '../kit.ts';
import { scanTexts } from '../texts/scans.ts';

interface Props {
  /** What the file belongs to, for people who do not see where the button is. */
  readonly label: string;
  readonly onFiles: (files: readonly File[]) => void;
}

const accept = 'application/pdf,image/jpeg,image/png,image/tiff';

/** From a phone's camera, from the disk, by dragging, by pasting. */
export function DropZone({ label, onFiles }: Props) {
  const t = useText();
  const [isOver, setOver] = useState(false);
  const take = (list: FileList | null | undefined) => {
    const files = [...(list ?? [])];
    if (files.length > 0) onFiles(files);
  };
  const hasCamera = matchMedia('(pointer: coarse)').matches;
  return (
    <div
      class={isOver ? 'drop over' : 'drop'}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        take(event.dataTransfer?.files);
      }}
      onPaste={({ clipboardData }) => take(clipboardData?.files)}
    >
      {hasCamera && <Pick icon="camera" text={t(scanTexts.photo)} label={label} camera onFiles={take} />}
      <Pick icon="up" text={t(scanTexts.file)} label={label} onFiles={take} />
      {!hasCamera && <span class="small">{t(scanTexts.drop)}</span>}
    </div>
  );
}

interface PickProps {
  readonly icon: 'camera' | 'up';
  readonly text: string;
  readonly label: string;
  readonly camera?: boolean;
  readonly onFiles: (files: FileList | null) => void;
}

const Pick = ({ icon, text, label, camera = false, onFiles }: PickProps) => (
  <label class="button second pick">
    <Icon name={icon} /> {text}
    <span class="unseen">: {label}</span>
    <input
      type="file"
      accept={camera ? 'image/*' : accept}
      capture={camera ? 'environment' : undefined}
      onChange={({ currentTarget }) => {
        onFiles(currentTarget.files);
        currentTarget.value = '';
      }}
    />
  </label>
);

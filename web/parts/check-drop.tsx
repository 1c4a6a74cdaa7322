import { useState } from 'preact/hooks';
import { Icon, useText } from '../kit.ts';
import { ownFileTexts } from '../texts/own-file.ts';

interface Props {
  readonly choose: string;
  readonly onFiles: (files: readonly File[]) => Promise<void>;
}

/** Where files are chosen or dropped that are checked here. */
export function CheckDrop({ choose, onFiles }: Props) {
  const t = useText();
  const [isOver, setOver] = useState(false);
  const take = async (list: FileList | null | undefined) => {
    const files = [...(list ?? [])];
    if (files.length > 0) await onFiles(files);
  };
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
        void take(event.dataTransfer?.files);
      }}
    >
      <label class="button second pick">
        <Icon name="up" /> {choose}
        <input
          type="file"
          multiple
          accept=".pdf,.p7s,.cms,.p7m,.sig"
          onChange={({ currentTarget }) => {
            // Cleared only after the files are read: it empties the list.
            void take(currentTarget.files).then(() => (currentTarget.value = ''));
          }}
        />
      </label>
      <span class="small">{t(ownFileTexts.drop)}</span>
    </div>
  );
}

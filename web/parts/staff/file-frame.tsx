import { useEffect, useState } from 'preact/hooks';
import { Icon, useText } from '../../kit.ts';
import { deskTexts } from '../../texts/desk.ts';

interface Props {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly type: string;
  readonly name: string;
}

/** A file in sight: a picture, or a PDF by the browser's own viewer; and to take away. */
export function FileFrame({ bytes, type, name }: Props) {
  const t = useText();
  const [url, setUrl] = useState<string>();
  useEffect(() => {
    const made = URL.createObjectURL(new Blob([bytes], { type }));
    setUrl(made);
    return () => URL.revokeObjectURL(made);
  }, [bytes, type]);
  if (!url) return null;
  return (
    <>
      {type === 'image/tiff' ? (
        <p>{t(deskTexts.tiff)}</p>
      ) : type.startsWith('image/') ? (
        <img class="sheet" src={url} alt={name} />
      ) : (
        <iframe class="sheet" src={url} title={name} />
      )}
      <p>
        <a href={url} download={name}>
          <Icon name="down" /> {name}
        </a>
      </p>
    </>
  );
}

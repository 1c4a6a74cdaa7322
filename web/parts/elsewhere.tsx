import { useEffect, useState } from 'preact/hooks';
import { Icon, Notice, useText } from '../kit.ts';
import { toBase64 } from '../frame/base64.ts';
import { panelTexts } from '../texts/signing-panel.ts';

interface Props {
  readonly fileName: string;
  readonly content: () => Promise<Uint8Array<ArrayBuffer> | undefined>;
  readonly isBusy: boolean;
  /** The signature, base64 of its bytes. */
  readonly bring: (cms: string) => void;
}

/** What the API takes: 900,000 characters of base64. */
const LIMIT = 650_000;

/** Take the bytes away, sign them anywhere, bring the CMS. */
export function Elsewhere({ fileName, content, isBusy, bring }: Props) {
  const t = useText();
  const [text, setText] = useState<{ url: string; size: number }>();
  const [isWrong, setWrong] = useState(false);
  useEffect(() => () => URL.revokeObjectURL(text?.url ?? ''), [text]);
  const take = async () => {
    const bytes = await content();
    if (bytes) setText({ url: URL.createObjectURL(new Blob([bytes])), size: bytes.length });
  };
  const read = async (file: File | undefined) => {
    if (!file) return;
    const bytes = file.size <= LIMIT ? readSignature(new Uint8Array(await file.arrayBuffer())) : undefined;
    setWrong(bytes === undefined);
    if (bytes) bring(toBase64(bytes));
  };
  return (
    <ol class="steps">
      <li class={text ? 'done' : 'now'}>
        <strong>{t(panelTexts.take)}</strong>
        {text ? (
          <a href={text.url} download={fileName}>
            {t(panelTexts.size, { name: fileName, n: text.size })}
          </a>
        ) : (
          <button type="button" class="link" onClick={() => void take()}>
            <Icon name="down" /> {t(panelTexts.take)}
          </button>
        )}
      </li>
      <li class={text ? 'now' : undefined}>
        <strong>{t(panelTexts.program)}</strong>
        <p class="small">{t(panelTexts.detached)}</p>
      </li>
      <li>
        <strong>{t(panelTexts.bring)}</strong>
        <p class="small">{t(panelTexts.kinds)}</p>
        {isWrong && (
          <Notice kind="error" role="alert">
            {t(panelTexts.notCms)}
          </Notice>
        )}
        <label class="button second pick" aria-disabled={isBusy}>
          <Icon name="up" /> {isBusy ? t(panelTexts.sending) : t(panelTexts.choose)}
          <input
            type="file"
            accept=".p7s,.cms,.p7m,.sig,application/pkcs7-signature"
            disabled={isBusy}
            onChange={({ currentTarget }) => {
              void read(currentTarget.files?.[0]);
              currentTarget.value = '';
            }}
          />
        </label>
      </li>
    </ol>
  );
}

/** The bytes of a CMS: as they are, or out of PEM or bare base64, which programs also write. It begins with a SEQUENCE. */
function readSignature(bytes: Uint8Array): Uint8Array | undefined {
  if (bytes[0] === 0x30) return bytes;
  const text = new TextDecoder().decode(bytes).replaceAll(/-----[^-]+-----|\s/g, '');
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(text)) return undefined;
  const decoded = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
  return decoded[0] === 0x30 ? decoded : undefined;
}

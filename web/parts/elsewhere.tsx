import { useEffect, useState } from 'preact/hooks';
import { Icon, useText } from '../kit.ts';
import { panelTexts } from '../texts/signing-panel.ts';

interface Props {
  readonly fileName: string;
  readonly content: () => Promise<Uint8Array<ArrayBuffer> | undefined>;
  readonly isBusy: boolean;
  readonly bring: (bytes: Uint8Array) => void;
}

/** Download the bytes, sign them anywhere, upload the CMS. */
export function Elsewhere({ fileName, content, isBusy, bring }: Props) {
  const t = useText();
  const [text, setText] = useState<{ url: string; size: number }>();
  useEffect(() => () => URL.revokeObjectURL(text?.url ?? ''), [text]);
  const take = async () => {
    const bytes = await content();
    if (bytes) setText({ url: URL.createObjectURL(new Blob([bytes])), size: bytes.length });
  };
  return (
    <ol class="steps">
      <li class={text ? 'done' : 'now'}>
        <strong>{t(panelTexts.take)}</strong>
        {text ? (
          <a href={text.url} download={fileName}>
            <Icon name="down" /> {t(panelTexts.size, { name: fileName, n: text.size })}
          </a>
        ) : (
          <button type="button" class="link" onClick={() => void take()}>
            <Icon name="down" /> {fileName}
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
        <label class="button second pick">
          <Icon name="up" /> {t(isBusy ? panelTexts.sending : panelTexts.bringFile)}
          <input
            type="file"
            accept=".p7s,.cms,.p7m,.sig,application/pkcs7-signature"
            disabled={isBusy}
            onChange={({ currentTarget }) => {
              const [file] = currentTarget.files ?? [];
              void file?.arrayBuffer().then((buffer) => bring(new Uint8Array(buffer)));
            }}
          />
        </label>
      </li>
    </ol>
  );
}

import type { ComponentChildren } from 'preact';
import { Page, useText } from '../kit.ts';
import type { Text } from '../texts/text.ts';

/** A heading and its paragraphs. */
export type Chapter = readonly [heading: Text, ...paragraphs: readonly Text[]];

interface Props {
  readonly title: Text;
  readonly chapters: readonly Chapter[];
  /** After the text. */
  readonly children?: ComponentChildren;
}

/** A page of text. */
export function Prose({ title, chapters, children }: Props) {
  const t = useText();
  return (
    <Page title={t(title)}>
      {chapters.map(([heading, ...paragraphs]) => (
        <section key={heading.kk}>
          <h2>{t(heading)}</h2>
          {paragraphs.map((paragraph) => (
            <p key={paragraph.kk}>{t(paragraph)}</p>
          ))}
        </section>
      ))}
      {children}
    </Page>
  );
}

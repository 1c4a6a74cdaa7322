import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { frame } from './texts.ts';
import { place } from '../state/location.ts';
import { useText } from '../state/language.ts';
import { useWhen } from './when.ts';

interface Crumb {
  readonly href: string;
  readonly text: ComponentChildren;
}

interface Props {
  readonly title: string;
  /** Language of the title where it is not the page's. */
  readonly titleLang?: string;
  /** Small, above the title: "Step 2 of 3". */
  readonly step?: string;
  readonly crumbs?: readonly Crumb[];
  /** Beside the content; under it on a narrow screen. */
  readonly aside?: ComponentChildren;
  /** Under the title, over both columns. What is beside the content is then what one came for and is read before it. */
  readonly lead?: ComponentChildren;
  /** Above the title: the error summary. */
  readonly before?: ComponentChildren;
  /** Whether the form on the page was refused: the tab says so first. */
  readonly hasErrors?: boolean;
  readonly children?: ComponentChildren;
}

/**
 * What every page is inside the frame. Its title is the tab's, and has the focus after a change of pages, so that a
 * screen reader says where one is.
 */
export function Page({ title, titleLang, step, crumbs = [], aside, lead, before, hasErrors = false, children }: Props) {
  const t = useText();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${hasErrors ? `${t(frame.error)}: ` : ''}${title} — e-akimat`;
  }, [title, hasErrors, t.language]);
  useEffect(() => {
    // The first page of a visit is read from its top by itself.
    if (place.get().moved > 0) heading.current?.focus({ preventScroll: true });
  }, []);
  const head = (
    <>
      {step && <p class="step">{step}</p>}
      <h1 ref={heading} tabIndex={-1} lang={titleLang}>
        {title}
      </h1>
    </>
  );
  return (
    <div class="wide page">
      <Printed />
      {crumbs.length > 0 && (
        <nav class="crumbs" aria-label={t(frame.path)}>
          <ol>
            {crumbs.map(({ href, text }) => (
              <li key={href}>
                <a href={href}>{text}</a>
              </li>
            ))}
          </ol>
        </nav>
      )}
      {before}
      {lead && head}
      {lead}
      <div class={aside ? 'beside' : undefined}>
        {lead && aside && <aside>{aside}</aside>}
        <div class="content">
          {!lead && head}
          {children}
        </div>
        {!lead && aside && <aside>{aside}</aside>}
      </div>
    </div>
  );
}

/** On paper alone: nobody is to take it for a document. */
function Printed() {
  const t = useText();
  const when = useWhen();
  return (
    <p class="printed">
      {t(frame.copy)} {t(frame.printed, { at: when(new Date().toISOString()) })}
    </p>
  );
}

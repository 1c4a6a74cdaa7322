import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { frame } from './texts.ts';
import { place } from '../state/location.ts';
import { useText } from '../state/language.ts';

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
export function Page({ title, titleLang, step, crumbs = [], aside, before, hasErrors = false, children }: Props) {
  const t = useText();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${hasErrors ? `${t(frame.error)}: ` : ''}${title} — e-akimat`;
  }, [title, hasErrors, t.language]);
  useEffect(() => {
    // The first page of a visit is read from its top by itself.
    if (place.get().moved > 0) heading.current?.focus({ preventScroll: true });
  }, []);
  return (
    <div class="wide page">
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
      <div class={aside ? 'beside' : undefined}>
        <div class="content">
          {step && <p class="step">{step}</p>}
          <h1 ref={heading} tabIndex={-1} lang={titleLang}>
            {title}
          </h1>
          {children}
        </div>
        {aside && <aside>{aside}</aside>}
      </div>
    </div>
  );
}

import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { lazy } from './lazy.tsx';
import { frame } from './texts.ts';
import { place } from '../state/location.ts';
import { useText } from '../state/language.ts';

const Printed = lazy<object>('later/printed');

interface Crumb {
  readonly href: string;
  readonly text: ComponentChildren;
}

interface Props {
  readonly title: string;
  /** Language of the title, if it is not the page's. */
  readonly titleLang?: string;
  /** Small, above the title: "Step 2 of 3". */
  readonly step?: string;
  readonly crumbs?: readonly Crumb[];
  /** Beside the content; below it on a narrow screen. */
  readonly aside?: ComponentChildren;
  /** Below the title, over both columns. With a lead, `aside` is the main content and is read before `children`. */
  readonly lead?: ComponentChildren;
  /** Above the title: the error summary. */
  readonly before?: ComponentChildren;
  /** Whether the form on the page was refused: the tab's title begins with it. */
  readonly hasErrors?: boolean;
  readonly children?: ComponentChildren;
}

/**
 * The layout of every page inside the frame. Its title is also the tab's, and gets the focus after a change of pages,
 * so that a screen reader says where the visitor is.
 */
export function Page({ title, titleLang, step, crumbs = [], aside, lead, before, hasErrors = false, children }: Props) {
  const t = useText();
  const heading = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => {
    document.title = `${hasErrors ? `${t(frame.error)}: ` : ''}${title} — e-akimat`;
  }, [title, hasErrors, t.language]);
  useLayoutEffect(() => {
    // The first page of a visit is read from its top without this.
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

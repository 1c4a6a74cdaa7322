import type { ComponentChildren } from 'preact';
import type { Awaited } from '../api/use-answer.ts';
import { useText } from '../state/language.ts';
import { Loaded } from './loaded.tsx';
import { Page } from './page.tsx';
import { frame } from './texts.ts';

interface Props {
  readonly from: Awaited<unknown>;
  readonly crumbs?: readonly { readonly href: string; readonly text: ComponentChildren }[];
}

/** A page whose title is still awaited; where it does not come, the page says so and why. */
export function Unready({ from, crumbs = [] }: Props) {
  const t = useText();
  return (
    <Page title={t(from.problem ? frame.failed : frame.loading)} crumbs={crumbs}>
      <Loaded from={from}>{() => null}</Loaded>
    </Page>
  );
}

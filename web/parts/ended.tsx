import { isDemo, lazy } from '../kit.ts';
import type { EndedProps } from '../later/ended.tsx';

const EndedNotice = lazy<EndedProps>('later/ended');

/** A deployment offers a service of an ended regulation on a ground of its own, and says nothing. */
export const Ended = (of: EndedProps) => (isDemo ? <EndedNotice {...of} /> : null);

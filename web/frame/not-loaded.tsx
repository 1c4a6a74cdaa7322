import { ProblemNotice } from './problem-notice.tsx';

/** The connection failed, or a newer version has replaced this one: loading again solves both. */
export const NotLoaded = () => (
  <ProblemNotice problem={{ problem: 'network/failed' }} again={() => location.reload()} />
);

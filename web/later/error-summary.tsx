import { ErrorSummary, type ErrorSummaryProps } from '../form/error-summary.tsx';

export type { ErrorSummaryProps };
/** For a page that loads it only when its form is refused. */
export default ErrorSummary;

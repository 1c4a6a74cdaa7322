import { lazy } from '../../kit.ts';

/** An administrator opens an employee's account. */
export default lazy<object>('later/open-account');

import { lazy, type PageProps } from '../../kit.ts';

/** «Журнал регистрации» of the office. */
export default lazy<PageProps>('later/registration-desk');

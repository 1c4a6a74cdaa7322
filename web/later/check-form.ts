/** The server's own check of a form, in the page. */
export { checkForm } from '../../lib/domain/request/draft/form.ts';

/** The mark of the visitor's own name stands under this key; no field of a form is called so. */
export const VISITOR = 'applicant/fullName';

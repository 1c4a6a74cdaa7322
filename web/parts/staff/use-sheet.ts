import { useEffect, useState } from 'preact/hooks';

/** Address below `/app/` of the additional style sheet of employees' pages; inserted when web/ is bundled. */
declare const STAFF_STYLES: string;

const find = () => document.querySelector('#staff-styles');

/**
 * Whether the style sheet is loaded. The HTML document has it if it was opened at an employee's page; coming from
 * another page, it is fetched. Without it, the page still works.
 */
export function useSheet(): boolean {
  const [isThere, setThere] = useState(() => find() !== null);
  useEffect(() => {
    if (find()) return setThere(true);
    const link = { id: 'staff-styles', rel: 'stylesheet', href: `/app/${STAFF_STYLES}` };
    const sheet = Object.assign(document.createElement('link'), link);
    for (const event of ['load', 'error']) sheet.addEventListener(event, () => setThere(true));
    document.head.append(sheet);
    return undefined;
  }, []);
  return isThere;
}

import { useEffect, useState } from 'preact/hooks';

/** Address below `/app/` of the sheet that employees' pages need besides; put in when web/ is bundled. */
declare const STAFF_STYLES: string;

const find = () => document.querySelector(`link[href="/app/${STAFF_STYLES}"]`);

/**
 * Whether the sheet is there. The document has it when it was opened at an employee's page; whoever comes from another
 * page fetches it. A page without its sheet is still a page.
 */
export function useSheet(): boolean {
  const [isThere, setThere] = useState(() => find() !== null);
  useEffect(() => {
    if (find()) return setThere(true);
    const sheet = Object.assign(document.createElement('link'), { rel: 'stylesheet', href: `/app/${STAFF_STYLES}` });
    for (const event of ['load', 'error']) sheet.addEventListener(event, () => setThere(true));
    document.head.append(sheet);
    return undefined;
  }, []);
  return isThere;
}

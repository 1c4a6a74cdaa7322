/** What comes with a page's document, beside the frame and the page's own script, because the page needs it at once. */
export interface FirstLoad {
  /**
   * What the page asks the API first, exactly as it asks (`web/early.ts` does it for the page): `:name` is a part of the page's
   * address, `{name}` stands in its query. Without `{name}` only the page without a query asks this.
   */
  readonly asks?: readonly string[];
  /** Parts in `web/later` without which nobody can begin here. */
  readonly parts?: readonly string[];
}

const titles = '/services?limit=100&all=true';
const request = '/requests/:id';
const account = '/account';
const queue = (lines: string): FirstLoad => ({ asks: [lines, '/work-counts', titles], parts: ['later/work-lines'] });

/** By the path in `web/routes.ts`; a page that is not here asks nothing, or asks what only its visitor knows. */
export const firstLoads: Readonly<Record<string, FirstLoad>> = {
  '/': { asks: ['/services?limit=100'] },
  '/app/services/:service': { asks: ['/services/:service'] },
  '/app/services/:service/apply': { asks: ['/services/:service', account] },
  '/app/requests': {
    asks: ['/requests?state=submitted%2Creceived%2Cin-progress%2Cdecided%2Cqueued&counts=true', titles],
  },
  '/app/requests/:id': { asks: [request], parts: ['later/request-rest'] },
  '/app/requests/:id/form': { asks: [request, account] },
  '/app/requests/:id/scans': { asks: [request] },
  '/app/requests/:id/check': { asks: [request], parts: ['later/sign-panel'] },
  '/app/requests/:id/sent': { asks: [request] },
  '/app/requests/:id/offer': { asks: [request, account] },
  '/app/notices': { asks: ['/notices'] },
  '/app/work': queue('/work?limit=25'),
  '/app/work/:id': { asks: ['/work/:id'], parts: ['later/work-desk'] },
  '/app/signing': { parts: ['later/signing-desk'] },
  '/app/hand-over': queue('/work?limit=25&task=hand-over'),
  '/app/search': { parts: ['later/search-desk'] },
  '/app/search/:id': { asks: [request], parts: ['later/request-desk'] },
  '/app/ended': { asks: ['/ended-work?limit=25', account], parts: ['later/ended-desk'] },
  '/app/registration': { parts: ['later/registration-desk'] },
  '/app/statistics': { asks: ['/statistics?by=month&limit=100', titles], parts: ['later/statistics-desk'] },
  '/app/places': { asks: ['/queue?limit=50'] },
  '/app/counter': { asks: [account], parts: ['later/counter-desk'] },
  '/app/counter/:id': { asks: [account, request], parts: ['later/counter-desk'] },
  '/app/filed': { asks: ['/requests?limit=25', titles] },
  '/app/acts': { asks: ['/acts'] },
  '/app/complaints': { asks: ['/complaints?state=open'] },
  '/app/complaints/:request/:complaint': {
    asks: ['/requests/:request/complaints/:complaint'],
    parts: ['later/complaint-desk'],
  },
  '/app/journal': { asks: ['/journal?limit=50'], parts: ['later/journal-desk'] },
  '/app/officers': { parts: ['later/officers-desk'] },
  '/app/staff': { asks: ['/staff?limit=50'], parts: ['later/people-desk'] },
  '/app/account': { asks: [account] },
  '/app/verify': { asks: ['/documents/{number}'] },
  '/app/indicators': { asks: ['/indicators?limit=50', titles] },
  '/app/offices': { asks: ['/offices?limit=50', titles] },
};

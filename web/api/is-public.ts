/** Visitors who only read need not wait for a fresh token; the server decides who may call what. */
export const isPublic = (route: string) =>
  /^(?:GET \/(?:services|offices|documents)|POST \/(?:accounts|sessions|mailed-results|disowned-addresses))\b/.test(
    route,
  );

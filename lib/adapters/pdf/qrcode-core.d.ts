/** The matrix only: the package's main module also loads its PNG and canvas writers, 15 ms of a cold start. */
declare module 'qrcode/lib/core/qrcode.js' {
  export { create } from 'qrcode';
}

/** Parts of node-forge by themselves: whole, it weighs 80 kB in a page. Importing a cipher puts it into `forge`. */
declare module 'node-forge/lib/forge.js' {
  export { default } from 'node-forge';
}
declare module 'node-forge/lib/des.js' {}
declare module 'node-forge/lib/rc2.js' {}

/** A script as text (tools/minified.ts). */
declare module "*.js?minified" {
  const text: string;
  export default text;
}

/** A part of a catalogue, compiled: what the first screen says, or the rest (catalogues.ts). */
declare module "*.json?first" {
  const part: object;
  export default part;
}
declare module "*.json?rest" {
  const part: object;
  export default part;
}

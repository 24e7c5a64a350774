/** FlexSearch ships no types for its language packs. */
declare module 'flexsearch/lang/en' {
  import type { EncoderOptions } from 'flexsearch';

  const english: EncoderOptions;
  export default english;
}

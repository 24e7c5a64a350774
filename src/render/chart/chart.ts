/** A picture that is not drawn yet. */
export interface Chart {
  readonly svg: string;
  /** What it shows, for those who do not see it. */
  readonly description: string;
}

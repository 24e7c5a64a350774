/**
 * Colours of pictures. The ground is painted, so that a picture looks the same on a dark and a light page; text has a
 * contrast of at least 4.5 on it and bars of 3 (WCAG 2.2), and no two series of one panel differ by red and green alone.
 */
export const palette = {
  ground: '#1f2026',
  text: '#f2f3f5',
  muted: '#b5b8c1',
  line: '#3d4049',
  blue: '#6ea8fe',
  orange: '#f0a35e',
  grey: '#8d93a1',
} as const;

/** What a bar may be painted with. */
export type BarColor = 'blue' | 'orange' | 'grey';

import { html, svg } from 'lit';
import type { SVGTemplateResult, TemplateResult } from 'lit';

const stroke = (path: string): SVGTemplateResult =>
  svg`<path d=${path} fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round"/>`;
const fill = (path: string): SVGTemplateResult => svg`<path d=${path} fill="currentColor"/>`;

/** Drawn for this page on a grid of 24 by 24. */
const drawings = {
  text: stroke('M9 3 7 21M17 3l-2 18M4 8.5h17M3 15.5h17'),
  announcement: stroke('M4 10v4h3l9 5V5L7 10H4Zm15-1.5a5 5 0 0 1 0 7M8 14.5 9.5 20'),
  forum: stroke('M4 4h11v8H9l-5 4V4Zm14 4h3v12l-4.5-4H10'),
  thread: stroke('M4 5v6a3 3 0 0 0 3 3h9m-4-4 4 4-4 4M9 6h11'),
  direct: stroke('M16 12a4 4 0 1 1-8 0 4 4 0 0 1 8 0Zm0 0v1.5a2.5 2.5 0 0 0 5 0V12a9 9 0 1 0-4 7.5'),
  reply: fill('M10 8.5V4L2.5 11.5 10 19v-4.6c5.2 0 8.8 1.6 11.5 5.1C20.4 14 17.2 9.6 10 8.5Z'),
  edit: fill(
    'M16.8 3.2a2.4 2.4 0 0 1 3.4 0l.6.6a2.4 2.4 0 0 1 0 3.4L19.300 8.700l-4-4 1.500-1.500ZM13.800 6.200l4 4L8 20H4v-4l9.800-9.800Z',
  ),
  more: fill(
    'M7 12a2 2 0 1 1-4 0 2 2 0 0 1 4 0Zm7 0a2 2 0 1 1-4 0 2 2 0 0 1 4 0Zm7 0a2 2 0 1 1-4 0 2 2 0 0 1 4 0Z',
  ),
  people: fill(
    'M13 8a4 4 0 1 1-8 0 4 4 0 0 1 8 0ZM9 14c4 0 7 2 7 5v1H2v-1c0-3 3-5 7-5Zm8-2a3.500 3.500 0 1 0-1.700-6.600 6 6 0 0 1-.500 6c.600.400 1.400.600 2.200.600Zm1 8h4v-1c0-2.500-2-4.300-5-4.900 1.300 1.300 2 2.900 2 4.900Z',
  ),
  menu: stroke('M4 6h16M4 12h16M4 18h16'),
  sun: stroke(
    'M12 2v2m0 16v2M2 12h2m16 0h2M5 5l1.400 1.400m11.200 11.200L19 19M5 19l1.400-1.400M17.600 6.400 19 5M16 12a4 4 0 1 1-8 0 4 4 0 0 1 8 0Z',
  ),
  moon: fill('M20 14.500A8.500 8.500 0 0 1 9.500 4a8.500 8.500 0 1 0 10.500 10.500Z'),
  plus: stroke('M12 5v14M5 12h14'),
  close: stroke('M6 6l12 12M18 6 6 18'),
  down: stroke('m6 9 6 6 6-6'),
  right: stroke('m9 6 6 6-6 6'),
  send: fill(
    'M3 4.500v6l10 1.500-10 1.500v6c0 .800.800 1.200 1.500.900l17-7.500c.800-.400.800-1.500 0-1.800l-17-7.500C3.800 3.300 3 3.700 3 4.500Z',
  ),
  apps: fill(
    'M4 4h7v7H4V4Zm0 9h7v7H4v-7Zm9 0h7v7h-7v-7Zm3.500-10 4.500 4.500-4.500 4.500L12 7.500 16.500 3Z',
  ),
  trash: stroke('M4 6h16M9 6V4h6v2m-8 0 1 14h8l1-14M10 10v6m4-6v6'),
  copy: stroke('M8 8V4h12v12h-4M4 8h12v12H4V8Z'),
  swap: stroke('M4 8h14m-4-4 4 4-4 4M20 16H6m4-4-4 4 4 4'),
  eye: stroke('M2 12s3.500-7 10-7 10 7 10 7-3.500 7-10 7S2 12 2 12Zm13 0a3 3 0 1 1-6 0 3 3 0 0 1 6 0Z'),
  warning: fill('M12 2 1 21h22L12 2Zm-1 7h2v6h-2V9Zm0 8h2v2h-2v-2Z'),
  link: stroke('M10 5H5v14h14v-5M14 4h6v6m0-6-9 9'),
  check: stroke('m5 12 5 5 9-10'),
  file: stroke('M6 3h8l4 4v14H6V3Zm8 0v4h4'),
} as const;

export type IconName = keyof typeof drawings;

/** A picture beside words; a screen reader passes over it. */
export function icon(name: IconName, size = 20): TemplateResult {
  return html`<svg class="icon" width=${size} height=${size} viewBox="0 0 24 24" aria-hidden="true">
    ${drawings[name]}
  </svg>`;
}

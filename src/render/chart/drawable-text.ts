import { cutText } from '../cut-text.ts';
import { stripInvisible } from '../strip-invisible.ts';

/** Signs that stand in the font of the pictures: Latin, Greek and Cyrillic letters, punctuation and currencies. */
const drawable = /^[\u0020-\u007e\u00a0-\u052f\u1e00-\u1fff\u2010-\u2027\u2030-\u205e\u20a0-\u20bf]*$/u;
const pictographs = /\p{Extended_Pictographic}|\p{Emoji_Modifier}|\u200d|\ufe0f/gu;

/** Widths in shares of the font size: a little more than Noto Sans has, so that nothing is drawn over what follows. */
const narrow = /[iljtfrI1.,:;'|!()[\]\s]/u;
const wide = /[mwMW@%—…]/u;
const capital = /\p{Lu}/u;

/** The text without what the font has no sign for; empty when words would be missing. */
export function toDrawable(text: string): string {
  const kept = stripInvisible(text).replace(pictographs, '').replace(/\s+/gu, ' ').trim();
  return drawable.test(kept) ? kept : '';
}

/** How wide a text is at most when it is drawn in this size, in pixels. */
export function widthOf(text: string, size: number): number {
  let shares = 0;
  for (const character of text) shares += shareOf(character);
  return shares * size;
}

/** The text when it fits this width, else its beginning with "…". */
export function fitWidth(text: string, size: number, width: number): string {
  let fitted = text;
  for (let length = text.length; length > 0 && widthOf(fitted, size) > width; length -= 1)
    fitted = cutText(text, length);
  return fitted;
}

function shareOf(character: string): number {
  if (narrow.test(character)) return 0.42;
  if (wide.test(character)) return 1;
  return capital.test(character) ? 0.75 : 0.62;
}

/** Controls, and characters without a shape of their own; emoji need the last three. */
const invisible = /(?!\n|\t|\u200D|\uFE0E|\uFE0F)(?:\p{Cc}|\p{Cf}|\p{Default_Ignorable_Code_Point}|\u2800)/gu;

/** Line ends become `\n`; controls and characters without a shape go, but for those that join an emoji. */
export function stripInvisible(text: string): string {
  return text
    .replace(/\p{Cs}/gu, '\uFFFD')
    .replace(/\r\n?|[\u2028\u2029\u0085\v\f]/g, '\n')
    .replace(
      /(?<!\p{Extended_Pictographic}(?:\uFE0F|\p{Emoji_Modifier})?)\u200D|\u200D(?!\p{Extended_Pictographic})/gu,
      '',
    )
    .replace(/(?<!\p{Emoji})(?:\uFE0E|\uFE0F)/gu, '')
    .replace(invisible, '');
}

/**
 * What stands after the label of a link so that a reader of plain text can follow it: ` (address)`. Empty when the
 * label is the address already, and for addresses that lead nowhere outside of their page (relative, anchors, scripts).
 */
export function linkSuffix(label: string, url: string): string {
  if (!/^(?:https?:\/\/|mailto:|tel:)/iu.test(url)) return '';
  const bare = (address: string): string =>
    address
      .trim()
      .replace(/^(?:https?:\/\/|mailto:|tel:)?(?:www\.)?/iu, '')
      .replace(/\/$/u, '');
  return bare(label) === bare(url) ? '' : ` (${url})`;
}

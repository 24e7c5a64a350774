/** A document's id: the path without its extension. */
export function idOfPath(path: string): string {
  return path.replace(/(?<=[^/])\.[^./]*$/u, '');
}

/** A file's name as a title: `articles/news-article.txt` is "News article". */
export function titleOfPath(path: string): string {
  const name = (idOfPath(path).split('/').at(-1) ?? path).replace(/[-_\s]+/gu, ' ').trim();
  return name.charAt(0).toUpperCase() + name.slice(1);
}

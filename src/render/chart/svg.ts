/** Values of attributes: numbers are pixels of the picture before it is enlarged. */
type Attributes = Readonly<Record<string, string | number>>;

/** Whole pixels and tenths are all that can be seen. */
function write(value: string | number): string {
  return typeof value === 'number' ? String(Math.round(value * 10) / 10) : escape(value);
}

function escape(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

function open(name: string, attributes: Attributes): string {
  const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${write(value)}"`);
  return `<${name}${written.join('')}`;
}

/** An element with other elements in it, or with none. */
export function element(name: string, attributes: Attributes, inside: readonly string[] = []): string {
  return `${open(name, attributes)}>${inside.join('')}</${name}>`;
}

/** An element that shows text, which is escaped. */
export function words(text: string, attributes: Attributes): string {
  return `${open('text', attributes)}>${escape(text)}</text>`;
}

/** Works something out for each key when it is first asked for, and keeps it for good: for keys of which there are few. */
export function oncePerKey<Key, Value>(workOut: (key: Key) => Value): (key: Key) => Value {
  const known = new Map<Key, { readonly value: Value }>();
  return (key) => {
    const found = known.get(key) ?? { value: workOut(key) };
    known.set(key, found);
    return found.value;
  };
}

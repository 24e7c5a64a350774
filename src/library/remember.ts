/** Works something out once for each object that it is made from, and forgets it together with that object. */
export function remember<K extends object, V>(workOut: (from: K) => V): (from: K) => V {
  const known = new WeakMap<K, { readonly value: V }>();
  return (from) => {
    const remembered = known.get(from) ?? { value: workOut(from) };
    known.set(from, remembered);
    return remembered.value;
  };
}

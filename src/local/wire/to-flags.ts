// eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- The caller says which flags are meant: Discord's enums name single bits, while a set of them is a number.
const isFlagSet = <Flags extends number>(bits: number): bits is Flags => Number.isInteger(bits) && bits >= 0;

/** A set of flags as the enum type that Discord's payload types ask for. Throws for what is no set of bits. */
// eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- as above
export const toFlags = <Flags extends number>(bits: number): Flags => {
  if (!isFlagSet<Flags>(bits)) throw new RangeError(`${bits} is no set of flags.`);
  return bits;
};

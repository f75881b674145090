/**
 * Remembers what was read last, up to a sum of sizes, since what many are alike to is asked for again and again.
 * @param sizeOf how many numbers a value holds
 */
export function createRecentMemory<Value>(
  read: (key: number) => Value,
  sizeOf: (value: Value) => number,
): (key: number) => Value {
  const known = new Map<number, Value>();
  let size = 0;
  return (key) => {
    const remembered = known.get(key);
    if (remembered !== undefined) return remembered;
    const value = read(key);
    size += sizeOf(value);
    if (size > mostNumbers) {
      known.clear();
      size = sizeOf(value);
    }
    known.set(key, value);
    return value;
  };
}

const mostNumbers = 2 ** 21;

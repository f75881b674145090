/**
 * Wraps a stand-in so that reading anything it does not have throws: a module that starts to use more of Electron
 * fails its test by name instead of running on `undefined`.
 */
export function strict<T extends object>(name: string, target: T): T {
  return new Proxy(target, {
    get(object, key, receiver) {
      // Promises and inspection ask every object for these.
      if (typeof key === 'symbol' || key === 'then' || key === 'toJSON' || key in object) {
        return Reflect.get(object, key, receiver);
      }
      throw new Error(`The Electron stand-in has no ${name}.${key}: the app did not use it until now.`);
    },
    set(object, key, value, receiver) {
      if (key in object) return Reflect.set(object, key, value, receiver);
      throw new Error(
        `The Electron stand-in has no ${name}.${String(key)}: the app did not set it until now.`,
      );
    },
  });
}

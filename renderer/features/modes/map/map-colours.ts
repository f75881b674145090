/** Twelve colours that are told apart, each with 3:1 or more on the surfaces of its theme. */
export const lightColours = [
  '#2b5fc9',
  '#c8501e',
  '#1b7f5c',
  '#b3316f',
  '#7a6a00',
  '#6b3fa0',
  '#0f7d99',
  '#a33a2c',
  '#4b7a1e',
  '#96529c',
  '#8a5a2b',
  '#4a5560',
] as const;

export const darkColours = [
  '#7fa6ff',
  '#ff9b66',
  '#5fd0a5',
  '#ff8ac0',
  '#d9c74a',
  '#b99cf2',
  '#5fcbe6',
  '#ff8d7d',
  '#a5d46a',
  '#e2a3e8',
  '#d9ab7a',
  '#a9b7c4',
] as const;

/** Colours of an order, such as weeks: from the one to the other, lightness rising, so that they need no hue. */
const ramps = {
  light: [
    [196, 178, 84],
    [42, 130, 122],
    [58, 32, 105],
  ],
  dark: [
    [94, 78, 150],
    [70, 166, 158],
    [250, 226, 120],
  ],
} as const;

export type Rgb = readonly [red: number, green: number, blue: number];

export interface MapTheme {
  readonly isDark: boolean;
  readonly background: Rgb;
  /** Of what is in nothing. */
  readonly none: Rgb;
}

export const lightTheme: MapTheme = { isDark: false, background: [252, 252, 251], none: [186, 182, 173] };
export const darkTheme: MapTheme = { isDark: true, background: [25, 25, 24], none: [88, 86, 81] };

export function paletteColour(index: number, { isDark }: MapTheme): Rgb {
  const colours = isDark ? darkColours : lightColours;
  return rgbOf(colours[index % colours.length] ?? colours[0]);
}

/** @param share where in the order it is, from 0 to 1 */
export function rampColour(share: number, { isDark }: MapTheme): Rgb {
  const [from, middle, to] = ramps[isDark ? 'dark' : 'light'];
  return share < 0.5 ? mix(from, middle, share * 2) : mix(middle, to, share * 2 - 1);
}

export function mix(one: Rgb, other: Rgb, share: number): Rgb {
  const [red, green, blue] = one.map((value, at) => Math.round(value + ((other[at] ?? 0) - value) * share));
  return [red ?? 0, green ?? 0, blue ?? 0];
}

export function cssColour([red, green, blue]: Rgb): string {
  return `rgb(${red} ${green} ${blue})`;
}

function rgbOf(hex: string): Rgb {
  const value = Number.parseInt(hex.slice(1), 16);
  return [value >> 16, (value >> 8) & 255, value & 255];
}

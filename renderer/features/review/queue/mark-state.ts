import { create } from 'zustand';

/** Which question about the open interaction is being asked: why it is skipped, or what the lead should look at. */
export const useMarkState = create<{ readonly asks: 'skip' | 'flag' | null }>()(() => ({ asks: null }));

export function askFor(asks: 'skip' | 'flag' | null): void {
  useMarkState.setState({ asks });
}

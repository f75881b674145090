/** What the loopback host tells the program that started it. */
export type HostNotice =
  | {
      readonly type: 'ready';
      readonly address: string;
      readonly port: number;
      readonly project: string | null;
    }
  | { readonly type: 'failed'; readonly code: string; readonly message: string };

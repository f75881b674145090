import type { ElectronModule } from './electron-module.ts';

/** The one way out: shows the whole address, asks, and opens it in the system's browser. https only. */
export function createExternalLinks({ dialog, shell }: Pick<ElectronModule, 'dialog' | 'shell'>): {
  open(url: string): Promise<boolean>;
} {
  let asking = false;
  return {
    async open(text) {
      const url = readHttpsUrl(text);
      // One question at a time: a page cannot bury the person in them.
      if (!url || asking) return false;
      asking = true;
      try {
        const { response } = await dialog.showMessageBox({
          type: 'question',
          message: 'Open this address in your browser?',
          detail: url.href,
          buttons: ['Open', 'Cancel'],
          defaultId: 1,
          cancelId: 1,
          noLink: true,
        });
        if (response !== 0) return false;
        await shell.openExternal(url.href);
        return true;
      } finally {
        asking = false;
      }
    },
  };
}

function readHttpsUrl(text: string): URL | null {
  if (!URL.canParse(text)) return null;
  const url = new URL(text);
  // An address with a user name in it is made to be misread.
  return url.protocol === 'https:' && url.username === '' && url.password === '' ? url : null;
}

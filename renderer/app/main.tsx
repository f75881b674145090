import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { config } from 'zod';
import { connectClient } from '../api/client.ts';
import '../ui/tokens.css';
import '../ui/base.css';
import { App } from './app.tsx';
import { EngineProvider } from './engine-provider.tsx';
import { ErrorBoundary } from './error-boundary.tsx';
import { listenToKeys } from './key-map.ts';
import { NoConnection } from './no-connection.tsx';
import { applyTheme, rememberedTheme } from './theme.ts';

// The content security policy forbids the code that zod would otherwise generate.
config({ jitless: true });

const root = document.querySelector('#root');
if (root === null) throw new Error('The page has no root element.');

applyTheme(rememberedTheme());
listenToKeys(window);
const connection = connectClient();

createRoot(root).render(
  <StrictMode>
    <ErrorBoundary>
      {connection === null ? (
        <NoConnection />
      ) : (
        <EngineProvider connection={connection}>
          <App />
        </EngineProvider>
      )}
    </ErrorBoundary>
  </StrictMode>,
);

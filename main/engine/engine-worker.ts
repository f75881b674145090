import { createEngine } from './create-engine.ts';
import { findEngineParent } from './engine-parent.ts';
import { serveEngine } from './serve-engine.ts';

// The engine in a thread or process of its own, so that no query ever holds up a window or the HTTP host.
serveEngine(findEngineParent(), createEngine);

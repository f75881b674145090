import type { AsyncIteratorClass } from '@orpc/server';
import type { EngineEvent } from '../../shared/contract/job-operations.ts';
import { type Mailbox, createMailbox } from './mailbox.ts';

/** Tells every window what changes. A window that reads slowly misses intermediate states, never the last one. */
export interface EventBus {
  publish(event: EngineEvent): void;
  /** Events from now on, starting with a `project` event; ends with the signal, `return()` or the bus. */
  subscribe(signal?: AbortSignal): AsyncIteratorClass<EngineEvent, void>;
  /** How many are listening. */
  subscribers(): number;
  close(): void;
}

export function createEventBus(): EventBus {
  const mailboxes = new Set<Mailbox<EngineEvent>>();
  return {
    publish(event) {
      for (const mailbox of mailboxes) mailbox.push(event);
    },
    subscribe(signal) {
      const mailbox = createMailbox<EngineEvent>({
        keyOf: (event) => (event.type === 'job' ? event.job.id : event.type),
        merge: mergeEvents,
        signal,
        onClosed: () => mailboxes.delete(mailbox),
      });
      if (!signal?.aborted) mailboxes.add(mailbox);
      mailbox.push({ type: 'project' });
      return mailbox.values;
    },
    subscribers: () => mailboxes.size,
    close() {
      for (const mailbox of mailboxes) mailbox.end();
    },
  };
}

function mergeEvents(waiting: EngineEvent, newer: EngineEvent): EngineEvent {
  if (waiting.type !== 'changed' || newer.type !== 'changed') return newer;
  return { type: 'changed', areas: [...new Set([...waiting.areas, ...newer.areas])] };
}

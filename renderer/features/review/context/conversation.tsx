import type { Json } from '../../../../shared/domain/json.ts';
import styles from './context-pane.module.css';
import { readableJson, toolCallsOf } from './tool-calls.ts';
import { isCollapsible, isToolResult, type Message } from './turns.ts';

/** The input as turns, oldest first; the turn that was answered last is at the end. Text is text, never markup. */
export function Conversation({ messages }: { readonly messages: readonly Message[] }) {
  if (messages.length === 0)
    return <p className={styles['empty']}>This interaction came without an input.</p>;
  const isPlainQuestion = messages.length === 1 && messages[0]?.role === 'user';
  return (
    <ol className={styles['turns']}>
      {messages.map((message, index) => (
        // A turn's place is its identity: turns are never reordered.
        // oxlint-disable-next-line react/no-array-index-key
        <li key={index} className={styles['turn']} data-role={message.role}>
          {isCollapsible(message) ? (
            <details>
              <summary>
                {roleName(message)} <span className={styles['size']}>{sizeOf(message.content)}</span>
              </summary>
              <Content message={message} />
            </details>
          ) : (
            <>
              {isPlainQuestion ? null : <p className={styles['role']}>{roleName(message)}</p>}
              <Content message={message} />
            </>
          )}
        </li>
      ))}
    </ol>
  );
}

function Content({ message }: { readonly message: Message }) {
  return (
    <>
      {message.content === '' ? null : (
        <div className={styles['content']} dir="auto" data-code={isToolResult(message) || undefined}>
          {isToolResult(message) ? readableJson(message.content) : message.content}
        </div>
      )}
      {message.tool_calls === undefined ? null : <ToolCalls calls={message.tool_calls} />}
    </>
  );
}

function ToolCalls({ calls }: { readonly calls: Json }) {
  return toolCallsOf(calls).map(({ name, body }, index) => (
    // Calls have no identity but their place, and are never reordered.
    // oxlint-disable-next-line react/no-array-index-key
    <details key={index}>
      <summary>Tool call{name === null ? '' : ` · ${name}`}</summary>
      <pre className={styles['json']}>{body}</pre>
    </details>
  ));
}

const roleNames: Readonly<Record<string, string>> = {
  user: 'User',
  assistant: 'Assistant',
  system: 'System',
  developer: 'Developer',
  tool: 'Tool',
};

function roleName(message: Message): string {
  const role = roleNames[message.role] ?? message.role;
  return message.name === undefined ? role : `${role} · ${message.name}`;
}

function sizeOf(content: string): string {
  return `${content.length.toLocaleString('en')} characters`;
}

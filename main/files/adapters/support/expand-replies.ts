import type { JsonObject } from '../../../../shared/domain/json.ts';
import type { Expansion } from '../adapter.ts';
import { callRow } from './call-row.ts';
import { field } from './fields.ts';
import { loggedReplies, noAnswer } from './logged-reply.ts';
import type { ProviderRequest } from './provider-body.ts';
import { readReply, readRequest, type Provider, type ReplyBody } from './read-reply.ts';

/** The rows of a log of answers, whichever provider wrote them. */
export function expandReplies(row: JsonObject): Expansion {
  const replies = loggedReplies(row);
  return {
    rows: replies.flatMap(({ reply, keys, rest }) =>
      reply === undefined ? [] : [callRow(repeatedRequest(reply), readReply(reply), { keys }, rest)],
    ),
    skipped:
      replies.length === 0
        ? [noAnswer]
        : replies.flatMap(({ reply, failure }) => (reply === undefined ? [failure] : [])),
  };
}

export function holdsReplyOf(provider: Provider, row: JsonObject): boolean {
  return loggedReplies(row).some(({ reply }) => reply?.provider === provider);
}

/** Some logs put the messages of the request into the answer. */
function repeatedRequest({ provider, body }: ReplyBody): ProviderRequest | undefined {
  const messages = field(body, 'messages');
  if (provider === 'openai-responses' || messages === undefined) return undefined;
  return readRequest({ messages }, provider);
}

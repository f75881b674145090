import { day, endOfPeriod, isoWithOffset, isWorkday, minute, workdaysLater } from './calendar.ts';
import { type Channel, isSettled } from './channel.ts';
import { valuesAt, type Case } from './context.ts';
import { writeCustomerMail, type CustomerMail } from './customer-mail.ts';
import { renderLetter, writeDraft, type Draft } from './draft.ts';
import { editDraft } from './edit.ts';
import { modelAt, promptVersionAt } from './prompts.ts';
import type { Random } from './random.ts';
import { commentOn, qualityOf } from './review.ts';

export interface ChatMessage {
  readonly role: 'system' | 'user' | 'assistant';
  readonly content: string;
}

export type Action = 'edited' | 'accepted' | 'discarded' | 'regenerated';

/** One line of the sample before it has an id and reviews, in the shape a help desk might log. */
export interface LoggedDraft {
  readonly ts: string;
  readonly session_id: string;
  readonly agent_id: string;
  readonly language: string;
  readonly channel: Channel;
  readonly model: string;
  readonly prompt_version: string;
  readonly messages: readonly ChatMessage[];
  readonly draft: string;
  readonly sent: string | null;
  readonly action: Action;
  readonly feedback: { readonly rating: number | null; readonly comment: string | null };
  readonly timing: {
    readonly latency_ms: number;
    readonly dwell_ms: number;
    readonly time_to_send_s: number | null;
    readonly sent_at: string | null;
  };
  readonly outcome: {
    readonly resolved: boolean;
    readonly requeried: boolean;
    readonly customer_replied_angry: boolean;
    readonly csat: number | null;
  };
}

export interface Turn {
  readonly line: LoggedDraft;
  /** What the generator knows about the draft; it is not in the file. */
  readonly draft: Draft;
  readonly at: number;
}

interface Asked {
  readonly at: number;
  readonly mail: CustomerMail;
  readonly messages: readonly ChatMessage[];
  readonly isAgain: boolean;
  readonly mayContinue: boolean;
  readonly mustAnswer: boolean;
}

/** A customer's matter as the help desk files it. */
export interface Session {
  readonly id: string;
  readonly channel: Channel;
  /** Draws what became of it, apart from what is written. */
  readonly outcomes: Random;
}

/** Everything drafted for one customer's matter, in order of time; at most `room` drafts. */
export function playSession(session: Session, matter: Case, room: number, random: Random): Turn[] {
  const values = valuesAt(matter, matter.firstMail, random);
  const mail = writeCustomerMail(matter, values, false, random);
  const prompt = promptVersionAt(matter.firstMail);
  const messages: ChatMessage[] = [
    { role: 'system', content: prompt.system },
    { role: 'user', content: mail.text },
  ];
  const turns: Turn[] = [];
  let asked: Asked | null = {
    at: matter.firstMail,
    mail,
    messages,
    isAgain: false,
    mayContinue: true,
    mustAnswer: false,
  };
  while (asked !== null && turns.length < room) {
    const step: { turn: Turn; next: Asked | null } = playTurn(
      session,
      matter,
      { ...asked, mayContinue: asked.mayContinue && turns.length + 1 < Math.min(room, 4) },
      random,
    );
    turns.push(step.turn);
    asked = step.next;
  }
  return turns;
}

function playTurn(
  { id: sessionId, channel, outcomes }: Session,
  matter: Case,
  asked: Asked,
  random: Random,
): { turn: Turn; next: Asked | null } {
  const { at, mail, messages, isAgain, mayContinue } = asked;
  const prompt = promptVersionAt(at);
  const values = valuesAt(matter, at, random);
  const draft = writeDraft({ matter, values, prompt, aside: mail.aside, isAgain }, random);
  const quality = qualityOf(draft);
  const text = renderLetter(draft.letter, prompt.name === 'v3' && random.chance(0.4));
  const action = actionFor(quality, asked, random);
  const edited =
    action === 'edited'
      ? editDraft({ draft, matter, values, mail, isAgain, isFriday: new Date(at).getUTCDay() === 5 }, random)
          .text
      : null;
  const sent = action === 'accepted' ? text : edited === text ? `${text}\n` : edited;

  const dwell = dwellOf(text, action, random);
  const toSend = sent === null ? null : Math.round(dwell / 1000) + random.between(4, 40);
  const next = nextQuestion(matter, asked, { action, sent, quality, toSend }, random);
  const isRequeried = next !== null && action !== 'regenerated';
  const isResolved = action !== 'regenerated' && !isRequeried && isSettled(channel, at, action, outcomes);
  const isAngryReply =
    action !== 'regenerated' && (isRequeried ? random.chance(0.35) : random.chance(isResolved ? 0.02 : 0.2));
  const hasRating = random.chance(0.3);
  const rating = hasRating ? clampRating(quality + (random.next() - 0.5) * 1.6) : null;
  const line: LoggedDraft = {
    ts: isoWithOffset(at),
    session_id: sessionId,
    agent_id: matter.agent.id,
    language: matter.language,
    channel,
    model: modelAt(at),
    prompt_version: prompt.name,
    messages,
    draft: text,
    sent,
    action,
    feedback: {
      rating,
      comment: rating !== null && rating <= 3 && random.chance(0.6) ? commentOn(draft, random) : null,
    },
    timing: {
      latency_ms: 900 + text.length * random.between(2, 4) + random.between(0, 900),
      dwell_ms: dwell,
      time_to_send_s: toSend,
      sent_at: toSend === null ? null : isoWithOffset(at + toSend * 1000),
    },
    outcome: {
      resolved: isResolved,
      requeried: isRequeried,
      customer_replied_angry: isAngryReply,
      csat:
        !isRequeried && sent !== null && random.chance(0.38)
          ? clampRating((isResolved ? 4.6 : 2.4) - (mail.isAngry ? 0.6 : 0) + (random.next() - 0.5) * 2)
          : null,
    },
  };
  return { turn: { line, draft, at }, next: mayContinue ? next : null };
}

/** Good drafts go out as they are more often; regenerating and discarding is for the bad ones. */
function actionFor(quality: number, { mayContinue, mustAnswer }: Asked, random: Random): Action {
  const isPoor = quality < 3;
  if (mayContinue && !mustAnswer && random.chance(isPoor ? 0.1 : 0.035)) return 'regenerated';
  if (random.chance(isPoor ? 0.19 : 0.065)) return 'discarded';
  return random.chance(quality > 4 ? 0.43 : quality > 3 ? 0.12 : 0.06) ? 'accepted' : 'edited';
}

function nextQuestion(
  matter: Case,
  asked: Asked,
  done: {
    readonly action: Action;
    readonly sent: string | null;
    readonly quality: number;
    readonly toSend: number | null;
  },
  random: Random,
): Asked | null {
  const { action, sent, quality } = done;
  if (!asked.mayContinue) return null;
  if (action === 'regenerated')
    return { ...asked, at: asked.at + random.between(20, 150) * 1000, mustAnswer: random.chance(0.8) };
  const chance =
    action === 'discarded'
      ? 0.3
      : action === 'accepted' && quality < 4
        ? 0.5
        : asked.isAgain
          ? 0.08
          : quality < 3.6
            ? 0.29
            : 0.12;
  if (!random.chance(chance)) return null;
  const at = workdaysLater(asked.at, random.between(1, 6)) + random.between(-90, 90) * minute;
  const hourOfDay = new Date(at).getUTCHours();
  if (at >= endOfPeriod - day || !isWorkday(at) || hourOfDay < 8 || hourOfDay > 17) return null;
  const values = valuesAt(matter, at, random);
  const mail = writeCustomerMail(matter, values, true, random);
  const system: ChatMessage = { role: 'system', content: promptVersionAt(at).system };
  const question: ChatMessage = { role: 'user', content: mail.text };
  // Some customers answer the mail, and some write a new one.
  const earlier = asked.messages.filter(({ role }) => role !== 'system');
  const history: ChatMessage[] =
    sent !== null && random.chance(0.7) ? [...earlier, { role: 'assistant', content: sent }] : [];
  return {
    at,
    mail,
    messages: [system, ...history, question],
    isAgain: true,
    mayContinue: true,
    mustAnswer: false,
  };
}

/** About 260 words a minute to read, and longer where the agent works on it. */
function dwellOf(text: string, action: Action, random: Random): number {
  const words = text.split(/\s+/).length;
  const reading = (words / 260) * minute;
  const factor = { accepted: 0.6, edited: 2.2, discarded: 0.8, regenerated: 0.5 }[action];
  return Math.round(reading * factor * (0.7 + random.next() * 0.8)) + random.between(500, 3000);
}

function clampRating(value: number): number {
  return Math.min(5, Math.max(1, Math.round(value)));
}

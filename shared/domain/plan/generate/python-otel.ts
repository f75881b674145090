import { outputSignal } from '../plan-signal.ts';
import type { PlannedEvent } from '../planned-events.ts';
import { pythonLiteral } from './code-text.ts';
import { type Evaluation, evaluationsOf, wordScores } from './evaluations.ts';
import { pythonCheck, pythonExamples, pythonFields } from './python.ts';

/** The same as `typescriptOtelText` in Python. Needs opentelemetry-api, and an SDK that is set up. */
export function pythonOtelText(events: readonly PlannedEvent[]): string {
  const shown = events.filter(({ signals }) => signals.includes(outputSignal)).map(({ event }) => event);
  return `import json
from datetime import datetime, timezone

from opentelemetry import trace
from opentelemetry._logs import LogRecord, get_logger
from opentelemetry.trace import SpanKind

${pythonFields(events)}
# Events that tell of an output itself.
SHOWN = [${shown.map(pythonLiteral).join(', ')}]

# What the other events say of an output: name, constant label, field, and where its text goes.
EVALUATIONS = {
${events.map((event) => `    ${pythonLiteral(event.event)}: [${evaluationsOf(event).map(tupleOf).join(', ')}],`).join('\n')}
}

SCORES = ${JSON.stringify(wordScores)}

# Fields that have a name in the conventions; the others keep theirs.
NAMES = {
    "interaction_id": "gen_ai.response.id",
    "session_id": "gen_ai.conversation.id",
    "user_id": "user.id",
    "model": "gen_ai.request.model",
}


def emit(event, fields):
    """Tell an event: an output as a span, anything else as evaluations of the output that it names."""
${pythonCheck}
    at = datetime.fromisoformat(line["at"].replace("Z", "+00:00"))
    nanoseconds = int(at.timestamp() * 1_000_000) * 1000
    attributes = attributes_of(line)
    if event in SHOWN:
        span = trace.get_tracer("flywheel-plan").start_span(
            f"chat {line.get('model', '')}".strip(),
            kind=SpanKind.CLIENT,
            start_time=nanoseconds,
            attributes={"gen_ai.operation.name": "chat", **attributes},
        )
        span.end(end_time=nanoseconds)
        return
    for name, label, field, text in EVALUATIONS[event]:
        result = result_of(label, line.get(field), text)
        if result is None:
            continue
        get_logger("flywheel-plan").emit(
            LogRecord(
                timestamp=nanoseconds,
                event_name="gen_ai.evaluation.result",
                attributes={"gen_ai.evaluation.name": name, **result, **attributes},
            )
        )


def result_of(label, value, text):
    if label is not None:
        return {"gen_ai.evaluation.score.label": label}
    if value is None:
        return None
    if not isinstance(value, str):
        return {"gen_ai.evaluation.score.value": float(value)}
    if text == "explanation":
        return {"gen_ai.evaluation.explanation": value}
    score = {"gen_ai.evaluation.score.value": float(SCORES[value])} if value in SCORES else {}
    return {**score, "gen_ai.evaluation.score.label": value}


def attributes_of(line):
    attributes = {
        NAMES.get(name, name): value
        for name, value in line.items()
        if name not in ("input", "output", "at") and value is not None
    }
    if "input" in line:
        attributes["gen_ai.input.messages"] = messages("user", line["input"])
    if "output" in line:
        attributes["gen_ai.output.messages"] = messages("assistant", line["output"], finish_reason="stop")
    return attributes


def messages(role, content, **more):
    return json.dumps([{"role": role, "parts": [{"type": "text", "content": content}], **more}])


${pythonExamples(events)}`;
}

function tupleOf(evaluation: Evaluation): string {
  const name = pythonLiteral(evaluation.name);
  if ('label' in evaluation) return `(${name}, ${pythonLiteral(evaluation.label)}, None, None)`;
  return `(${name}, None, ${pythonLiteral(evaluation.field)}, ${pythonLiteral(evaluation.text)})`;
}

/** What to do about a row that breaks a rule, by the rule's id. Ids are stable: reports and scripts name them. */
export const mends = {
  assert: 'Give the test case assertions with a type, and a value where the type needs one.',
  byte_order_mark: 'Write the file as UTF-8 without a byte-order mark.',
  cannot_mask_turns:
    'Choose a format that can leave earlier answers out, such as openai-chat, axolotl or ms-swift, or learn from all answers.',
  changing_system_prompt:
    'Give all rows the same system prompt, or leave them as they are where this is meant.',
  content_beside_tool_calls:
    'Take the text out of the message that calls tools, or put it into a message before it.',
  content_parts: 'Write content as text, or as parts with a type of the format; text parts need a text.',
  damaged_text: 'Repair the text at its source: replace half surrogate pairs and take NUL characters out.',
  data_type: 'Write an object with the keys of the format there.',
  different_prompts: 'Let both conversations be the same up to their last message.',
  duplicate_prompt_across_parts: 'Group by session or user, or filter the repeats.',
  duplicate_row: 'Keep one of the equal rows.',
  empty_content: 'Fill the text, or take the row out.',
  escaped_line_break: 'Write a real line break where the two characters \\n stand.',
  example_missing_assistant_message:
    'Add the answer that the model is to learn as a message of the assistant.',
  ideal: 'Write the wanted answer as a text, or several as a list of texts.',
  identical_grader_values: 'Give rows the values that they should be graded by; equal ones teach nothing.',
  identical_preference: 'Take the row out: there is nothing to prefer.',
  inconsistent_grader_fields: 'Give all rows the same fields beside their messages.',
  label: 'Write true for a good answer and false for a bad one.',
  invalid_encoding: 'Write the file as UTF-8.',
  invalid_json: 'Write one JSON object on each line.',
  last_message_not_assistant: 'End the conversation with the answer that the model is to learn.',
  margin: 'Write the margin as a number, or take it out.',
  message_missing_key: 'Add the key that the message lacks.',
  message_unrecognized_key: 'Take the key out, or keep it in a file of its own.',
  missing_content: 'Fill the text of the message.',
  missing_messages_list: 'Add the list of messages, with at least one in it.',
  missing_system_message: 'Add the system message that the other rows have, or take it out of them.',
  missing_user_message: 'Add what the user asked, or take the row out.',
  no_consensus: 'Resolve the disagreements, or choose another rule.',
  no_edit: 'Edit the output, or learn from outputs that nobody edited as well.',
  no_grader_fields:
    'Add a field beside the messages, such as reference_answer, that the grader compares with.',
  nothing_to_learn: 'Choose a format that learns from the whole answer.',
  one_assistant_message: 'Write exactly one message of the assistant there.',
  one_label:
    'Add answers of the other kind: name a share of changed words from which an edited output is bad (badFrom).',
  prompt_not_ending_on_user: 'End the input with the message that is to be answered.',
  repeated_id: 'Give each row an id of its own, or keep one of the rows.',
  roles_not_alternating: 'Join messages of one role that follow each other.',
  schema_version: 'Write "bedrock-conversation-2024" as schemaVersion.',
  system_not_first: 'Put the system message first.',
  too_few_rows: 'Add rows, or choose another trainer.',
  tool_call_id: 'Give the answer the id of the call that it answers.',
  tool_calls: 'Give each call a name, and its arguments in the form that the format has.',
  tool_order: 'Follow each message that calls tools by the answers of the tools.',
  tools: 'Write tools as a list of {"type": "function", "function": {"name", "parameters"}}.',
  tools_not_supported:
    'Choose a format with tool calls, such as openai-chat or trl-messages, or take the row out.',
  train_spans: 'Give spans that lie in the text, in code points, with both ends included.',
  two_candidates: 'End with the assistant’s turn and two candidates, one preferred and one non-preferred.',
  two_completions: 'Write two completions, the better with the score 1 and the worse with 0.',
  unbalanced_labels: 'Set the weights in the trainer, or add answers of the rarer kind.',
  undefined_tool: 'Add the definition of the tool to the tools of the row.',
  unreadable_row: 'Get the file again, or take the row out.',
  unrecognized_key: 'Take the key out, or keep it in a file of its own.',
  unrecognized_role: 'Use a role of the format.',
  vars: 'Give the test case vars, an object with the values that the prompt names.',
  weight: 'Use the values of the format, on messages of the assistant only.',
} as const;

export type Rule = keyof typeof mends;

export function isRule(text: string): text is Rule {
  return Object.hasOwn(mends, text);
}

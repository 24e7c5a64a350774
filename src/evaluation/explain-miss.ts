import type { Trial } from './try-question.ts';

/** Why a question did not come out as expected, as one line; null when it did. */
export function explainMiss(trial: Trial): string | null {
  const reason = trial.labelled.expect === null ? falseAnswer(trial) : wrongAnswer(trial);
  return reason === null ? null : `${trial.labelled.question}\n    ${reason} (${describe(trial)})`;
}

function falseAnswer({ answer, labelled }: Trial): string | null {
  return answer.outcome === 'answered'
    ? `answered, though the knowledge does not (${labelled.set ?? 'no set'})`
    : null;
}

function wrongAnswer({ answer, place, isSentenceRight, isFirstRight }: Trial): string | null {
  if (place === null) return 'the right passage was not found';
  if (place > 0) return `the right passage came ${place + 1}.`;
  if (isSentenceRight === false) return 'the right passage came first, but another sentence was marked';
  if (answer.outcome === 'unanswered') return 'the right passage came first, but nothing was shown';
  if (answer.outcome === 'suggested') return 'the right passage came first, but was only suggested';
  return isFirstRight ? null : 'the right passage came first, but the snippet leaves the answer out';
}

function describe({ answer }: Trial): string {
  const first = answer.outcome === 'unanswered' ? answer.raised : answer.snippets[0];
  const quoted = first == null ? '' : `: "${first.text.slice(first.answer.start, first.answer.end)}"`;
  return `${answer.outcome} ${answer.confidence.toFixed(2)}${quoted}`;
}

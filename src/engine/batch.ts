import { exchangeDrive } from '../hosts/exchange-drive.js';
import type { Fact } from '../model/fact.js';
import type { Batch, Question } from '../model/question.js';
import type { Platform } from '../model/recording.js';

/**
 * All questions of these facts for one platform, each once. Questions known to hang some hosts come last; those whose paths
 * come from other answers come after all that they could need.
 */
export function batchFor(platform: Platform, facts: readonly Fact<unknown>[]): Batch {
  const questions = new Map<string, Question>();
  for (const fact of facts) {
    for (const question of Object.values(fact.on[platform]?.questions ?? {})) {
      const other = questions.get(question.id);
      if (other && other !== question && JSON.stringify(other) !== JSON.stringify(question)) {
        throw new Error(
          `Two different questions are called ${question.id}; the second is asked by the fact ${fact.id}.`,
        );
      }
      questions.set(question.id, question);
    }
  }
  return {
    questions: [...questions.values()].toSorted((a, b) => turn(a) - turn(b)),
    avoidDrives: platform === 'windows' ? [exchangeDrive] : [],
  };
}

function turn(question: Question): number {
  if (question.alone) return 2;
  return question.kind === 'file-info' && question.from ? 1 : 0;
}

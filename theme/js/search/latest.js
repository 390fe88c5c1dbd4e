/** Keep answers in the order of the questions: only the answer to the last question counts. */

/**
 * @template Question, Answer
 * @param {(question: Question) => Promise<Answer>} ask
 * @returns {(question: Question) => Promise<Answer | undefined>} answers `undefined` when a later question was asked
 *   meanwhile, and then does not fail either
 */
export function latestOnly(ask) {
  let last = 0;
  return async (question) => {
    const number = ++last;
    try {
      const answer = await ask(question);
      return number === last ? answer : undefined;
    } catch (error) {
      if (number === last) throw error;
      return undefined;
    }
  };
}

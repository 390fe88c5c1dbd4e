/** Drop stale answers: of questions that overlap, only the answer to the latest one counts. */

/**
 * @template Question, Answer
 * @param {(question: Question) => Promise<Answer>} ask
 * @returns {(question: Question) => Promise<Answer | undefined>} answers `undefined` when a later question was asked
 *   meanwhile, and then does not fail either
 */
export function onlyLatest(ask) {
  let latest = 0;
  return async (question) => {
    const number = ++latest;
    try {
      const answer = await ask(question);
      return number === latest ? answer : undefined;
    } catch (error) {
      if (number === latest) throw error;
      return undefined;
    }
  };
}

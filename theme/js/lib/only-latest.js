/** Drop outdated answers: of overlapping requests only the latest one gets its answer. */

/**
 * @template Question, Answer
 * @param {(question: Question) => Promise<Answer>} ask
 * @returns {(question: Question) => Promise<Answer | undefined>} resolves to `undefined` when a later question was asked
 *   meanwhile, also when it fails
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

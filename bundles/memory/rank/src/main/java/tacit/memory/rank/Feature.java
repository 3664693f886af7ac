package tacit.memory.rank;

import java.util.function.ToDoubleBiFunction;

/**
 * One thing that speaks for a candidate or against it. Immutable.
 *
 * @param name as weights and reasons say it
 * @param measure of a candidate, for a question; about -3 to 3
 */
record Feature(String name, ToDoubleBiFunction<Question, Candidate> measure) {

    double of(Question question, Candidate candidate) {
        return measure.applyAsDouble(question, candidate);
    }
}

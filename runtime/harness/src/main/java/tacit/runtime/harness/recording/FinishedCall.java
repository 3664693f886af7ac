package tacit.runtime.harness.recording;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import tacit.api.harness.Calls;
import tacit.api.harness.Decision;
import tacit.api.harness.InnerCall;
import tacit.api.harness.Situation;

/**
 * A recorded call that has ended. Immutable.
 *
 * @param subject who was asked
 * @param exchange the question and the answer
 * @param clock what the clock showed
 * @param seed of the random numbers
 * @param took the duration of the call
 * @param inner what was asked of others meanwhile
 */
record FinishedCall(
        Subject subject, Exchange exchange, Instant clock, long seed, Duration took, List<InnerExchange> inner) {

    /** Turns it into text: done by the thread that writes. */
    Decision decision(String id, Calls calls) {
        List<InnerCall> asked = inner.stream().map(call -> call.asCall(calls)).toList();
        Situation situation =
                new Situation(subject.family(), calls.name(exchange.method()), exchange.inputs(), clock, seed, asked);
        return new Decision(id, situation, exchange.output(), subject.sha256(), subject.generation(), took, 0);
    }
}

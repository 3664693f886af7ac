package tacit.api.guard;

import java.util.List;
import java.util.stream.IntStream;

/**
 * What happened in a run up to some moment. Immutable.
 *
 * @param steps in their order; instructions of the system are no part of it
 */
public record CallHistory(List<CallStep> steps) {

    /** Nothing happened yet. */
    public static final CallHistory EMPTY = new CallHistory(List.of());

    public CallHistory {
        steps = List.copyOf(steps);
    }

    /** The questions that a guard would have been asked in this run: each call with what stands before it. */
    public List<GuardQuestion> questions() {
        return IntStream.range(0, steps.size())
                .filter(at -> steps.get(at).call() != null)
                .mapToObj(this::question)
                .toList();
    }

    private GuardQuestion question(int at) {
        ToolCall call = steps.get(at).call();
        if (call == null) {
            throw new IllegalStateException("Cannot ask about step " + at + ": it is no call");
        }
        return new GuardQuestion(call, new CallHistory(steps.subList(0, at)));
    }
}

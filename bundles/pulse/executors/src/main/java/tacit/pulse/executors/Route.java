package tacit.pulse.executors;

import java.util.List;

/**
 * Where work may go. Immutable.
 *
 * @param targets the best first
 * @param passedOver why the others do not take it: a line each
 */
record Route(List<Target> targets, List<String> passedOver) {

    Route {
        targets = List.copyOf(targets);
        passedOver = List.copyOf(passedOver);
    }

    String refusal(String briefId) {
        return "Cannot route '" + briefId + "': "
                + (passedOver.isEmpty() ? "no device is configured" : String.join("; ", passedOver));
    }
}

package tacit.pulse.loop;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tacit.api.pulse.Signal;

/**
 * What a dispatch, or a step of one, is to do. Immutable; kept with its run, so that it can be taken up after a crash.
 *
 * @param action what it is to the approvals
 * @param targetKey what it is about
 * @param userId for whom; null for nobody in particular
 * @param title in a line
 * @param prompt what is to be done
 * @param context what is known besides
 * @param attributes the brief
 * @param by the operator who asked; null for nobody
 * @param confidence how sure it is, in [0, 1]
 * @param signals that it deals with, as they were seen
 * @param items points and tasks that it deals with, such as {@code checklist:ID}
 */
record Plan(
        String action,
        String targetKey,
        @Nullable String userId,
        String title,
        String prompt,
        String context,
        Map<String, String> attributes,
        @Nullable String by,
        double confidence,
        List<Seen> signals,
        List<String> items) {

    Plan {
        attributes = Map.copyOf(attributes);
        signals = List.copyOf(signals);
        items = List.copyOf(items);
    }

    /** A signal as it was seen: one that was told again since then is another matter. */
    record Seen(String id, long lastSeenMicros, int mergedCount) {

        static Seen of(Signal signal) {
            return new Seen(signal.id(), micros(signal.lastSeenAt()), signal.mergedCount());
        }

        boolean is(Signal signal) {
            return mergedCount == signal.mergedCount() && lastSeenMicros == micros(signal.lastSeenAt());
        }

        private static long micros(Instant time) {
            return Math.addExact(Math.multiplyExact(time.getEpochSecond(), 1_000_000L), time.getNano() / 1000);
        }
    }
}

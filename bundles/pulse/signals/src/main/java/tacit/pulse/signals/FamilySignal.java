package tacit.pulse.signals;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import tacit.api.pulse.Signal;

/**
 * One signal for the many of a crowded family: it counts how often they were told and keeps their strongest reasons. Pure
 * functions.
 */
final class FamilySignal {

    static final int MOST_REASONS = 5;

    private static final String REASON = "strongest.";
    private static final String TOLD = "told";

    private FamilySignal() {}

    /** A signal as the first of its family signal. */
    static Signal of(Signal signal) {
        List<String> reasons = signal.reason() == null ? List.of() : List.of(scored(signal));
        return like(signal, signal.mergedCount(), reasons);
    }

    /** The family signal that is there, after another was told. */
    static Signal merge(Signal there, Signal told) {
        Signal both = Merge.of(there, told);
        List<String> reasons = new ArrayList<>(reasons(there));
        reasons(told).stream().filter(reason -> !reasons.contains(reason)).forEach(reasons::add);
        // The scores have the same number of digits, so their order as texts is that of their values
        reasons.sort(
                Comparator.comparing((String reason) -> reason.substring(0, 4)).reversed());
        return like(both, both.mergedCount(), reasons.subList(0, Math.min(MOST_REASONS, reasons.size())));
    }

    private static Signal like(Signal signal, int told, List<String> reasons) {
        Map<String, String> payload = new LinkedHashMap<>();
        payload.put(TOLD, String.valueOf(told));
        for (int i = 0; i < reasons.size(); i++) {
            payload.put(REASON + (i + 1), reasons.get(i));
        }
        String family = signal.family().name().toLowerCase(Locale.ROOT);
        return new Signal(
                signal.id(),
                signal.profileId(),
                signal.workspaceId(),
                signal.family(),
                signal.source(),
                "family:" + family,
                signal.urgency(),
                signal.confidence(),
                signal.expiresAt(),
                signal.evidence(),
                told,
                signal.firstSeenAt(),
                signal.lastSeenAt(),
                "Many of " + family + ", told " + told + " times"
                        + (reasons.isEmpty()
                                ? ""
                                : ", such as: " + reasons.get(0).substring(5)),
                payload,
                signal.origin(),
                signal.deferred());
    }

    private static String scored(Signal signal) {
        return String.format(Locale.ROOT, "%.2f %s", signal.strength(), signal.reason());
    }

    private static List<String> reasons(Signal family) {
        return new TreeMap<>(family.payload())
                .entrySet().stream()
                        .filter(entry -> entry.getKey().startsWith(REASON))
                        .map(Map.Entry::getValue)
                        .toList();
    }
}

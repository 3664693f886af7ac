package tacit.pulse.signals;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import tacit.api.pulse.Signal;
import tacit.api.pulse.Urgency;

/** How what is told again joins what is there: a pure function. */
final class Merge {

    static final int MOST_EVIDENCE = 64;
    static final int MOST_PAYLOAD = 40;

    private Merge() {}

    /** The signal that is there, after another of the same fingerprint was told. */
    static Signal of(Signal there, Signal told) {
        return new Signal(
                there.id(),
                there.profileId(),
                there.workspaceId(),
                there.family(),
                there.source(),
                there.fingerprint(),
                higher(there.urgency(), told.urgency()),
                Math.max(there.confidence(), told.confidence()),
                there.expiresAt().isAfter(told.expiresAt()) ? there.expiresAt() : told.expiresAt(),
                evidence(there.evidence(), told.evidence()),
                there.mergedCount() + told.mergedCount(),
                there.firstSeenAt(),
                there.lastSeenAt().isAfter(told.lastSeenAt()) ? there.lastSeenAt() : told.lastSeenAt(),
                told.reason() == null ? there.reason() : told.reason(),
                payload(there.payload(), told.payload()),
                told.origin() == null ? there.origin() : told.origin(),
                there.deferred());
    }

    /** The same under another id. */
    static Signal named(Signal signal, String id) {
        return new Signal(
                id,
                signal.profileId(),
                signal.workspaceId(),
                signal.family(),
                signal.source(),
                signal.fingerprint(),
                signal.urgency(),
                signal.confidence(),
                signal.expiresAt(),
                signal.evidence(),
                signal.mergedCount(),
                signal.firstSeenAt(),
                signal.lastSeenAt(),
                signal.reason(),
                signal.payload(),
                signal.origin(),
                signal.deferred());
    }

    static Urgency higher(Urgency one, Urgency other) {
        return one.compareTo(other) >= 0 ? one : other;
    }

    /** Both in the order in which they came; the oldest go where there are too many. */
    static List<String> evidence(List<String> there, List<String> told) {
        if (there.containsAll(told)) {
            return there;
        }
        Set<String> both = new LinkedHashSet<>(there);
        both.addAll(told);
        List<String> list = new ArrayList<>(both);
        return list.subList(Math.max(0, list.size() - MOST_EVIDENCE), list.size());
    }

    /** What was told counts; of the rest as many stay as there is room for, in the order of their names. */
    static Map<String, String> payload(Map<String, String> there, Map<String, String> told) {
        if (told.isEmpty() || told.equals(there)) {
            return there;
        }
        Map<String, String> both = new TreeMap<>(told);
        for (Map.Entry<String, String> old : new TreeMap<>(there).entrySet()) {
            if (both.size() < MOST_PAYLOAD) {
                both.putIfAbsent(old.getKey(), old.getValue());
            }
        }
        return both;
    }
}

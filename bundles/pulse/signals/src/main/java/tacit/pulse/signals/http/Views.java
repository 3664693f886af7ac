package tacit.pulse.signals.http;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tacit.api.pulse.Signal;
import tacit.api.pulse.Signals.Deferral;
import tacit.api.pulse.Signals.FamilyCount;
import tacit.api.pulse.Signals.Fate;

/** What is answered, as JSON. */
final class Views {

    private Views() {}

    static Map<String, @Nullable Object> signal(Signal signal, @Nullable Fate fate) {
        Map<String, @Nullable Object> view = new LinkedHashMap<>();
        view.put("id", signal.id());
        view.put("profileId", signal.profileId());
        view.put("workspaceId", signal.workspaceId());
        view.put("family", word(signal.family()));
        view.put("source", word(signal.source()));
        view.put("urgency", word(signal.urgency()));
        view.put("confidence", signal.confidence());
        view.put("strength", signal.strength());
        view.put("reason", signal.reason());
        view.put("mergedCount", signal.mergedCount());
        view.put("evidence", signal.evidence());
        view.put("payload", signal.payload());
        view.put("origin", signal.origin());
        view.put("fingerprint", signal.fingerprint());
        view.put("deferred", signal.deferred());
        view.put("firstSeenAt", signal.firstSeenAt().toString());
        view.put("lastSeenAt", signal.lastSeenAt().toString());
        view.put("expiresAt", signal.expiresAt().toString());
        if (fate != null) {
            view.put("state", word(fate.state()));
            view.put("endedAt", fate.endedAt() == null ? null : fate.endedAt().toString());
            view.put("endedBy", fate.by());
            view.put("endedReason", fate.reason());
        }
        return view;
    }

    static Map<String, Object> family(FamilyCount count) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("family", word(count.family()));
        view.put("signals", count.signals());
        view.put("told", count.told());
        view.put("strength", count.strength());
        return view;
    }

    static Map<String, Object> deferral(Deferral deferral) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("profileId", deferral.profileId());
        view.put("reason", deferral.reason());
        view.put("summary", deferral.summary());
        view.put("signalIds", List.copyOf(deferral.signalIds()));
        view.put("told", deferral.told());
        view.put("since", deferral.since().toString());
        return view;
    }

    static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}

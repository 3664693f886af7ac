package tacit.pulse.signals;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tacit.api.pulse.Signal;
import tacit.api.pulse.SignalFamily;
import tacit.api.pulse.SignalSource;
import tacit.api.pulse.Urgency;
import tacit.api.store.Row;

/** A signal as a row, and back. */
final class SignalRow {

    static final List<String> COLUMNS = List.of(
            "id",
            "profile_id",
            "workspace_id",
            "everywhere",
            "family",
            "source",
            "fingerprint",
            "urgency",
            "confidence",
            "strength",
            "expires_at",
            "evidence",
            "merged_count",
            "first_seen_at",
            "last_seen_at",
            "reason",
            "payload",
            "origin",
            "state",
            "live",
            "settles_at",
            "waiting_profile",
            "waiting_key",
            "deferred");

    private static final String LINE = "\n";

    private SignalRow() {}

    static @Nullable Object[] of(Told told) {
        Signal signal = told.signal();
        return new @Nullable Object[] {
            signal.id(),
            signal.profileId(),
            told.workspaceId(),
            signal.workspaceId() == null,
            signal.family().name(),
            signal.source().name(),
            signal.fingerprint(),
            signal.urgency().name(),
            signal.confidence(),
            signal.strength(),
            signal.expiresAt(),
            evidence(signal),
            (long) signal.mergedCount(),
            signal.firstSeenAt(),
            signal.lastSeenAt(),
            signal.reason(),
            Fingerprint.json(signal.payload()),
            signal.origin(),
            "OPEN",
            1,
            signal.expiresAt(),
            signal.profileId(),
            told.key(),
            0
        };
    }

    static Signal signal(Row row) {
        String evidence = row.text("evidence");
        return new Signal(
                row.text("id"),
                row.text("profile_id"),
                row.truth("everywhere") ? null : row.text("workspace_id"),
                SignalFamily.valueOf(row.text("family")),
                SignalSource.valueOf(row.text("source")),
                row.text("fingerprint"),
                Urgency.valueOf(row.text("urgency")),
                row.real("confidence"),
                row.time("expires_at"),
                evidence.isEmpty() ? List.of() : List.of(evidence.split(LINE, -1)),
                Math.toIntExact(row.number("merged_count")),
                row.time("first_seen_at"),
                row.time("last_seen_at"),
                row.optionalText("reason").orElse(null),
                Fingerprint.payload(row.text("payload")),
                row.optionalText("origin").orElse(null),
                Math.toIntExact(row.number("deferred")));
    }

    static Kept kept(Row row) {
        return new Kept(signal(row), row.time("settles_at"));
    }

    /** A line each; no reference has a break in it. */
    static String evidence(Signal signal) {
        return String.join(LINE, signal.evidence());
    }
}

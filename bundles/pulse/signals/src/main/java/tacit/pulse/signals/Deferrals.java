package tacit.pulse.signals;

import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tacit.api.pulse.Signal;
import tacit.api.pulse.SignalFamily;
import tacit.api.pulse.Signals.Deferral;
import tacit.api.store.Row;
import tacit.api.store.Session;

/** Signals that are put off, and the words about them. Confined to one transaction. */
final class Deferrals {

    private static final int MOST_REASONS = 2;
    private static final int LONGEST_REASON = 120;
    private static final int LONGEST_SUMMARY = 2000;

    private final Session session;

    Deferrals(Session session) {
        this.session = session;
    }

    void defer(String profileId, List<Signal> seen, String reason, Instant until, Instant now) {
        session.batch(
                "UPDATE signals SET state = 'DEFERRED', deferred = deferred + 1, deferred_reason = ?,"
                        + " deferred_at = CASE WHEN deferred_at IS NULL THEN CAST(? AS BIGINT) ELSE deferred_at END,"
                        + " settles_at = CASE WHEN settles_at < ? THEN CAST(? AS BIGINT) ELSE settles_at END"
                        + " WHERE id = ? AND profile_id = ? AND live = 1 AND settles_at > ?",
                seen.stream()
                        .map(signal -> new @Nullable Object[] {reason, now, until, until, signal.id(), profileId, now})
                        .toList());
    }

    Optional<Deferral> of(String profileId, Instant now) {
        List<Waiting> waiting = session.select(
                "SELECT * FROM signals WHERE waiting_profile = ? AND state = 'DEFERRED' AND settles_at > ?"
                        + " ORDER BY last_seen_at DESC, id DESC",
                Waiting::of,
                profileId,
                now);
        return waiting.isEmpty() ? Optional.empty() : Optional.of(deferral(profileId, waiting));
    }

    /** They wait as if they were told now, so that the next looks find them. */
    void resume(String profileId, Instant now) {
        List<Signal> waiting = session.select(
                "SELECT * FROM signals WHERE waiting_profile = ? AND state = 'DEFERRED'", SignalRow::signal, profileId);
        session.batch(
                "UPDATE signals SET state = 'OPEN', deferred_at = NULL, deferred_reason = NULL, expires_at = ?,"
                        + " settles_at = ? WHERE id = ? AND live = 1 AND state = 'DEFERRED'",
                waiting.stream()
                        .map(signal -> {
                            Instant fresh = now.plus(signal.family().retention());
                            Instant end = signal.expiresAt().isAfter(fresh) ? signal.expiresAt() : fresh;
                            return new @Nullable Object[] {end, end, signal.id()};
                        })
                        .toList());
    }

    /** A signal with what was said when it was put off. */
    private record Waiting(Signal signal, String reason, Instant since) {

        static Waiting of(Row row) {
            return new Waiting(
                    SignalRow.signal(row), row.optionalText("deferred_reason").orElse(""), row.time("deferred_at"));
        }
    }

    private static Deferral deferral(String profileId, List<Waiting> waiting) {
        List<Signal> signals = waiting.stream().map(Waiting::signal).toList();
        return new Deferral(
                profileId,
                waiting.get(0).reason(),
                summary(signals),
                signals.stream().map(Signal::id).toList(),
                signals.stream().mapToLong(Signal::mergedCount).sum(),
                waiting.stream()
                        .map(Waiting::since)
                        .min(Comparator.naturalOrder())
                        .orElseThrow());
    }

    static String summary(List<Signal> signals) {
        Map<SignalFamily, List<Signal>> families = signals.stream()
                .collect(Collectors.groupingBy(
                        Signal::family, () -> new EnumMap<>(SignalFamily.class), Collectors.toList()));
        String words = families.entrySet().stream()
                .sorted(Comparator.comparing(family -> -strongest(family.getValue())))
                .map(family -> words(family.getKey(), family.getValue()))
                .collect(Collectors.joining("; "));
        return CleanDraft.cut(words, LONGEST_SUMMARY);
    }

    private static double strongest(List<Signal> signals) {
        return signals.stream().mapToDouble(Signal::strength).max().orElse(0);
    }

    private static String words(SignalFamily family, List<Signal> signals) {
        long told = signals.stream().mapToLong(Signal::mergedCount).sum();
        String reasons = signals.stream()
                .filter(signal -> signal.reason() != null)
                .sorted(Comparator.comparing(Signal::strength).reversed().thenComparing(Signal::id))
                .limit(MOST_REASONS)
                .map(signal -> "'" + CleanDraft.cut(String.valueOf(signal.reason()), LONGEST_REASON) + "'")
                .collect(Collectors.joining(", "));
        return String.format(
                Locale.ROOT,
                "%s: %d signals, told %d times, strength up to %.2f%s",
                family.name().toLowerCase(Locale.ROOT),
                signals.size(),
                told,
                strongest(signals),
                reasons.isEmpty() ? "" : ": " + reasons);
    }
}

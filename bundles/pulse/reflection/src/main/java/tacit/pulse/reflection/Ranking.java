package tacit.pulse.reflection;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tacit.api.reflect.ReflectionEvidence;
import tacit.api.reflect.ReflectionScore;
import tacit.api.reflect.ReflectionSettings;
import tacit.api.reflect.ReflectionStanding;
import tacit.api.reflect.ReflectionTarget;
import tacit.api.reflect.ReflectionTarget.Health;
import tacit.api.reflect.ReflectionTarget.Kind;

/** What each target is worth now, and whether it may be thought about. */
final class Ranking {

    private static final Duration UNIT = Duration.ofHours(12);
    private static final double DEFERRED = 1.5;
    private static final double FRESHEST = 3;

    private final ReflectionSettings settings;
    private final Instant now;

    Ranking(ReflectionSettings settings, Instant now) {
        this.settings = settings;
        this.now = now;
    }

    List<ReflectionScore> rank(List<ReflectionStanding> standings) {
        return standings.stream()
                .sorted(Comparator.comparing(
                                (ReflectionStanding one) -> !whyNot(one).isEmpty())
                        .thenComparing(Comparator.comparingDouble(this::score).reversed())
                        .thenComparing(Ranking::newestOrBegin, Comparator.reverseOrder())
                        .thenComparing(one -> one.target().key()))
                .map(one -> new ReflectionScore(one.target().key(), score(one), scored(one), whyNot(one)))
                .toList();
    }

    private double score(ReflectionStanding one) {
        double sum = 3.0 * one.target().backlog()
                + 2.0 * Usefulness.actionable(one.evidence())
                + 4 * Usefulness.of(one.evidence())
                + health(one.target().health())
                + deferred(one.target())
                + freshness(one);
        return Math.round(sum * 10_000) / 10_000.0;
    }

    private List<String> scored(ReflectionStanding one) {
        return List.of(
                line(3.0 * one.target().backlog(), "points that are open"),
                line(2.0 * Usefulness.actionable(one.evidence()), "evidence that asks for something"),
                line(4 * Usefulness.of(one.evidence()), "usefulness"),
                line(health(one.target().health()), "health"),
                line(deferred(one.target()), "put off last time"),
                line(freshness(one), "freshness"));
    }

    private static String line(double value, String words) {
        return String.format(Locale.ROOT, "%+.2f %s", value, words);
    }

    private String whyNot(ReflectionStanding one) {
        ReflectionTarget target = one.target();
        Instant expires = target.times().expiresAt();
        Instant next = target.times().nextEligibleAt();
        if (target.kind() == Kind.GLOBAL) {
            return "it only sums the others up";
        }
        if (!settings.kinds().contains(target.kind())) {
            return "targets of its kind are switched off";
        }
        if (expires != null && !expires.isAfter(now)) {
            return "nothing was seen for too long";
        }
        if (next != null && next.isAfter(now)) {
            return "not before " + next;
        }
        return worthIt(one) ? "" : "nothing asks for anything";
    }

    private boolean worthIt(ReflectionStanding one) {
        if (Usefulness.actionable(one.evidence()) > 0) {
            return true;
        }
        Instant newest = newest(one);
        Duration most = settings.cadence().compareTo(UNIT) > 0 ? settings.cadence() : UNIT;
        return (one.target().backlog() > 0 || deferred(one.target()) > 0)
                && newest != null
                && Duration.between(newest, now).compareTo(most) < 0;
    }

    private static double health(Health health) {
        return switch (health) {
            case HEALTHY -> 0;
            case WATCH -> 1.5;
            case BLOCKED -> 4;
        };
    }

    private static double deferred(ReflectionTarget target) {
        return "defer".equals(target.last().outcome()) ? DEFERRED : 0;
    }

    private double freshness(ReflectionStanding one) {
        Instant newest = newest(one);
        if (newest == null) {
            return 0;
        }
        double units = Math.max(0, Duration.between(newest, now).toMillis()) / (double) UNIT.toMillis();
        return Math.max(0, FRESHEST - units);
    }

    private static @Nullable Instant newest(ReflectionStanding one) {
        return one.evidence().stream()
                .map(ReflectionEvidence::createdAt)
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    private static Instant newestOrBegin(ReflectionStanding one) {
        Instant newest = newest(one);
        return newest == null ? Instant.EPOCH : newest;
    }
}

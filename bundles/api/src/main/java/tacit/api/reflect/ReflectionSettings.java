package tacit.api.reflect;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * How a profile reflects. Immutable.
 *
 * @param enabled whether it does at all
 * @param autoRun whether pulses may start it
 * @param cadence the least time between two runs of a target
 * @param kinds which targets it has
 * @param durableKinds which of them outlive the host's next start
 * @param catchUp whether a time that was missed while the host was down is made up for
 * @param autonomy how far it goes by itself
 * @param trustedTargets keys of targets for which it goes further
 * @param maxHypotheses of a run, in [3, 5]
 * @param models which model is asked for which phase, by {@code ideation} and {@code critique}; winners are chosen without one
 * @param dispatch what winners become
 * @param notices when people are told
 * @param keeping what is written down, and for how long
 */
public record ReflectionSettings(
        boolean enabled,
        boolean autoRun,
        Duration cadence,
        List<ReflectionTarget.Kind> kinds,
        List<ReflectionTarget.Kind> durableKinds,
        boolean catchUp,
        Autonomy autonomy,
        List<String> trustedTargets,
        int maxHypotheses,
        Map<String, String> models,
        Dispatch dispatch,
        Notices notices,
        Keeping keeping) {

    /** How far reflection goes by itself. */
    public enum Autonomy {
        RECOMMENDATION_FIRST,
        BALANCED_AUTOPILOT,
        STRONG_AUTONOMY
    }

    /**
     * What winners become. Immutable.
     *
     * @param auto whether anything is started without people
     * @param byKind what winners about a kind of target become; a suggestion where nothing is said
     * @param allowed which actions may be started at all
     * @param requireWorktree whether code is changed in a tree of its own only
     * @param strictReview whether changes of code get a strict review
     * @param verification whether changes of code are verified
     */
    public record Dispatch(
            boolean auto,
            Map<ReflectionTarget.Kind, ReflectionAction> byKind,
            List<ReflectionAction> allowed,
            boolean requireWorktree,
            boolean strictReview,
            boolean verification) {

        public Dispatch {
            byKind = Map.copyOf(byKind);
            allowed = List.copyOf(allowed);
        }

        /** What a winner about such a target becomes. */
        public ReflectionAction of(ReflectionTarget.Kind kind) {
            return byKind.getOrDefault(kind, ReflectionAction.SUGGESTION);
        }
    }

    /**
     * When people are told. Immutable.
     *
     * @param intents which reasons are told at all
     * @param throttle the least time between two of an intent
     * @param quietFrom the first quiet hour, in [0, 23]; the same as the last for none
     * @param quietUntil the hour that is no longer quiet
     * @param timezone as {@link java.time.ZoneId#of} knows it
     */
    public record Notices(
            List<ReflectionJudgement.Intent> intents,
            Duration throttle,
            int quietFrom,
            int quietUntil,
            String timezone) {

        public Notices {
            intents = List.copyOf(intents);
            Objects.requireNonNull(throttle, "throttle");
            Objects.requireNonNull(timezone, "timezone");
        }
    }

    /**
     * What is written down. Immutable.
     *
     * @param journal whether a journal is kept
     * @param dreams whether journals are summed up
     * @param dreamCadence the least time between two of a target
     * @param retention how long files of runs, journals and dreams stay
     */
    public record Keeping(boolean journal, boolean dreams, Duration dreamCadence, Duration retention) {

        public Keeping {
            Objects.requireNonNull(dreamCadence, "dreamCadence");
            Objects.requireNonNull(retention, "retention");
        }
    }

    /** As it is unless somebody says otherwise: switched off, and proposing. */
    public static final ReflectionSettings USUAL = new ReflectionSettings(
            false,
            true,
            Duration.ofDays(1),
            List.of(ReflectionTarget.Kind.values()),
            List.of(
                    ReflectionTarget.Kind.GLOBAL,
                    ReflectionTarget.Kind.WORKSPACE,
                    ReflectionTarget.Kind.CODE_WORKSPACE,
                    ReflectionTarget.Kind.PULL_REQUEST),
            false,
            Autonomy.RECOMMENDATION_FIRST,
            List.of(),
            4,
            Map.of("ideation", "cheap", "critique", "strong"),
            new Dispatch(false, Map.of(), List.of(ReflectionAction.values()), true, true, true),
            new Notices(List.of(ReflectionJudgement.Intent.values()), Duration.ofMinutes(30), 22, 8, "UTC"),
            new Keeping(true, true, Duration.ofHours(24), Duration.ofDays(30)));

    public ReflectionSettings {
        Objects.requireNonNull(cadence, "cadence");
        Objects.requireNonNull(autonomy, "autonomy");
        Objects.requireNonNull(dispatch, "dispatch");
        Objects.requireNonNull(notices, "notices");
        Objects.requireNonNull(keeping, "keeping");
        kinds = List.copyOf(kinds);
        durableKinds = List.copyOf(durableKinds);
        trustedTargets = List.copyOf(trustedTargets);
        models = Map.copyOf(models);
        if (maxHypotheses < 3 || maxHypotheses > 5) {
            throw new IllegalArgumentException("maxHypotheses must be in [3, 5], got " + maxHypotheses);
        }
    }
}

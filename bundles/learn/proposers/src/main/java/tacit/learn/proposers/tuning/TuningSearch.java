package tacit.learn.proposers.tuning;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tacit.api.experiment.Evaluator;
import tacit.api.experiment.Proposal;
import tacit.api.experiment.Proposal.ChangeKind;
import tacit.api.experiment.Proposer;
import tacit.api.experiment.Proposer.Context;
import tacit.api.learn.ReplayCase;
import tacit.api.pulse.ProfileTuning;
import tacit.learn.proposers.settings.Compared;
import tacit.learn.proposers.settings.Tries;
import tacit.learn.proposers.settings.Tries.Try;

/** Tries values of profiles on older cases, within a budget. Confined to one round. */
final class TuningSearch {

    private final String workspaceId;
    private final TuningSetting setting;
    private final List<ReplayCase> cases;
    private final String situation;
    private final Context context;
    private final Tries tries;
    private final Evaluator evaluator;
    private final int mended;
    private final Set<ProfileTuning> refused;
    private final List<Rated> rated = new ArrayList<>();
    private int asked;
    private int left;

    /**
     * What one round may do.
     *
     * @param candidates values that it may ask for
     * @param mended so many older cases must be mended, and none broken
     */
    record Rules(int candidates, int mended) {}

    /** A value, and what it did to the older cases. */
    record Rated(ProfileTuning value, int mended, int broken, double distance) {}

    TuningSearch(
            String workspaceId,
            TuningSetting setting,
            List<ReplayCase> cases,
            String situation,
            Context context,
            Tries tries,
            Evaluator evaluator,
            Rules rules) {
        this.workspaceId = workspaceId;
        this.setting = setting;
        this.cases = cases;
        this.situation = situation;
        this.context = context;
        this.tries = tries;
        this.evaluator = evaluator;
        mended = rules.mended();
        left = rules.candidates();
        refused = setting.refused(context);
    }

    int asked() {
        return asked;
    }

    int tried() {
        return rated.size();
    }

    /** Whether so few cases fail that no value could mend enough of them. */
    boolean hopeless() {
        return tries.failing(workspaceId, situation)
                .map(failing -> failing < mended)
                .orElse(cases.size() < mended);
    }

    /**
     * Tries each field of a profile by itself, and then the best cooldown and the best budget together.
     *
     * @throws IllegalStateException when what is in force cannot be started
     */
    void run(Candidates candidates, boolean cadence) {
        List<Rated> own = new ArrayList<>();
        for (ProfileTuning value : candidates.values(cadence)) {
            rate(value, candidates).ifPresent(own::add);
        }
        best(own, one -> one.value().cooldownMinutes() != null && one.broken() == 0)
                .flatMap(cooldown -> best(own, one -> one.value().dispatchesPerDay() != null && one.broken() == 0)
                        .flatMap(budget -> together(cooldown.value(), budget.value())))
                .flatMap(both -> rate(both, candidates))
                .ifPresent(own::add);
        rated.addAll(own);
    }

    private static Optional<ProfileTuning> together(ProfileTuning cooldown, ProfileTuning budget) {
        Integer minutes = cooldown.cooldownMinutes();
        return minutes == null || cooldown.equals(budget)
                ? Optional.empty()
                : Optional.of(budget.with("cooldown", minutes));
    }

    private Optional<Rated> rate(ProfileTuning value, Candidates candidates) {
        if (refused.contains(value) || hopeless()) {
            return Optional.empty();
        }
        String line = ProfileTuning.text(List.of(value));
        Optional<Try> known = tries.of(workspaceId, situation).stream()
                .filter(one ->
                        one.place().equals(setting.place()) && one.value().equals(line))
                .findFirst();
        if (known.isEmpty() && (left == 0 || asked + cases.size() > context.mostCases())) {
            return Optional.empty();
        }
        Try tried = known.orElseGet(() -> ask(value, line));
        return Optional.of(new Rated(value, tried.mended(), tried.broken(), candidates.distance(value)));
    }

    private Try ask(ProfileTuning value, String line) {
        asked += cases.size();
        left--;
        Proposal proposal = proposal(value, "It is tried on older cases", null);
        Compared compared =
                Compared.of(evaluator.evaluate("search", proposal, cases).runs());
        Try result = new Try(setting.place(), line, compared.mended(), compared.broken(), cases.size());
        tries.note(workspaceId, situation, result, compared.failing(), context.now());
        return result;
    }

    /** What mends most and breaks nothing; of these the smallest change. */
    Optional<Rated> best() {
        return best(rated, one -> one.broken() == 0 && one.mended() >= mended);
    }

    private static Optional<Rated> best(List<Rated> all, Predicate<Rated> wanted) {
        return all.stream()
                .filter(wanted)
                .min(Comparator.comparingInt((Rated one) -> -one.mended())
                        .thenComparingDouble(Rated::distance)
                        .thenComparing(one -> ProfileTuning.text(List.of(one.value()))));
    }

    Proposal proposal(ProfileTuning value, String why, @Nullable String family) {
        ProfileTuning now = setting.of(value.profileId());
        return new Proposal(
                ChangeKind.AUTOMATION_PROFILE,
                setting.saying(value),
                TuningSetting.ROLE,
                "Tune profile " + value.profileId() + ": " + value.fields()
                        + (now.isNone() ? "" : " instead of " + now.fields()),
                why,
                cases.stream()
                        .map(ReplayCase::source)
                        .distinct()
                        .limit(Proposal.MAX_EVIDENCE)
                        .toList(),
                family,
                Proposer.RULE + TuningProposer.NAME);
    }
}

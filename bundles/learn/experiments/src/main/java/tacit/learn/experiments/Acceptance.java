package tacit.learn.experiments;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tacit.api.experiment.ChangeKinds;
import tacit.api.experiment.Experiment;
import tacit.api.experiment.ExperimentState;
import tacit.api.experiment.HarnessChange;
import tacit.api.experiment.Proposal;
import tacit.api.experiment.Proposal.ChangeKind;
import tacit.api.experiment.ProposalRefused;
import tacit.api.generation.ActivationPlan;
import tacit.api.generation.Artifact;
import tacit.api.generation.Artifacts;
import tacit.api.generation.Generation;
import tacit.api.generation.Generations;
import tacit.api.pulse.ProfileTuning;
import tacit.api.trust.BundleFacts;
import tacit.api.trust.BundleTrust;

/** Says why a proposal is not taken. Thread-safe; changes nothing. */
final class Acceptance {

    private final Generations generations;
    private final Artifacts artifacts;
    private final BundleTrust trust;
    private final Duration rest;

    /** @param rest how long what did not work is not tried again */
    Acceptance(Generations generations, Artifacts artifacts, BundleTrust trust, Duration rest) {
        this.generations = generations;
        this.artifacts = artifacts;
        this.trust = trust;
        this.rest = rest;
    }

    /** Refuses what could not be judged or would change nothing; answers the generation that it would change. */
    Generation check(Proposal proposal) {
        Generation active = generations
                .active()
                .orElseThrow(() -> new ProposalRefused("No generation is active that could be changed"));
        checkRole(proposal, active);
        ActivationPlan plan = generations.plan(
                Places.make(active, proposal.change(), proposal.proposer(), proposal.title(), "proposed"));
        if (!plan.problems().isEmpty()) {
            throw new ProposalRefused("It could not be activated: " + String.join("; ", plan.problems()));
        }
        if (plan.diff().isEmpty()) {
            throw new ProposalRefused("It changes nothing: generation " + active.number() + " is so already");
        }
        return active;
    }

    /** Only what the cases of the role can show may change with it. */
    private void checkRole(Proposal proposal, Generation active) {
        HarnessChange change = proposal.change();
        TreeSet<String> foreign = new TreeSet<>(change.bundles().keySet());
        foreign.remove(proposal.role());
        if (!foreign.isEmpty()) {
            throw new ProposalRefused("The cases of role '" + proposal.role() + "' do not judge " + foreign
                    + ": propose one role at a time");
        }
        Artifact now = active.roles().get(proposal.role());
        String jar = change.bundles().getOrDefault(proposal.role(), now == null ? null : now.sha256());
        if (jar == null) {
            throw new ProposalRefused("Nothing fills role '" + proposal.role() + "'");
        }
        Optional<BundleFacts> facts = facts(jar);
        TreeSet<String> pids = new TreeSet<>(change.configurations().keySet());
        pids.removeAll(facts.map(BundleFacts::pids).orElse(List.of()));
        if (!pids.isEmpty()) {
            throw new ProposalRefused(
                    "The bundle of role '" + proposal.role() + "' has no settings " + String.join(", ", pids));
        }
        String filled = now == null ? "" : now.symbolicName();
        checkKind(proposal, facts.map(BundleFacts::symbolicName).orElse(filled));
    }

    /** What may be promoted goes by the kind, so a kind must be what the change is. */
    private static void checkKind(Proposal proposal, String symbolicName) {
        Set<ChangeKind> kinds = ChangeKinds.of(proposal.role(), symbolicName, proposal.change());
        if (!kinds.contains(proposal.kind())) {
            throw new ProposalRefused("It is no change of kind " + words(proposal.kind()) + " but of "
                    + kinds.stream().map(Acceptance::words).collect(Collectors.joining(" or "))
                    + "; settings of several kinds belong into a proposal each");
        }
        if (proposal.kind() == ChangeKind.AUTOMATION_PROFILE) {
            proposal.change().configurations().values().forEach(Acceptance::checkTuning);
        }
    }

    /** Its bundle would refuse it as well, but only when it is started. */
    private static void checkTuning(Map<String, String> settings) {
        try {
            ProfileTuning.parse(settings.getOrDefault(ProfileTuning.SETTING, ""));
        } catch (IllegalArgumentException e) {
            throw new ProposalRefused("It could not be activated: " + e.getMessage());
        }
    }

    private Optional<BundleFacts> facts(String sha256) {
        if (!artifacts.contains(sha256)) {
            throw new ProposalRefused("No bundle is staged with the hash " + sha256);
        }
        @Nullable
        BundleFacts facts = trust.examine(
                        artifacts.read(sha256), artifacts.statement(sha256).orElse(null), BundleTrust.Moment.START)
                .facts();
        return Optional.ofNullable(facts);
    }

    /** Refuses what was tried a short while ago, or is being tried. */
    void checkEarlier(List<Experiment> same, Instant now) {
        for (Experiment earlier : same) {
            if (earlier.state().claims() || earlier.state() == ExperimentState.PROMOTED) {
                throw new ProposalRefused(
                        "Experiment " + earlier.id() + " proposes the same and is " + words(earlier.state()));
            }
            Instant again = earlier.changedAt().plus(rest);
            if (again.isAfter(now)) {
                throw new ProposalRefused("Experiment " + earlier.id() + " tried the same and is "
                        + words(earlier.state()) + "; it may be proposed again from " + again);
            }
        }
    }

    static String words(Enum<?> state) {
        return state.name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
    }
}

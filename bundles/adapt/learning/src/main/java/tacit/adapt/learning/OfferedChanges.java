package tacit.adapt.learning;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tacit.api.adapt.SkillActor;
import tacit.api.adapt.SkillOffers;
import tacit.api.adapt.SkillProposal;
import tacit.api.adapt.SkillProposal.Kind;
import tacit.api.adapt.SkillProposal.Status;
import tacit.api.adapt.SkillReview;
import tacit.api.adapt.SkillVersion;
import tacit.api.adapt.Skills;
import tacit.api.store.Scope;

/** What an operator's decision changes of what agents are told, each by a generation of that operator's own. Thread-safe. */
record OfferedChanges(SkillOffers offers, Skills skills) {

    /** Before a decision on a proposal: what is offered is named, so that what is approved is not offered by itself. */
    Optional<String> hold(Scope scope, @Nullable SkillProposal proposal, SkillActor by) {
        boolean decides = proposal != null
                && proposal.status() == Status.PENDING
                && by.kind() == SkillActor.Kind.OPERATOR
                && !by.name().equals(proposal.proposer().name());
        return decides ? hold(scope, by) : Optional.empty();
    }

    /** A user's own skills are told that user at once, as no generation names them. */
    Optional<String> hold(Scope scope, SkillActor by) {
        return scope.user().isPresent() ? Optional.empty() : offers.hold(scope.workspaceId(), by.name());
    }

    /** After an approval: the version that came of it is offered, or what was to be retired no more. */
    Optional<String> approved(Scope scope, SkillProposal proposal, SkillActor by) {
        SkillReview review = Objects.requireNonNull(proposal.review(), "review");
        String name = Objects.requireNonNull(review.skillName(), "skillName");
        if (proposal.kind() == Kind.RETIREMENT) {
            return without(scope, name, by, "Retires skill " + name + " by proposal " + proposal.id());
        }
        return skills.history(scope, name).stream()
                .filter(version -> proposal.id().equals(version.proposalId()))
                .reduce((earlier, later) -> later)
                .flatMap(version ->
                        with(scope, name, version.version(), by, "Offers what proposal " + proposal.id() + " says"));
    }

    /** Why a version is not offered; empty when it is. */
    Optional<String> with(Scope scope, String name, int version, SkillActor by, String reason) {
        return changed(scope, Map.of(name, version), null, by, reason);
    }

    /** Why a skill is still offered; empty when it is not. */
    Optional<String> without(Scope scope, String name, SkillActor by, String reason) {
        return changed(scope, Map.of(), name, by, reason);
    }

    private Optional<String> changed(
            Scope scope, Map<String, Integer> more, @Nullable String less, SkillActor by, String reason) {
        if (scope.user().isPresent()) {
            return Optional.empty();
        }
        SortedMap<String, Integer> versions = new TreeMap<>(offers.of(scope.workspaceId()));
        versions.putAll(more);
        if (less != null) {
            versions.remove(less);
        }
        return offers.offer(scope.workspaceId(), versions, by.name(), reason);
    }

    /** Whether there is such a version. */
    boolean has(Scope scope, String name, int version) {
        return skills.history(scope, name).stream().map(SkillVersion::version).anyMatch(one -> one == version);
    }
}

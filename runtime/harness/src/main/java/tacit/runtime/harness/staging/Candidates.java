package tacit.runtime.harness.staging;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.osgi.framework.BundleContext;
import tacit.api.generation.Artifacts;
import tacit.api.generation.Candidate;
import tacit.api.generation.Ledger;
import tacit.api.trust.BundleFacts;
import tacit.runtime.harness.HostOffer;
import tacit.runtime.harness.routing.DeclaredRole;

/** Says how a staged bundle stands now: what it lacks today may be there tomorrow. Thread-safe. */
final class Candidates {

    private final Ledger ledger;
    private final Artifacts artifacts;
    private final BundleContext context;
    private final HostOffer host;

    Candidates(BundleContext context, Ledger ledger, Artifacts artifacts) {
        this.context = context;
        this.host = new HostOffer(context);
        this.ledger = ledger;
        this.artifacts = artifacts;
    }

    Candidate of(StagedBundle bundle) {
        BundleFacts facts = bundle.facts();
        if (facts == null || bundle.isRefused()) {
            return candidate(bundle, Candidate.State.REFUSED, List.of(), bundle.refusals());
        }
        Needs needs = Needs.of(facts, host, DeclaredRole.of(context));
        if (isActive(bundle)) {
            return candidate(bundle, Candidate.State.ACTIVE, needs.all(), List.of());
        }
        List<String> problems = new ArrayList<>(needs.missing());
        if (!artifacts.contains(bundle.sha256())) {
            problems.add("Its jar is no longer in the store: stage it again");
        }
        Candidate.State state = problems.isEmpty() ? Candidate.State.STAGED : Candidate.State.WAITING;
        Stream.ofNullable(bundle.failure()).forEach(problems::add);
        return candidate(bundle, state, needs.all(), problems);
    }

    private boolean isActive(StagedBundle bundle) {
        return ledger.active().stream()
                .flatMap(generation -> generation.roles().values().stream())
                .anyMatch(artifact -> artifact.sha256().equals(bundle.sha256()));
    }

    private static Candidate candidate(
            StagedBundle bundle, Candidate.State state, List<String> needs, List<String> problems) {
        return new Candidate(
                bundle.sha256(),
                bundle.fileName(),
                bundle.time(),
                bundle.stagedBy(),
                bundle.facts(),
                state,
                needs,
                problems);
    }
}

package tacit.panel.host;

import java.util.Locale;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import tacit.api.generation.ActivationReport;
import tacit.api.generation.ActivationRequest;
import tacit.api.generation.Candidate;
import tacit.api.http.HttpProblem;
import tacit.api.page.View;
import tacit.api.trust.BundleFacts;

/** Asks for a candidate to decide. Pure functions. */
final class Activation {

    private Activation() {}

    /** A candidate for all of its roles. */
    static ActivationRequest of(View view, Candidate candidate) {
        BundleFacts facts = candidate.facts();
        if (facts == null || candidate.state() == Candidate.State.REFUSED) {
            throw new HttpProblem(409, "It was refused: " + String.join("; ", candidate.problems()));
        }
        SortedMap<String, String> bundles = new TreeMap<>();
        facts.roles().keySet().forEach(role -> bundles.put(role, candidate.sha256()));
        return new ActivationRequest(
                bundles,
                Set.of(),
                new TreeMap<>(),
                view.principal().name(),
                view.parameter("reason").orElse("asked for in Mission Control"),
                null);
    }

    /** The report of an activation that came to be; the step that ended another is told. */
    static ActivationReport whole(ActivationReport report) {
        report.failure().ifPresent(step -> {
            String name = step.step().name().toLowerCase(Locale.ROOT).replace('_', ' ');
            throw new HttpProblem(
                    409, "Nothing changed: step " + name + " of " + step.subject() + " failed: " + step.detail());
        });
        return report;
    }
}

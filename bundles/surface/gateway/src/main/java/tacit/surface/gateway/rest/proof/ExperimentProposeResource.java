package tacit.surface.gateway.rest.proof;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.access.AccessRole;
import tacit.api.experiment.ChangeKinds;
import tacit.api.experiment.Experiments;
import tacit.api.experiment.HarnessChange;
import tacit.api.experiment.Proposal;
import tacit.api.experiment.ProposalRefused;
import tacit.api.generation.Artifact;
import tacit.api.generation.Generations;
import tacit.api.http.Call;
import tacit.api.http.HttpProblem;
import tacit.api.http.HttpResource;
import tacit.api.http.Reply;
import tacit.surface.gateway.rest.harness.WantedChange;
import tacit.surface.gateway.rest.reply.Fields;
import tacit.surface.gateway.rest.reply.Json;
import tacit.surface.gateway.rest.reply.Query;

/** Takes a proposal for a change of one role; who proposes it is the token's name, and somebody else promotes it. */
@Component
public final class ExperimentProposeResource implements HttpResource {

    private static final Set<String> FIELDS =
            Set.of("role", "title", "why", "kind", "clusterId", "evidence", "bundles", "settings");

    private final Experiments experiments;
    private final Generations generations;

    @Activate
    public ExperimentProposeResource(@Reference Experiments experiments, @Reference Generations generations) {
        this.experiments = experiments;
        this.generations = generations;
    }

    @Override
    public String method() {
        return "POST";
    }

    @Override
    public String path() {
        return "/v1/experiments";
    }

    @Override
    public Optional<AccessRole> role() {
        return Optional.of(AccessRole.OPERATOR);
    }

    @Override
    public Reply handle(Call call) {
        Query.none(call);
        if (call.principal().scope().user().isPresent()) {
            throw new HttpProblem(403, "A change of the harness concerns everybody: the token is one user's");
        }
        try {
            Proposal proposal = proposal(call, Json.body(call));
            return Json.reply(
                    201,
                    ProofViews.experiment(experiments.propose(call.principal().scope(), proposal)));
        } catch (ProposalRefused e) {
            throw new HttpProblem(409, String.valueOf(e.getMessage()));
        } catch (IllegalArgumentException e) {
            throw Query.problem(e);
        }
    }

    private Proposal proposal(Call call, JsonNode body) {
        Fields fields = Fields.of(body, FIELDS);
        String role = fields.text("role", Proposal.MAX_TITLE);
        HarnessChange change = new HarnessChange(WantedChange.bundles(body), WantedChange.settings(body));
        Proposal.@Nullable ChangeKind kind = fields.optionalChoice("kind", Proposal.ChangeKind.class);
        return new Proposal(
                kind == null ? ChangeKinds.usual(role, filling(role), change) : kind,
                change,
                role,
                or(fields.optionalText("title", Proposal.MAX_TITLE), "Change " + places(change)),
                or(fields.optionalText("why", Proposal.MAX_WHY), "Proposed over HTTP"),
                body.hasNonNull("evidence") ? fields.texts("evidence", Proposal.MAX_EVIDENCE, 400) : List.of(),
                fields.optionalText("clusterId", 400),
                call.principal().name());
    }

    private static String places(HarnessChange change) {
        String places = String.join(", ", change.places());
        return places.substring(0, Math.min(places.length(), Proposal.MAX_TITLE - 10));
    }

    private static String or(@Nullable String text, String fallback) {
        return text == null ? fallback : text;
    }

    /** The bundle that fills a role now; empty for none. */
    private String filling(String role) {
        return generations
                .active()
                .map(active -> active.roles().get(role))
                .map(Artifact::symbolicName)
                .orElse("");
    }
}

package tacit.surface.gateway.rest;

import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.access.AccessRole;
import tacit.api.adapt.SkillProposals;
import tacit.api.http.Call;
import tacit.api.http.HttpProblem;
import tacit.api.http.HttpResource;
import tacit.api.http.Reply;
import tacit.api.store.Scope;
import tacit.surface.gateway.rest.reply.Json;
import tacit.surface.gateway.rest.reply.Paths;
import tacit.surface.gateway.rest.reply.Query;

/** Shows one proposal. */
@Component
public final class SkillProposalResource implements HttpResource {

    private final SkillProposals proposals;

    @Activate
    public SkillProposalResource(@Reference SkillProposals proposals) {
        this.proposals = proposals;
    }

    @Override
    public String method() {
        return "GET";
    }

    @Override
    public String path() {
        return "/v1/skills/proposals/{id}";
    }

    @Override
    public Optional<AccessRole> role() {
        return Optional.of(AccessRole.READER);
    }

    @Override
    public Reply handle(Call call) {
        Query query = Query.known(call, "userId");
        Scope scope = SkillViews.scope(call.principal().scope(), query.text("userId"));
        String id = Paths.parameter(call, "id");
        return SkillViews.owners(scope).stream()
                .flatMap(owner -> proposals.find(owner, id).stream())
                .findFirst()
                .map(proposal -> Json.reply(200, SkillViews.proposal(proposal)))
                .orElseThrow(() -> new HttpProblem(404, "No such proposal in the token's scope"));
    }
}

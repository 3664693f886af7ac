package tacit.surface.gateway.rest;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.access.AccessRole;
import tacit.api.adapt.SkillProposal;
import tacit.api.adapt.SkillProposals;
import tacit.api.http.Call;
import tacit.api.http.HttpResource;
import tacit.api.http.Reply;
import tacit.api.store.Scope;
import tacit.surface.gateway.rest.reply.Json;
import tacit.surface.gateway.rest.reply.Query;

/** Lists skills that were proposed, the newest first. */
@Component
public final class SkillProposalsResource implements HttpResource {

    private final SkillProposals proposals;

    @Activate
    public SkillProposalsResource(@Reference SkillProposals proposals) {
        this.proposals = proposals;
    }

    @Override
    public String method() {
        return "GET";
    }

    @Override
    public String path() {
        return "/v1/skills/proposals";
    }

    @Override
    public Optional<AccessRole> role() {
        return Optional.of(AccessRole.READER);
    }

    @Override
    public Reply handle(Call call) {
        Query query = Query.known(call, "userId", "status", "limit");
        Scope scope = SkillViews.scope(call.principal().scope(), query.text("userId"));
        SkillProposal.Status status = query.choice("status", SkillProposal.Status.class);
        int limit = (int) query.whole("limit", 50, 1, 1000);
        List<Map<String, Object>> rows = SkillViews.owners(scope).stream()
                .flatMap(owner -> proposals.list(owner, status, limit).stream())
                .limit(limit)
                .map(SkillViews::proposal)
                .toList();
        return Json.reply(200, Map.of("proposals", rows));
    }
}

package tacit.surface.gateway.rest;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.access.AccessRole;
import tacit.api.adapt.AdaptiveStyleEngine;
import tacit.api.adapt.Personality;
import tacit.api.http.Call;
import tacit.api.http.HttpResource;
import tacit.api.http.Reply;
import tacit.api.store.Scope;
import tacit.surface.gateway.rest.reply.Json;
import tacit.surface.gateway.rest.reply.Query;

/** Answers how answers should read, why, and what an agent is told of it. */
@Component
public final class StyleResource implements HttpResource {

    private static final int USUAL_HISTORY = 20;

    private final AdaptiveStyleEngine style;
    private final Personality personality;

    @Activate
    public StyleResource(@Reference AdaptiveStyleEngine style, @Reference Personality personality) {
        this.style = style;
        this.personality = personality;
    }

    @Override
    public String method() {
        return "GET";
    }

    @Override
    public String path() {
        return "/v1/style";
    }

    @Override
    public Optional<AccessRole> role() {
        return Optional.of(AccessRole.AGENT);
    }

    @Override
    public Reply handle(Call call) {
        Query query = Query.known(call, "userId", "channel", "limit");
        Scope token = call.principal().scope();
        Scope scope = new Scope(token.workspaceId(), ContextQuestion.user(token, query.text("userId")));
        int limit = (int) query.whole("limit", USUAL_HISTORY, 1, AdaptiveStyleEngine.LONGEST_HISTORY);
        try {
            @Nullable String channel = StyleViews.channel(scope, query.text("channel"));
            Map<String, Object> fields = StyleViews.style(style.style(scope, channel));
            fields.put("lines", personality.lines(scope, channel));
            fields.put("history", StyleViews.changes(style.getAdaptationHistory(scope, channel, limit)));
            fields.put("stats", StyleViews.stats(style.getObservationStats(scope, channel)));
            if (scope.userId() != null) {
                fields.put("relationship", StyleViews.relationship(personality.relationship(scope)));
            }
            return Json.reply(200, fields);
        } catch (IllegalArgumentException e) {
            throw Query.problem(e);
        }
    }
}

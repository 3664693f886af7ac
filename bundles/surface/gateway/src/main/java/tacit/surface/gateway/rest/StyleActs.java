package tacit.surface.gateway.rest;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tacit.api.access.AuditLog;
import tacit.api.adapt.AdaptiveStyleEngine;
import tacit.api.adapt.StyleChange;
import tacit.api.http.Call;
import tacit.api.http.Reply;
import tacit.api.store.Scope;
import tacit.surface.gateway.rest.reply.Fields;
import tacit.surface.gateway.rest.reply.Json;
import tacit.surface.gateway.rest.reply.Query;

/** Changes a style as a call asks for it; who may not is refused, and the audit log says so first. Immutable. */
record StyleActs(AdaptiveStyleEngine style, AuditLog audit) {

    /** What is done, once it is in the audit log. */
    @FunctionalInterface
    interface Act {

        List<StyleChange> changes(Scope scope, @Nullable String channel, List<String> evidence);
    }

    /**
     * Does it, and answers the style as it is then.
     *
     * @param action as the audit log names it
     * @param fields the fields that a body may have besides whose style it is
     * @param named the field of the answer that holds the changes
     * @param read makes of the body what is to be done; what it refuses is neither noted nor done
     */
    Reply done(Call call, String action, Set<String> fields, String named, Function<Fields, Act> read) {
        Query.none(call);
        try {
            Set<String> known = new TreeSet<>(fields);
            known.addAll(Set.of("userId", "channel"));
            Fields body = Fields.of(Json.body(call), known);
            Scope scope = StyleViews.mayChange(call.principal(), body.optionalText("userId", StyleViews.LONGEST_NAME));
            @Nullable String channel = StyleViews.channel(scope, body.optionalText("channel", StyleViews.LONGEST_NAME));
            Act act = read.apply(body);
            List<String> evidence = StyleViews.entered(audit, call, action, scope, channel);
            List<StyleChange> changes = act.changes(scope, channel, evidence);
            Map<String, Object> answer = StyleViews.style(style.style(scope, channel));
            answer.put(named, StyleViews.changes(changes));
            return Json.reply(200, answer);
        } catch (IllegalArgumentException e) {
            throw Query.problem(e);
        }
    }
}

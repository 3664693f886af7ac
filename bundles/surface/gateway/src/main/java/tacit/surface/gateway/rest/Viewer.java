package tacit.surface.gateway.rest;

import tacit.api.http.Call;
import tacit.api.memory.Audience;
import tacit.api.store.Scope;
import tacit.surface.gateway.rest.reply.Query;

/**
 * Who looks at memories, by the parameters {@code userId} and {@code audience}. Immutable.
 *
 * @param scope what is looked at
 * @param audience who will see it
 */
record Viewer(Scope scope, Audience audience) {

    static Viewer of(Call call, Query query) {
        Scope token = call.principal().scope();
        String user = ContextQuestion.user(token, query.text("userId"));
        Audience.Kind kind = query.choice("audience", Audience.Kind.class);
        return new Viewer(
                new Scope(token.workspaceId(), user),
                new Audience(kind == null ? Audience.Kind.PRIVATE : kind, user, null, null, false));
    }
}

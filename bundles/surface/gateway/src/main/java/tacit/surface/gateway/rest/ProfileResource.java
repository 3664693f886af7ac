package tacit.surface.gateway.rest;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.access.AccessRole;
import tacit.api.http.Call;
import tacit.api.http.HttpResource;
import tacit.api.http.Reply;
import tacit.api.memory.MemoryRecord;
import tacit.api.memory.ProfileFact.Category;
import tacit.api.memory.UserProfile;
import tacit.api.store.Scope;
import tacit.surface.gateway.rest.reply.Json;
import tacit.surface.gateway.rest.reply.Query;

/** Answers what is known about a user, and which of it contradicts itself. */
@Component
public final class ProfileResource implements HttpResource {

    private static final int MOST = 250;

    private final UserProfile profile;

    @Activate
    public ProfileResource(@Reference UserProfile profile) {
        this.profile = profile;
    }

    @Override
    public String method() {
        return "GET";
    }

    @Override
    public String path() {
        return "/v1/memory/users/{id}/profile";
    }

    @Override
    public Optional<AccessRole> role() {
        return Optional.of(AccessRole.READER);
    }

    @Override
    public Reply handle(Call call) {
        Query query = Query.known(call, "category", "limit");
        Scope scope = MemoryViews.user(call);
        Category category = query.choice("category", Category.class);
        Map<String, Object> fields = new LinkedHashMap<>();
        profile.preferredName(scope.workspaceId(), Objects.requireNonNull(scope.userId()))
                .ifPresent(name -> fields.put("preferredName", name));
        fields.put("facts", views(profile.list(scope, category, (int) query.whole("limit", MOST, 1, MOST))));
        fields.put("questions", views(profile.questions(scope)));
        return Json.reply(200, fields);
    }

    private static List<Map<String, Object>> views(List<MemoryRecord> facts) {
        return facts.stream().map(MemoryViews::memory).toList();
    }
}

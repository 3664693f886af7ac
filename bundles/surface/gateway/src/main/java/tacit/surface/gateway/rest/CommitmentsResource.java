package tacit.surface.gateway.rest;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.access.AccessRole;
import tacit.api.http.Call;
import tacit.api.http.HttpResource;
import tacit.api.http.Reply;
import tacit.api.memory.MemoryRecord;
import tacit.api.memory.RelationshipMemory;
import tacit.api.store.Scope;
import tacit.surface.gateway.rest.reply.Json;
import tacit.surface.gateway.rest.reply.Query;

/** Lists what a user still has to do, those due first first. */
@Component
public final class CommitmentsResource implements HttpResource {

    private static final int USUAL = 20;
    private static final int MOST = 300;
    private static final int MOST_HOURS = 24 * 366;

    private final RelationshipMemory dealings;
    private final Clock clock;

    @Activate
    public CommitmentsResource(@Reference RelationshipMemory dealings, @Reference Clock clock) {
        this.dealings = dealings;
        this.clock = clock;
    }

    @Override
    public String method() {
        return "GET";
    }

    @Override
    public String path() {
        return "/v1/memory/users/{id}/commitments";
    }

    @Override
    public Optional<AccessRole> role() {
        return Optional.of(AccessRole.READER);
    }

    @Override
    public Reply handle(Call call) {
        Query query = Query.known(call, "withinHours", "limit");
        Scope scope = MemoryViews.user(call);
        Instant now = clock.instant();
        int limit = (int) query.whole("limit", USUAL, 1, MOST);
        long hours = query.whole("withinHours", -1, 0, MOST_HOURS);
        List<MemoryRecord> open = hours < 0
                ? dealings.openCommitments(scope, limit)
                : dealings.dueSoon(scope, now, Duration.ofHours(hours)).stream()
                        .limit(limit)
                        .toList();
        return Json.reply(
                200,
                Map.of("commitments", open.stream().map(item -> view(item, now)).toList()));
    }

    static Map<String, Object> view(MemoryRecord item, Instant now) {
        Map<String, Object> fields = MemoryViews.memory(item);
        boolean open = item.attribute("status").orElse("").equals("open");
        item.attribute("due").ifPresent(due -> {
            fields.put("due", due);
            fields.put("overdue", open && Instant.parse(due).isBefore(now));
        });
        fields.put("done", !open);
        return fields;
    }
}

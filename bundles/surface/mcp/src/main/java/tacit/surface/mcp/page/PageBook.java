package tacit.surface.mcp.page;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import tacit.surface.mcp.rpc.Caller;
import tacit.surface.mcp.rpc.Cursor;
import tacit.surface.mcp.rpc.Json;
import tacit.surface.mcp.rpc.RpcError;

/** All that can be read now, scheme by scheme in the order of their names. Thread-safe. */
@Component(service = PageBook.class)
public final class PageBook {

    private static final int LONGEST_URI = 2_000;

    private final Map<String, Pages> schemes = new ConcurrentSkipListMap<>();

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    public void addPages(Pages pages) {
        schemes.put(pages.scheme(), pages);
    }

    public void removePages(Pages pages) {
        schemes.remove(pages.scheme(), pages);
    }

    /** Addresses with gaps. */
    public ObjectNode templates() {
        ObjectNode result = Json.object();
        result.set(
                "resourceTemplates",
                Json.array(schemes.values().stream()
                        .flatMap(pages -> pages.templates().stream())
                        .toList()));
        return result;
    }

    /**
     * Some of the pages that the caller may read, with where the list goes on.
     *
     * @throws RpcError when the cursor is none of this list
     */
    public ObjectNode list(Caller caller, ObjectNode params) {
        Cursor cursor = Cursor.of(params);
        List<Pages> all = List.copyOf(schemes.values());
        if (cursor.part() < 0 || (cursor.part() >= all.size() && !cursor.equals(Cursor.FIRST))) {
            throw Cursor.bad();
        }
        ObjectNode result = Json.object();
        if (all.isEmpty()) {
            result.putArray("resources");
            return result;
        }
        Pages.Listed listed = listed(all.get(cursor.part()), caller, cursor.place());
        result.set("resources", Json.array(listed.pages()));
        if (listed.next() != null) {
            result.put("nextCursor", new Cursor(cursor.part(), listed.next()).text());
        } else if (cursor.part() + 1 < all.size()) {
            result.put("nextCursor", new Cursor(cursor.part() + 1, null).text());
        }
        return result;
    }

    /** The first pages of each scheme. */
    public List<ObjectNode> heads(Caller caller) {
        return schemes.values().stream()
                .flatMap(pages -> pages.list(caller, null).pages().stream())
                .toList();
    }

    private static Pages.Listed listed(Pages pages, Caller caller, @Nullable String place) {
        try {
            return pages.list(caller, place);
        } catch (IllegalArgumentException e) {
            throw Cursor.bad();
        }
    }

    /**
     * What stands at an address.
     *
     * @throws RpcError when the caller may read nothing there
     */
    public ObjectNode read(Caller caller, String uri) {
        ObjectNode contents = find(caller, uri).orElseThrow(() -> missing(caller, uri));
        ObjectNode result = Json.object();
        result.putArray("contents").add(contents);
        return result;
    }

    /** What stands at an address; empty when the caller may read nothing there. */
    public Optional<ObjectNode> find(Caller caller, String uri) {
        int end = uri.indexOf("://");
        @Nullable Pages pages = end < 0 ? null : schemes.get(uri.substring(0, end));
        return pages == null || uri.length() > LONGEST_URI ? Optional.empty() : pages.read(caller, uri);
    }

    private static RpcError missing(Caller caller, String uri) {
        int code = caller.stateless() ? RpcError.INVALID_PARAMS : RpcError.RESOURCE_NOT_FOUND;
        return new RpcError(code, 200, "Resource not found", Json.object().put("uri", RpcError.shortened(uri)));
    }
}

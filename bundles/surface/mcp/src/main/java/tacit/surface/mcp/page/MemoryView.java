package tacit.surface.mcp.page;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tacit.api.memory.ArchivePrivacy;
import tacit.api.memory.Evidence;
import tacit.api.memory.MemoryRecord;
import tacit.api.memory.MemoryState;
import tacit.api.memory.MemoryStore;
import tacit.surface.mcp.rpc.Caller;
import tacit.surface.mcp.rpc.Json;

/** Which memories a caller may read, and how they look. */
public final class MemoryView {

    private static final String FOUND = "memory:";
    private static final String PRIVACY = "privacy";

    private MemoryView() {}

    /** A memory by its id, or by the id that a search answers; empty where the caller may not see it. */
    public static Optional<MemoryRecord> find(MemoryStore memories, Caller caller, String id) {
        String own = id.startsWith(FOUND) ? id.substring(FOUND.length()) : id;
        return own.isBlank()
                ? Optional.empty()
                : memories.find(caller.scope(), own).filter(memory -> shown(caller, memory));
    }

    /** Whether it holds, nobody took it out of sight, and the caller may see it. */
    static boolean shown(Caller caller, MemoryRecord memory) {
        return memory.state() == MemoryState.ACTIVE
                && caller.maySee(memory)
                && memory.attribute(PRIVACY)
                        .filter(ArchivePrivacy.SUPPRESSED.word()::equals)
                        .isEmpty();
    }

    /** A memory as agents read it. */
    public static ObjectNode of(MemoryRecord memory) {
        ObjectNode view = Json.object()
                .put("id", memory.id())
                .put("layer", memory.layer())
                .put("kind", memory.kind())
                .put("subject", memory.subject())
                .put("text", memory.text())
                .put("lane", word(memory.lane()))
                .put("visibility", word(memory.visibility()))
                .put("confidence", memory.confidence());
        put(view, "validFrom", memory.validFrom());
        put(view, "validUntil", memory.validUntil());
        put(view, "createdAt", memory.createdAt());
        put(view, "confirmedAt", memory.confirmedAt());
        view.set(
                "evidence",
                Json.array(memory.evidence().stream().map(MemoryView::of).toList()));
        return view;
    }

    private static ObjectNode of(Evidence evidence) {
        return Json.object().put("kind", word(evidence.kind())).put("id", evidence.id());
    }

    private static String word(Enum<?> choice) {
        return choice.name().toLowerCase(Locale.ROOT);
    }

    private static void put(ObjectNode view, String name, @Nullable Instant at) {
        if (at != null) {
            view.put(name, at.toString());
        }
    }
}

package tacit.memory.curated;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import tacit.api.memory.Evidence;
import tacit.api.memory.MemoryDraft;
import tacit.api.memory.MemoryFilter;
import tacit.api.memory.MemoryScope;
import tacit.api.memory.MemoryStore;
import tacit.api.memory.TrustLane;
import tacit.api.memory.Visibility;
import tacit.api.store.PageRequest;
import tacit.api.store.Scope;

/** Remembers of which folder of a workspace the blocks were taken over, by a memory without words. Stateless. */
final class FirstContact {

    private static final String LAYER = "settings";
    private static final String KIND = "migration";
    private static final String FOLDER = "folder.sha256";

    private final MemoryStore store;

    FirstContact(MemoryStore store) {
        this.store = store;
    }

    boolean isOver(String workspaceId, String folder) {
        MemoryFilter marks = MemoryFilter.active(LAYER).withKinds(List.of(KIND)).withAttributes(attributes(folder));
        return store.list(Scope.ofWorkspace(workspaceId), marks, PageRequest.first(1))
                        .total()
                > 0;
    }

    /** Notes it; a second note of the same is the first one. */
    void over(String workspaceId, String folder, List<Evidence> evidence) {
        store.add(new MemoryDraft(
                workspaceId,
                LAYER,
                KIND,
                "curated",
                "",
                MemoryScope.WORKSPACE,
                Visibility.PRIVATE,
                TrustLane.RESULT,
                evidence,
                1,
                null,
                null,
                KIND + "/" + sha256(folder),
                attributes(folder)));
    }

    private static SortedMap<String, String> attributes(String folder) {
        return new TreeMap<>(Map.of(FOLDER, sha256(folder)));
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}

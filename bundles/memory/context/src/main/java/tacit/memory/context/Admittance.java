package tacit.memory.context;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tacit.api.memory.Audience;
import tacit.api.memory.ContextFragment;
import tacit.api.memory.ContextRequest;
import tacit.api.memory.MemoryRecord;
import tacit.api.memory.MemoryStore;
import tacit.api.memory.Reach;
import tacit.api.memory.Visibility;
import tacit.api.store.Scope;

/** Decides what an audience may be shown, whatever its source thinks. Confined to one request. */
final class Admittance {

    private final MemoryStore memories;
    private final ContextRequest request;

    Admittance(MemoryStore memories, ContextRequest request) {
        this.memories = memories;
        this.request = request;
    }

    /** Why a fragment is not for this audience; empty when it is. */
    Optional<String> refusal(ContextFragment fragment) {
        Audience audience = request.audience();
        if (!audience.maySee(fragment.visibility())) {
            String who = audience.subAgent() ? "another agent" : word(audience.kind());
            return Optional.of("It is " + word(fragment.visibility()) + ", and the audience is " + who);
        }
        if (fragment.visibility() != Visibility.PRIVATE) {
            return Optional.empty();
        }
        return fragment.memoryIds().stream()
                .map(this::refusalOf)
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Optional<String> refusalOf(String memory) {
        @Nullable String asker = request.audience().userId();
        Optional<MemoryRecord> found = memories.find(new Scope(request.workspaceId(), asker), memory);
        if (found.isEmpty()) {
            return Optional.of("It is gone, or belongs to somebody else");
        }
        boolean ofUser = found.get().scope().reach() == Reach.USER;
        return ofUser && !found.get().scope().id().equals(asker)
                ? Optional.of("It belongs to one user, and it is not known that this one asks")
                : Optional.empty();
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}

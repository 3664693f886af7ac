package tacit.memory.context;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tacit.api.memory.Audience;
import tacit.api.memory.ContextFragment;
import tacit.api.memory.ContextRequest;
import tacit.api.memory.MemoryRecord;
import tacit.api.memory.Reach;
import tacit.api.memory.Visibility;

/** Decides what an audience may be shown, whatever its source thinks. Confined to one request. */
final class Admittance {

    private final ContextRequest request;
    private final Map<String, MemoryRecord> known;

    /** @param known the memories that the private fragments were made from, as far as the asker sees them */
    Admittance(ContextRequest request, Collection<MemoryRecord> known) {
        this.request = request;
        this.known = known.stream().collect(Collectors.toMap(MemoryRecord::id, Function.identity()));
    }

    /** The memories that have to be known of fragments. */
    static List<String> asked(Audience audience, Stream<ContextFragment> fragments) {
        return fragments
                .filter(fragment ->
                        fragment.visibility() == Visibility.PRIVATE && audience.maySee(fragment.visibility()))
                .flatMap(fragment -> fragment.memoryIds().stream())
                .distinct()
                .toList();
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
        MemoryRecord found = known.get(memory);
        if (found == null) {
            return Optional.of("It is gone, or belongs to somebody else");
        }
        boolean ofUser = found.scope().reach() == Reach.USER;
        return ofUser && !found.scope().id().equals(asker)
                ? Optional.of("It belongs to one user, and it is not known that this one asks")
                : Optional.empty();
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}

package tacit.memory.gate;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import tacit.api.memory.MemoryWrite;
import tacit.api.memory.MemoryWrite.Origin;
import tacit.api.memory.MemoryWrite.Target;

/** Which writes wait for somebody's approval. */
enum ApprovalMode {
    OFF,
    CURATED_ONLY,
    EXTERNAL_ONLY,
    BACKGROUND_ONLY,
    ALL;

    private static final Set<Origin> BACKGROUND =
            Set.of(Origin.AUTO_CAPTURE, Origin.BACKGROUND, Origin.DREAMING, Origin.DISTILL, Origin.EXTERNAL_MIRROR);

    static ApprovalMode of(String word) {
        return Arrays.stream(values())
                .filter(mode -> mode.word().equals(word.strip()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("mode must be one of "
                        + Arrays.stream(values()).map(ApprovalMode::word).collect(Collectors.joining(", "))
                        + ", got '" + word + "'"));
    }

    boolean stages(MemoryWrite write) {
        return switch (this) {
            case OFF -> false;
            case CURATED_ONLY -> write.target() == Target.CURATED;
            case EXTERNAL_ONLY -> write.target() == Target.EXTERNAL;
            case BACKGROUND_ONLY -> BACKGROUND.contains(write.origin());
            case ALL -> true;
        };
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}

package tacit.api.reflect;

import java.util.List;
import java.util.Objects;

/** A target with what is seen about it now. Immutable. */
public record ReflectionStanding(ReflectionTarget target, List<ReflectionEvidence> evidence) {

    public ReflectionStanding {
        Objects.requireNonNull(target, "target");
        evidence = List.copyOf(evidence);
    }
}

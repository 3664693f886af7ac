package tacit.api.reflect;

import java.time.Instant;
import java.util.Objects;

/**
 * What came of a hypothesis that won. Immutable.
 *
 * @param targetKey what it was about
 * @param kind of that target
 * @param generator that had the idea
 * @param subject of its first evidence
 * @param good whether it helped: its work succeeded, or people acted on it
 * @param source what says so: {@code execution}, {@code response} or {@code operator}
 * @param at when that was known
 */
public record ReflectionPast(
        String targetKey,
        ReflectionTarget.Kind kind,
        String generator,
        String subject,
        boolean good,
        String source,
        Instant at) {

    public ReflectionPast {
        Objects.requireNonNull(targetKey, "targetKey");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(generator, "generator");
        Objects.requireNonNull(subject, "subject");
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(at, "at");
    }
}

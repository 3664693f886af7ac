package tacit.pulse.mind.seen;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tacit.api.reflect.ReflectionEvidence;
import tacit.api.reflect.ReflectionTarget.Kind;

/**
 * Something that a source saw of a target. Immutable.
 *
 * @param targetKey of which target
 * @param kind of that target
 * @param label of that target, for people
 * @param type what it is
 * @param actionable whether it asks for something to be done
 * @param fingerprint of what it was made of
 * @param text in words
 * @param subject what it is about
 * @param reference where to look it up; null for nowhere
 * @param at when it happened
 */
public record Sighting(
        String targetKey,
        Kind kind,
        String label,
        ReflectionEvidence.Type type,
        boolean actionable,
        String fingerprint,
        String text,
        String subject,
        @Nullable String reference,
        Instant at) {

    /** The same about another target. */
    Sighting about(String key, Kind otherKind, String otherLabel, ReflectionEvidence.Type otherType) {
        return new Sighting(
                key, otherKind, otherLabel, otherType, actionable, fingerprint, text, subject, reference, at);
    }
}

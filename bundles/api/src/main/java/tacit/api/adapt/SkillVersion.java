package tacit.api.adapt;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a skill said at a time. Immutable.
 *
 * @param version from 1
 * @param content what it says
 * @param evidence why it should help
 * @param proposalId the proposal that it came of; null for none
 * @param by who made it so
 * @param note what changed
 * @param at since when
 */
public record SkillVersion(
        int version,
        SkillDraft content,
        List<String> evidence,
        @Nullable String proposalId,
        SkillActor by,
        String note,
        Instant at) {

    public SkillVersion {
        Objects.requireNonNull(content, "content");
        Objects.requireNonNull(by, "by");
        Objects.requireNonNull(note, "note");
        Objects.requireNonNull(at, "at");
        evidence = List.copyOf(evidence);
    }
}

package tacit.api.adapt;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What came of a change of a skill. Immutable.
 *
 * @param done whether it was changed
 * @param reason why it was not; empty when it was
 * @param skill as it is now; null when there is none
 * @param files what was changed in folders of agents
 */
public record SkillChange(
        boolean done, String reason, @Nullable Skill skill, SkillFilesReport files) {

    public SkillChange {
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(files, "files");
    }

    /** Nothing was changed. */
    public static SkillChange refused(String reason, @Nullable Skill skill) {
        return new SkillChange(false, reason, skill, SkillFilesReport.NOTHING);
    }
}

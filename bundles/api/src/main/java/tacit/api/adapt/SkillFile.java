package tacit.api.adapt;

import java.util.Objects;

/**
 * A skill as the file that agents read. Immutable.
 *
 * @param path its folder, which is called as the skill, and {@code SKILL.md}
 * @param text all of it
 */
public record SkillFile(String path, String text) {

    public SkillFile {
        Objects.requireNonNull(path, "path");
        Objects.requireNonNull(text, "text");
    }
}

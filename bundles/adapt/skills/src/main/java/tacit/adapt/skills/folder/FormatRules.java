package tacit.adapt.skills.folder;

import java.util.Map;
import java.util.Optional;
import tacit.adapt.skills.text.SkillNames;

/** What the published format asks of a skill, in words for whoever breaks it. */
public final class FormatRules {

    public static final int LONGEST_DESCRIPTION = 1024;
    public static final int LONGEST_COMPATIBILITY = 500;
    public static final int MOST_LINES = 499;
    public static final int MOST_TOKENS = 4999;

    private static final int CHARACTERS_OF_A_TOKEN = 4;

    private FormatRules() {}

    public static Optional<String> brokenName(String name) {
        return SkillNames.isValid(name)
                ? Optional.empty()
                : Optional.of("name must have 1 to " + SkillNames.LONGEST + " of a-z, 0-9 and single hyphens within");
    }

    public static Optional<String> brokenDescription(String description) {
        int length = description.codePointCount(0, description.length());
        return description.isBlank() || length > LONGEST_DESCRIPTION
                ? Optional.of("description must have 1 to " + LONGEST_DESCRIPTION + " characters, got " + length)
                : Optional.empty();
    }

    public static Optional<String> brokenBody(String body) {
        long lines = body.lines().count();
        int tokens = (body.length() + CHARACTERS_OF_A_TOKEN - 1) / CHARACTERS_OF_A_TOKEN;
        return lines > MOST_LINES || tokens > MOST_TOKENS
                ? Optional.of("body must have fewer than 500 lines and 5000 tokens, got " + lines + " and " + tokens)
                : Optional.empty();
    }

    static Optional<String> brokenMore(Map<String, String> meta) {
        int length = meta.getOrDefault(SkillDocument.COMPATIBILITY, "").length();
        return length > LONGEST_COMPATIBILITY
                ? Optional.of("compatibility must have at most " + LONGEST_COMPATIBILITY + " characters, got " + length)
                : Optional.empty();
    }
}

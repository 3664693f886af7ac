package tacit.adapt.skills.folder;

import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A {@code SKILL.md}: what its front matter says, and its body. Immutable.
 *
 * @param name of the skill and of its folder
 * @param description what it does and when to use it
 * @param meta what else the front matter says: {@code license}, {@code compatibility}, {@code allowed-tools}, and the entries of
 *     its metadata as {@code metadata.…}
 * @param body what the agent is told, as Markdown
 */
public record SkillDocument(String name, String description, SortedMap<String, String> meta, String body) {

    public static final String FILE = "SKILL.md";
    public static final String LICENSE = "license";
    public static final String COMPATIBILITY = "compatibility";
    public static final String ALLOWED_TOOLS = "allowed-tools";
    public static final String METADATA = "metadata.";

    private static final String FENCE = "---";

    public SkillDocument {
        meta = Collections.unmodifiableSortedMap(new TreeMap<>(meta));
    }

    /**
     * Reads a file.
     *
     * @throws IllegalArgumentException when it is none by the rules of the format
     */
    public static SkillDocument read(String folderName, String text) {
        String plain = text.replace("\r\n", "\n").replaceFirst("^\uFEFF", "");
        if (!plain.startsWith(FENCE + "\n")) {
            throw new IllegalArgumentException("SKILL.md must begin with a line of three hyphens");
        }
        int end = plain.indexOf("\n" + FENCE + "\n", FENCE.length());
        boolean bare = end < 0 && plain.endsWith("\n" + FENCE);
        if (end < 0 && !bare) {
            throw new IllegalArgumentException("SKILL.md must end its front matter by a line of three hyphens");
        }
        int matter = bare ? plain.length() - FENCE.length() - 1 : end;
        String head = plain.substring(FENCE.length() + 1, Math.max(FENCE.length() + 1, matter + 1));
        String body = bare ? "" : plain.substring(end + FENCE.length() + 2);
        FrontMatter front = FrontMatter.read(head);
        SkillDocument document =
                new SkillDocument(front.name(), front.description(), front.meta(), body.strip() + "\n");
        document.broken().ifPresent(rule -> {
            throw new IllegalArgumentException(rule);
        });
        if (!document.name().equals(folderName)) {
            throw new IllegalArgumentException("name must be that of the folder");
        }
        return document;
    }

    /** The first rule of the format that it breaks. */
    public Optional<String> broken() {
        return Stream.of(
                        FormatRules.brokenName(name),
                        FormatRules.brokenDescription(description),
                        FormatRules.brokenBody(body),
                        FormatRules.brokenMore(meta))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** As a file. */
    public String text() {
        StringBuilder text = new StringBuilder(FENCE + "\n");
        line(text, "", "name", name);
        line(text, "", "description", description);
        for (String key : new String[] {LICENSE, COMPATIBILITY, ALLOWED_TOOLS}) {
            String value = meta.get(key);
            if (value != null && !value.isBlank()) {
                line(text, "", key, value);
            }
        }
        Map<String, String> metadata = meta.tailMap(METADATA);
        if (!metadata.isEmpty()) {
            text.append("metadata:\n");
            metadata.forEach((key, value) -> line(text, "  ", key.substring(METADATA.length()), value));
        }
        return text.append(FENCE)
                .append("\n\n")
                .append(body.strip())
                .append('\n')
                .toString();
    }

    private static void line(StringBuilder text, String indent, String key, String value) {
        text.append(indent)
                .append(key.matches("[A-Za-z][A-Za-z0-9_.-]*") ? key : quoted(key))
                .append(": ")
                .append(value.matches("[a-z][a-z0-9-]*") && key.equals("name") ? quotedName(value) : quoted(value))
                .append('\n');
    }

    /** A name stays plain for people, unless a reader could take it for something else. */
    private static String quotedName(String name) {
        return name.matches("true|false|null|yes|no|on|off|y|n") ? quoted(name) : name;
    }

    private static String quoted(String value) {
        StringBuilder quoted = new StringBuilder("\"");
        value.codePoints().forEach(letter -> {
            if (letter == '"' || letter == '\\') {
                quoted.append('\\').appendCodePoint(letter);
            } else if (letter == '\n') {
                quoted.append("\\n");
            } else if (mustBeWritten(letter)) {
                quoted.append(String.format(Locale.ROOT, "\\u%04x", letter));
            } else {
                quoted.appendCodePoint(isHalf(letter) ? 0xFFFD : letter);
            }
        });
        return quoted.append('"').toString();
    }

    private static boolean isHalf(int letter) {
        return letter >= Character.MIN_SURROGATE && letter <= Character.MAX_SURROGATE;
    }

    private static boolean mustBeWritten(int letter) {
        return letter < ' '
                || (letter >= 0x7f && letter <= 0xa0)
                || letter == 0x2028
                || letter == 0x2029
                || letter == 0xfeff
                || letter == 0xfffe
                || letter == 0xffff;
    }
}

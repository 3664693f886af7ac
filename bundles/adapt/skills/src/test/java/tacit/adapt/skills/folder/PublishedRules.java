package tacit.adapt.skills.folder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The rules of the published format, written down from their text and not from what they are to check. */
public final class PublishedRules {

    private static final Set<String> FIELDS =
            Set.of("name", "description", "license", "compatibility", "metadata", "allowed-tools");

    private PublishedRules() {}

    /** What a folder breaks; empty when it is a skill. */
    public static List<String> broken(Path folder) {
        try {
            return broken(folder.getFileName().toString(), Files.readString(folder.resolve("SKILL.md")));
        } catch (IOException e) {
            return List.of("There is no SKILL.md");
        }
    }

    static List<String> broken(String folder, String text) {
        String[] pieces = text.split("(?m)^---$", 3);
        if (pieces.length < 3 || !pieces[0].isEmpty()) {
            return List.of("front matter");
        }
        Object loaded = new Load(LoadSettings.builder().build()).loadFromString(pieces[1]);
        if (!(loaded instanceof Map<?, ?> front)) {
            return List.of("front matter is no mapping");
        }
        List<String> broken = new ArrayList<>();
        rule(broken, FIELDS.containsAll(front.keySet()), "unknown fields");
        rule(broken, front.get("name") instanceof String name && name(name) && name.equals(folder), "name");
        rule(broken, text(front, "description", 1024) && front.get("description") != null, "description");
        rule(broken, text(front, "compatibility", 500), "compatibility");
        rule(broken, text(front, "license", Integer.MAX_VALUE), "license");
        rule(broken, text(front, "allowed-tools", Integer.MAX_VALUE), "allowed-tools");
        rule(broken, strings(front.get("metadata")), "metadata");
        rule(broken, pieces[2].lines().count() < 500, "lines");
        rule(broken, pieces[2].length() / 4 < 5000, "tokens");
        return broken;
    }

    private static void rule(List<String> broken, boolean kept, String rule) {
        if (!kept) {
            broken.add(rule);
        }
    }

    private static boolean name(String name) {
        return !name.isEmpty()
                && name.length() <= 64
                && name.chars().allMatch(c -> (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-')
                && !name.startsWith("-")
                && !name.endsWith("-")
                && !name.contains("--");
    }

    private static boolean text(Map<?, ?> front, String field, int longest) {
        Object value = front.get(field);
        return value == null || (value instanceof String text && !text.isBlank() && text.length() <= longest);
    }

    private static boolean strings(Object value) {
        return value == null
                || (value instanceof Map<?, ?> map
                        && map.entrySet().stream()
                                .allMatch(entry ->
                                        entry.getKey() instanceof String && entry.getValue() instanceof String));
    }
}

package tacit.memory.archive;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import tacit.api.memory.ArchiveOrigin;
import tacit.api.memory.MemoryRecord;
import tacit.api.memory.Observation;
import tacit.memory.words.Tokens;

/** Takes the words of a memory apart, by rules alone. */
final class Sidecar {

    static final String TITLE = "title";
    static final String SUBTITLE = "subtitle";
    static final String NARRATIVE = "narrative";
    static final String FACTS = "facts";
    static final String CONCEPTS = "concepts";
    static final String READ = "files.read";
    static final String MODIFIED = "files.modified";
    static final String HASH = "hash";
    static final String REASON = "capture.reason";
    static final String BY = "generated.by";

    static final String CAPTURED = "capture";
    static final String DUPLICATE = "duplicate_memory_capture";
    static final String MANUAL = "manual";

    private static final Pattern TAG = Pattern.compile("^\\s*\\[[^\\]\n]{1,60}\\]\\s*");
    private static final Pattern SENTENCE = Pattern.compile("(?<=[.!?。！？])\\s+|\\n+");
    private static final Pattern WORD = Pattern.compile("[^\\p{L}\\p{M}\\p{N}_]+");
    private static final Pattern ROOM = Pattern.compile("[\\s\"'`()<>\\[\\]{},;]+");
    private static final Pattern PATH = Pattern.compile("[^:*?|]*/[^/:*?|]*\\.[A-Za-z0-9]{1,8}");
    private static final Pattern CHANGES =
            Pattern.compile("(?i)\\b(?:created|modified|updated|wrote|patched|edited|deleted|renamed)\\b");
    private static final Set<String> EMPTY = Set.of(
            "about", "after", "again", "also", "because", "before", "between", "could", "from", "have", "into",
            "memory", "that", "their", "there", "this", "with", "would", "your");

    private Sidecar() {}

    /** What can be told of a memory, as attributes. */
    static SortedMap<String, String> of(MemoryRecord record, String by, String reason) {
        String text = record.text();
        String summary = Texts.summary(text);
        String told = summary.isEmpty() ? text : summary;
        String title = title(told, record.kind());
        List<String> files = files(text);
        boolean changes = CHANGES.matcher(text).find();
        SortedMap<String, String> attributes = new TreeMap<>();
        attributes.put(TITLE, title);
        attributes.put(SUBTITLE, subtitle(record));
        attributes.put(NARRATIVE, Texts.cut(text.strip(), 900));
        attributes.put(FACTS, Texts.lines(facts(told)));
        attributes.put(CONCEPTS, Texts.lines(concepts(title + "\n" + summary + "\n" + text)));
        attributes.put(READ, changes ? "" : Texts.lines(files));
        attributes.put(MODIFIED, changes ? Texts.lines(files) : "");
        attributes.put(HASH, Texts.hash(text));
        attributes.put(REASON, reason);
        attributes.put(BY, by);
        return attributes;
    }

    static boolean has(MemoryRecord record) {
        return record.attributes().containsKey(HASH);
    }

    static Observation read(MemoryRecord record) {
        SortedMap<String, String> known = has(record) ? record.attributes() : of(record, "none", CAPTURED);
        return new Observation(
                record.id(),
                record.attribute(Fields.TASK).orElse(null),
                Fields.type(record),
                Fields.origin(record),
                known.getOrDefault(TITLE, ""),
                known.getOrDefault(SUBTITLE, ""),
                known.getOrDefault(NARRATIVE, ""),
                Texts.entries(known.getOrDefault(FACTS, "")),
                Texts.entries(known.getOrDefault(CONCEPTS, "")),
                Texts.entries(known.getOrDefault(READ, "")),
                Texts.entries(known.getOrDefault(MODIFIED, "")),
                known.getOrDefault(HASH, ""),
                known.getOrDefault(REASON, CAPTURED),
                Fields.privacy(record),
                known.getOrDefault(BY, CAPTURED),
                Tokens.of(record.text()),
                record.createdAt());
    }

    private static String title(String told, String kind) {
        String first = sentence(TAG.matcher(told).replaceFirst(""));
        return first.isEmpty() ? kind.replace('_', ' ') + " memory" : Texts.shortened(first, 96);
    }

    private static String sentence(String text) {
        return Arrays.stream(SENTENCE.split(text, -1))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .findFirst()
                .orElse("");
    }

    private static String subtitle(MemoryRecord record) {
        ArchiveOrigin origin = Fields.origin(record);
        return switch (origin) {
            case CHRONICLE -> "Screen context";
            case PLAYBOOK -> "Playbook";
            case IMPORT -> "Imported memory";
            case TOOL -> "Agent memory";
            case PROACTIVE -> "Suggestion";
            case SYSTEM -> "System";
            case TASK, HEARTBEAT, UNKNOWN ->
                record.attribute(Fields.TASK).map(task -> "Task " + task).orElse("Memory");
        };
    }

    private static List<String> facts(String told) {
        return Arrays.stream(SENTENCE.split(told, -1))
                .map(String::strip)
                .filter(part -> part.length() > 12)
                .limit(4)
                .map(part -> Texts.shortened(part, 180))
                .toList();
    }

    private static List<String> concepts(String text) {
        return Arrays.stream(WORD.split(text.toLowerCase(Locale.ROOT), -1))
                .filter(word -> word.length() >= 4 && word.length() <= 48)
                .filter(word -> !word.chars().allMatch(Character::isDigit) && !EMPTY.contains(word))
                .distinct()
                .limit(8)
                .toList();
    }

    private static List<String> files(String text) {
        return Arrays.stream(ROOM.split(text, -1))
                .map(word -> word.replaceAll("[.!?:]+$", ""))
                .filter(word -> word.length() <= 240 && PATH.matcher(word).matches())
                .distinct()
                .toList();
    }
}

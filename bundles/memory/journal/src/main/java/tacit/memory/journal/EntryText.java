package tacit.memory.journal;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tacit.api.memory.JournalEntry;
import tacit.api.memory.JournalEntry.Category;
import tacit.memory.words.Secrets;

/** Writes entries as Markdown and reads them back; a line of a text is never taken for the heading of an entry. */
final class EntryText {

    /** The most characters that an entry may have. */
    static final int LONGEST = 100_000;

    private static final String BETWEEN = " | ";
    private static final Pattern HEADING =
            Pattern.compile("^#{1,6} .*?(\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d(?::\\d\\d(?:\\.\\d+)?)?Z)(.*)$");
    private static final Pattern SOURCE = Pattern.compile("\\b(user|assistant|system|tool)\\b");
    private static final Pattern CATEGORY = Pattern.compile("\\b(feedback|task|decision|observation)\\b(?!:)");
    private static final Pattern TASK = Pattern.compile("\\btask(?:Id)?:\\s*([^\\s|,]+)");
    private static final Pattern TAGS = Pattern.compile("\\btags:\\s*([^|]+)");

    private EntryText() {}

    /** An entry as a block of lines, without secrets. */
    static String of(JournalEntry entry) {
        if (entry.text().length() > LONGEST) {
            throw new IllegalArgumentException("text must have at most " + LONGEST + " characters, got "
                    + entry.text().length());
        }
        List<String> heading = new ArrayList<>();
        heading.add("## " + entry.at());
        heading.add(entry.source());
        heading.add(entry.category().name().toLowerCase(Locale.ROOT));
        if (entry.taskId() != null) {
            heading.add("task:" + word(entry.taskId()).replace(' ', '_'));
        }
        List<String> tags = entry.tags().stream()
                .map(EntryText::word)
                .filter(tag -> !tag.isEmpty())
                .toList();
        if (!tags.isEmpty()) {
            heading.add("tags: " + String.join(", ", tags));
        }
        String text = entry.text().replace("\r\n", "\n").replace('\r', '\n').replace('\0', ' ');
        return String.join(BETWEEN, heading) + "\n\n"
                + escaped(Secrets.redacted(text).strip()) + "\n";
    }

    /** The entries of a log in their order; what stands before the first is none. */
    static List<JournalEntry> read(String log) {
        List<JournalEntry> entries = new ArrayList<>();
        Matcher heading = null;
        StringBuilder text = new StringBuilder();
        for (String line : log.replace("\r\n", "\n").lines().toList()) {
            Matcher matcher = HEADING.matcher(line);
            if (matcher.matches()) {
                entry(heading, text).ifPresent(entries::add);
                heading = matcher;
                text.setLength(0);
            } else {
                text.append(line.matches("\\\\+#.*") ? line.substring(1) : line).append('\n');
            }
        }
        entry(heading, text).ifPresent(entries::add);
        return List.copyOf(entries);
    }

    private static Optional<JournalEntry> entry(@Nullable Matcher heading, StringBuilder text) {
        if (heading == null) {
            return Optional.empty();
        }
        String words = heading.group(2);
        String source = first(SOURCE, words).orElse("system");
        Category category = first(CATEGORY, words)
                .map(name -> Category.valueOf(name.toUpperCase(Locale.ROOT)))
                .orElse(Category.OBSERVATION);
        List<String> tags = first(TAGS, words)
                .map(list ->
                        Arrays.stream(list.split(",", -1)).map(String::strip).toList())
                .orElse(List.of());
        try {
            return Optional.of(new JournalEntry(
                    Instant.parse(heading.group(1)),
                    source,
                    category,
                    text.toString().strip(),
                    first(TASK, words).orElse(null),
                    tags));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> first(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    private static String escaped(String text) {
        return Pattern.compile("^(\\\\*#)", Pattern.MULTILINE).matcher(text).replaceAll("\\\\$1");
    }

    private static String word(String text) {
        return text.replaceAll("[|,\\p{Cntrl}\\s]+", " ").strip();
    }
}

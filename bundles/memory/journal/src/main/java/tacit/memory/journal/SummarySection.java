package tacit.memory.journal;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import tacit.api.memory.JournalEntry;

/** What a summary says of a day, in its order. */
enum SummarySection {
    SUMMARY("Summary"),
    DECISIONS("Decisions"),
    OPEN_LOOPS("Open Loops"),
    NEXT_ACTIONS("Next Actions"),
    KEY_FINDINGS("Key Findings");

    private static final Pattern NEXT = Pattern.compile(
            "^(?:\\[ ]|to-?do\\b|next(?: action| step)?s?\\b|follow[ -]?up\\b|remember to\\b|plan to\\b)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern OPEN = Pattern.compile(
            "\\b(?:blocked|waiting (?:for|on)|pending|unresolved|still open|not (?:yet )?(?:done|finished|decided)|open question|open loop)\\b",
            Pattern.CASE_INSENSITIVE);

    private final String title;

    SummarySection(String title) {
        this.title = title;
    }

    String heading() {
        return "## " + title;
    }

    /** The section that a line such as {@code Open loops:} opens. */
    static Optional<SummarySection> opened(String line) {
        String words = line.strip().replaceFirst("^#+\\s+", "").replaceFirst(":$", "");
        boolean label = line.strip().endsWith(":") || line.strip().startsWith("#");
        return Arrays.stream(values())
                .filter(section ->
                        label && section.title.toLowerCase(Locale.ROOT).equals(words.toLowerCase(Locale.ROOT)))
                .findFirst();
    }

    /** Where what an entry says belongs. */
    static SummarySection of(JournalEntry entry, String item) {
        return switch (entry.category()) {
            case DECISION -> DECISIONS;
            case FEEDBACK -> KEY_FINDINGS;
            case TASK ->
                NEXT.matcher(item).find() ? NEXT_ACTIONS : OPEN.matcher(item).find() ? OPEN_LOOPS : SUMMARY;
            case OBSERVATION ->
                NEXT.matcher(item).find() ? NEXT_ACTIONS : OPEN.matcher(item).find() ? OPEN_LOOPS : KEY_FINDINGS;
        };
    }
}

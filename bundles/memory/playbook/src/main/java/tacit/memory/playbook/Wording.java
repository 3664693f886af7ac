package tacit.memory.playbook;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tacit.api.memory.ErrorCategory;
import tacit.api.memory.PlaybookEntry;
import tacit.api.memory.PlaybookEntry.TrackRecord;
import tacit.api.memory.PlaybookEpisode;
import tacit.api.memory.PlaybookEpisode.Outcome;
import tacit.api.memory.PlaybookEpisode.ToolUse;

/** Episodes in words, for people and for prompts. */
final class Wording {

    private static final int GOAL = 150;
    private static final int STEPS = 300;
    private static final int ERROR = 200;
    private static final int LESSON = 250;
    private static final int TOOLS = 10;
    private static final int RECORD = 50_000;

    private Wording() {}

    /** All of an episode, as it can be searched. */
    static String record(PlaybookEpisode episode) {
        List<String> lines = new ArrayList<>();
        lines.add((episode.outcome() == Outcome.SUCCESS ? "Worked: " : "Failed: ") + episode.goal());
        add(lines, "Asked for: ", episode.request());
        add(lines, "Steps: ", String.join("; ", episode.steps()));
        add(lines, "Tools: ", tools(episode));
        add(lines, "Went to: ", String.join(", ", episode.destinations()));
        add(lines, "Error: ", episode.error());
        add(lines, "Lesson: ", episode.lesson());
        return cut(String.join("\n", lines), RECORD);
    }

    /** What a prompt shows of an entry, in one line. */
    static String line(PlaybookEntry entry) {
        PlaybookEpisode episode = entry.episode();
        List<String> parts = new ArrayList<>();
        boolean worked = episode.outcome() == Outcome.SUCCESS;
        parts.add((worked ? "Worked: " : "Failed" + category(entry) + ": ") + cut(flat(episode.goal()), GOAL));
        add(parts, worked ? "Steps: " : "Tried: ", cut(flat(String.join("; ", episode.steps())), STEPS));
        add(parts, "Tools: ", tools(episode));
        add(parts, "Error: ", cut(flat(orEmpty(episode.error())), ERROR));
        add(parts, "Lesson: ", cut(flat(orEmpty(episode.lesson())), LESSON));
        parts.add(record(entry.record()));
        return String.join(". ", parts.stream().map(Wording::unended).toList());
    }

    /** The text, cut between words where it is too long. */
    static String cut(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        int blank = text.lastIndexOf(' ', most - 1);
        int end = blank > most / 2 ? blank : most - 1;
        int whole = Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end;
        return text.substring(0, whole) + "…";
    }

    private static String record(TrackRecord record) {
        return String.format(
                Locale.ROOT,
                "%d of %d went well, %.0f %% to expect",
                record.successes(),
                record.successes() + record.failures(),
                100 * record.mean());
    }

    private static String category(PlaybookEntry entry) {
        return entry.category() == ErrorCategory.UNKNOWN
                ? ""
                : " (" + entry.category().name().toLowerCase(Locale.ROOT).replace('_', ' ') + ")";
    }

    private static String tools(PlaybookEpisode episode) {
        return episode.tools().stream()
                .map(ToolUse::name)
                .distinct()
                .limit(TOOLS)
                .collect(Collectors.joining(", "));
    }

    private static void add(List<String> parts, String name, @Nullable String text) {
        if (text != null && !text.isBlank()) {
            parts.add(name + text);
        }
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static String flat(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }

    private static String unended(String part) {
        return part.replaceAll("[.;\\s]+$", "");
    }
}

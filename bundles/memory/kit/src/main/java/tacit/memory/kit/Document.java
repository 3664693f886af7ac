package tacit.memory.kit;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A Markdown file in its parts. Immutable.
 *
 * @param front the names and values of its front matter
 * @param body what comes behind that
 */
record Document(Map<String, String> front, String body) {

    private static final Pattern FRONT =
            Pattern.compile("\\A---[ \\t]*\\n(.*?\\n)??---[ \\t]*(?:\\n|\\z)", Pattern.DOTALL);
    private static final Pattern PAIR = Pattern.compile("^([\\w-]+)\\s*:\\s*[\"']?(.*?)[\"']?\\s*$");

    static Document of(String raw) {
        String text = plain(raw);
        Matcher matcher = FRONT.matcher(text);
        Map<String, String> front = new LinkedHashMap<>();
        if (!matcher.find()) {
            return new Document(front, text);
        }
        String lines = matcher.group(1) == null ? "" : matcher.group(1);
        lines.lines().map(PAIR::matcher).filter(Matcher::find).forEach(pair -> front.put(pair.group(1), pair.group(2)));
        return new Document(front, text.substring(matcher.end()));
    }

    /** The text with one kind of line end, and without the mark that some editors begin a file with. */
    static String plain(String raw) {
        String text = raw.startsWith("\uFEFF") ? raw.substring(1) : raw;
        return text.replace("\r\n", "\n").replace('\r', '\n');
    }

    /** The day that it was last brought up to date, as it says itself. */
    Optional<LocalDate> updated() {
        String value = front.getOrDefault("updated", "");
        try {
            return value.length() < 10 ? Optional.empty() : Optional.of(LocalDate.parse(value.substring(0, 10)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}

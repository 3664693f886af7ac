package tacit.trigger.checklist;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.osgi.service.component.annotations.Component;
import tacit.api.harness.Role;
import tacit.api.pulse.Checklist;
import tacit.api.pulse.ChecklistItem;

/** Reads points below headings of the second level and lower; words of the heading say how often. Immutable. */
@Component(property = Role.PROPERTY + "=checklist")
public final class MarkdownChecklist implements Checklist {

    private static final int LONGEST = 100_000;
    private static final int LONGEST_LINE = 2000;
    private static final int ID_DIGITS = 12;

    private static final Pattern HEADING = Pattern.compile("\\s{0,3}#{2,6}\\s+(.*?)(?:\\s+#+)?\\s*");
    private static final Pattern POINT = Pattern.compile("\\s*[-*+]\\s+(?:\\[[ xX]\\](?:\\s+|$))?(.*)");
    private static final Pattern FENCE = Pattern.compile("\\s*(?:```|~~~).*");
    private static final Pattern COMMENT = Pattern.compile("<!--.*?(?:-->|\\z)", Pattern.DOTALL);

    /** How often, by words; the first that fits. */
    private static final Map<Pattern, Duration> CADENCES = cadences();

    private static Map<Pattern, Duration> cadences() {
        Map<Pattern, Duration> cadences = new LinkedHashMap<>();
        cadences.put(word("hours?|hourly"), Duration.ofHours(1));
        cadences.put(word("days?|daily|weekdays?"), Duration.ofDays(1));
        cadences.put(word("weeks?|weekly"), Duration.ofDays(7));
        cadences.put(word("months?|monthly"), Duration.ofDays(30));
        return cadences;
    }

    private static Pattern word(String words) {
        return Pattern.compile("\\b(?:" + words + ")\\b");
    }

    @Override
    public List<ChecklistItem> parse(String markdown) {
        if (markdown.length() > LONGEST) {
            throw new IllegalArgumentException("markdown must have at most " + LONGEST + " characters");
        }
        Map<String, ChecklistItem> items = new LinkedHashMap<>();
        String heading = null;
        boolean fenced = false;
        for (String whole : COMMENT.matcher(markdown).replaceAll("").split("\\R", -1)) {
            String line = whole.substring(0, Math.min(whole.length(), LONGEST_LINE));
            fenced ^= FENCE.matcher(line).matches();
            Matcher title = HEADING.matcher(line);
            if (!fenced && title.matches()) {
                heading = oneLine(title.group(1));
            } else if (!fenced && heading != null) {
                add(heading, line, items);
            }
        }
        return List.copyOf(items.values());
    }

    private static void add(String heading, String line, Map<String, ChecklistItem> items) {
        Matcher point = POINT.matcher(line);
        String text = point.matches() ? oneLine(point.group(1)) : "";
        if (!text.isEmpty()) {
            String id = id(heading, text);
            items.putIfAbsent(id, new ChecklistItem(id, heading, text, every(heading)));
        }
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }

    private static Duration every(String heading) {
        String words = heading.toLowerCase(Locale.ROOT);
        return CADENCES.entrySet().stream()
                .filter(cadence -> cadence.getKey().matcher(words).find())
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(Duration.ZERO);
    }

    private static String id(String heading, String text) {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-1").digest((heading + "\n" + text).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash).substring(0, ID_DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}

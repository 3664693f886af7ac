package tacit.bench.extraction;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The rules by which the described system really learns from messages. */
final class AwarenessRules implements Extractor {

    private static final int LONGEST = 220;
    private static final Pattern NAME =
            pattern("\\b(?:call me|my name is|i'm|i am)\\s+(\\p{L}[\\p{L}'-]*(?: \\p{L}[\\p{L}'-]*){0,2})");
    private static final Pattern PREFERENCE =
            pattern("\\b(i prefer|please always|please don't|i like|i dislike)\\s+([^.!?\\n]{3,120})");
    private static final Pattern GOAL = pattern("\\b(?:my goal is|i want to|i need to)\\s+([^.!?\\n]{3,120})");
    private static final Pattern CONCISE = pattern("concise|shorter|\\bbrief\\b|too long");
    private static final Pattern DETAILED = pattern("more detail|detailed|deeper");

    private static Pattern pattern(String words) {
        return Pattern.compile(words, Pattern.CASE_INSENSITIVE);
    }

    @Override
    public List<Label> read(String text) {
        String begin = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
        List<Label> labels = new ArrayList<>();
        Matcher name = NAME.matcher(begin);
        if (name.find()) {
            labels.add(label("identity", false, name.group(1)));
        }
        Matcher preference = PREFERENCE.matcher(begin);
        if (preference.find()) {
            boolean negative = preference.group(1).toLowerCase(Locale.ROOT).matches("i dislike|please don't");
            labels.add(label("preference", negative, preference.group(2)));
        }
        Matcher goal = GOAL.matcher(begin);
        if (goal.find()) {
            labels.add(label("goal", false, goal.group(1)));
        }
        if (CONCISE.matcher(begin).find()) {
            labels.add(label("preference", false, "brief answers"));
        }
        if (DETAILED.matcher(begin).find()) {
            labels.add(label("preference", false, "detailed answers"));
        }
        return labels;
    }

    private static Label label(String kind, boolean negative, String value) {
        return new Label(kind, "user", negative, value, null);
    }
}

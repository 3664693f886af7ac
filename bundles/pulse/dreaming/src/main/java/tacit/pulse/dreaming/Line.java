package tacit.pulse.dreaming;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tacit.api.memory.TrustLane;
import tacit.api.reflect.DreamEvidence;
import tacit.memory.sentences.Sentences;

/**
 * A sentence that somebody stated. Immutable.
 *
 * @param evidence where it stands
 * @param said its words as they were said, on one line
 */
record Line(DreamEvidence evidence, String said) {

    private static final int LONGEST = 400;
    private static final int FEWEST_WORDS = 3;
    private static final int MOST = 400;
    private static final Pattern DOUBT = Pattern.compile(
            "^(?:if|what if|suppose|imagine|maybe|perhaps)\\b|\\b(?:for example|e\\.g\\.|would have|might have)\\b",
            Pattern.CASE_INSENSITIVE);

    /** What was stated, in the order of the evidence; questions, doubts and foreign texts are left out. */
    static List<Line> in(List<DreamEvidence> evidence) {
        List<Line> lines = new ArrayList<>();
        for (DreamEvidence one : evidence) {
            if (one.lane() != TrustLane.FOREIGN) {
                sentences(one.text()).forEach(sentence -> lines.add(new Line(one, sentence)));
            }
        }
        return lines.stream().limit(MOST).toList();
    }

    private static Set<String> sentences(String text) {
        Set<String> sentences = new LinkedHashSet<>();
        Matcher found = Sentences.of(text);
        while (found.find()) {
            String sentence = found.group().strip().replaceAll("\\s+", " ").replaceFirst("^[-*+] ", "");
            boolean fits = sentence.length() <= LONGEST && sentence.split(" ", -1).length >= FEWEST_WORDS;
            if (fits && !sentence.endsWith("?") && !DOUBT.matcher(sentence).find()) {
                sentences.add(sentence);
            }
        }
        return sentences;
    }

    Instant at() {
        return evidence.at();
    }

    /** The words alone, to look for others in. */
    String plain() {
        return said.toLowerCase(Locale.ROOT);
    }

    /** The run that it was said in, else what holds it. */
    String occasion() {
        return evidence.attributes().getOrDefault(DreamEvidence.TRACE, evidence.id());
    }

    /** A word on where it comes from, with the words. */
    String quoted() {
        return "\"" + said + "\" (" + evidence.id() + ", " + at().toString().substring(0, 10) + ")";
    }
}

package tacit.bench.extraction;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A sentence and what a careful reader would keep of it. Immutable.
 *
 * @param language its language, such as {@code en}
 * @param set {@code dev}; {@code held-out}, written before the rules; {@code fresh}, written after them
 * @param text the sentence
 * @param labels what it says
 */
record LabelledSentence(String language, String set, String text, List<Label> labels) {

    /** When all of them were said. */
    static final ZonedDateTime SAID = ZonedDateTime.parse("2026-03-04T10:00:00Z");

    static final List<String> SETS = List.of("held-out", "dev", "fresh");

    private static final List<String> LANGUAGES = List.of("en", "de", "es", "fr");
    private static final Pattern CLAIM = Pattern.compile("(?:@(\\S+) )?([a-z]+)([+-]) (.+)");
    private static final Pattern COMMITMENT = Pattern.compile("commitment (\\S+) (.+)");
    private static final Pattern CORRECTION = Pattern.compile("correction ?(.*?) ?< ?(.*)");

    static List<LabelledSentence> all() throws IOException {
        List<LabelledSentence> sentences = new ArrayList<>();
        for (String language : LANGUAGES) {
            try (InputStream in = LabelledSentence.class.getResourceAsStream(language + ".txt")) {
                if (in == null) {
                    throw new IOException("Cannot read sentences '" + language + "': they are not there");
                }
                new String(in.readAllBytes(), StandardCharsets.UTF_8)
                        .lines()
                        .filter(line -> !line.startsWith("#"))
                        .forEach(line -> sentences.add(of(language, line)));
            }
        }
        return sentences;
    }

    static LabelledSentence of(String language, String line) {
        String[] parts = line.split(" \\| ", -1);
        if (parts.length != 3 || !SETS.contains(parts[0])) {
            throw new IllegalArgumentException("line must be 'set | sentence | labels', got '" + line + "'");
        }
        List<Label> labels = parts[2].strip().equals("-")
                ? List.of()
                : Arrays.stream(parts[2].split(" ; ", -1))
                        .map(LabelledSentence::label)
                        .toList();
        return new LabelledSentence(language, parts[0], parts[1].strip(), labels);
    }

    private static Label label(String words) {
        Matcher correction = CORRECTION.matcher(words.strip());
        if (correction.matches()) {
            return new Label("correction", "user", false, correction.group(1) + " " + correction.group(2), null);
        }
        Matcher commitment = COMMITMENT.matcher(words.strip());
        if (commitment.matches()) {
            Instant due = Instant.parse(commitment.group(1) + ":00Z");
            return new Label("commitment", "user", false, commitment.group(2), due);
        }
        Matcher claim = CLAIM.matcher(words.strip());
        if (!claim.matches()) {
            throw new IllegalArgumentException("label must be a claim, commitment or correction, got '" + words + "'");
        }
        String subject = claim.group(1) == null ? "user" : claim.group(1);
        return new Label(claim.group(2), subject, claim.group(3).equals("-"), claim.group(4), null);
    }
}

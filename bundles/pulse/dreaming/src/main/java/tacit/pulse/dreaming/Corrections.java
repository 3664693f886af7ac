package tacit.pulse.dreaming;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import tacit.api.reflect.DreamAction;
import tacit.memory.sentences.Correction;
import tacit.memory.sentences.SentenceReader;

/** Finds what was taken or done wrongly and put right, where no memory is known that says the wrong. Thread-safe. */
final class Corrections {

    private static final double SURE = 0.80;
    private static final Pattern MARK = Pattern.compile(
            "^(?:no[,:] |sorry[,:] )?actually\\b|\\b(?:correction|corrected|should have|wrong assumption|invalidated)\\b|\\binstead\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern LEAD = Pattern.compile(
            "^(?:(?:actually|correction|no|note|update|in fact|sorry)[,:]? )+", Pattern.CASE_INSENSITIVE);

    private final SentenceReader reader = new SentenceReader();

    void look(Sketch sketch) {
        for (Line line : sketch.lines()) {
            Optional<Correction> read = read(line);
            Optional<Swap> swap = Swap.in(line.said());
            if (read.isPresent() || MARK.matcher(line.said()).find()) {
                String old = swap.map(Swap::old)
                        .or(() -> read.map(Correction::believed).filter(words -> !words.isEmpty()))
                        .orElse(null);
                sketch.propose(DreamAction.CORRECTION, key(line), null, old, bare(line.said()), SURE, line);
            }
        }
    }

    private Optional<Correction> read(Line line) {
        List<Correction> read =
                reader.read(line.said(), line.at().atZone(ZoneOffset.UTC)).corrections();
        return read.stream().findFirst();
    }

    /** What is said of the same is about the same fact, whatever it was corrected to. */
    private static String key(Line line) {
        return Statement.of(line.said())
                .map(said -> "correction|" + said.subject() + "|" + said.verb())
                .orElseGet(() -> Words.key("correction", line.said()));
    }

    /** A sentence without the words that only lead to it. */
    static String bare(String sentence) {
        String bare = LEAD.matcher(sentence).replaceFirst("").strip();
        return bare.isEmpty() ? sentence : bare.substring(0, 1).toUpperCase(Locale.ROOT) + bare.substring(1);
    }
}

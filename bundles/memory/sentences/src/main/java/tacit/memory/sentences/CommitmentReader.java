package tacit.memory.sentences;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what somebody has to do. */
final class CommitmentReader {

    private static final double ASKED_FOR = 0.82;
    private static final double STATED = 0.74;

    private CommitmentReader() {}

    static Optional<Commitment> read(Piece sentence, Grammar grammar, ZonedDateTime said) {
        if (grammar.doubtful().matcher(sentence.text()).find()
                || grammar.reported().matcher(sentence.text()).find()) {
            return Optional.empty();
        }
        Optional<Instant> due = DueDates.in(sentence.text(), said);
        List<Pattern> duties = due.isPresent() ? grammar.duties() : List.of();
        return first(sentence, grammar.promises(), due, ASKED_FOR)
                .or(() -> first(sentence, grammar.errands(), due, STATED))
                .or(() -> first(sentence, duties, due, STATED));
    }

    private static Optional<Commitment> first(
            Piece sentence, List<Pattern> patterns, Optional<Instant> due, double confidence) {
        for (Pattern pattern : patterns) {
            Matcher match = pattern.matcher(sentence.text());
            if (match.find()) {
                Piece what = sentence.part(match.start("v"), match.end("v"));
                int end = what.begin() + what.text().length();
                return Optional.of(new Commitment(what.text(), due.orElse(null), confidence, what.begin(), end));
            }
        }
        return Optional.empty();
    }
}

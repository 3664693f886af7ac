package tacit.memory.sentences;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what somebody has to do, where nobody assumes or reports it. */
final class CommitmentReader {

    private static final double ASKED_FOR = 0.82;
    private static final double STATED = 0.74;

    private CommitmentReader() {}

    static Optional<Commitment> read(Piece sentence, Scanned words, Grammar grammar, ZonedDateTime said) {
        Optional<Instant> due = DueDates.in(sentence.text(), said);
        List<Pattern> duties = due.isPresent() ? grammar.duties() : List.of();
        return first(sentence, words, grammar.promises(), due, ASKED_FOR)
                .or(() -> first(sentence, words, grammar.errands(), due, STATED))
                .or(() -> first(sentence, words, duties, due, STATED));
    }

    private static Optional<Commitment> first(
            Piece sentence, Scanned words, List<Pattern> patterns, Optional<Instant> due, double confidence) {
        for (Pattern pattern : patterns) {
            Optional<Matcher> match = words.find(pattern);
            if (match.isPresent()) {
                Piece what = sentence.part(match.get().start("v"), match.get().end("v"));
                int end = what.begin() + what.text().length();
                return Optional.of(new Commitment(what.text(), due.orElse(null), confidence, what.begin(), end));
            }
        }
        return Optional.empty();
    }
}

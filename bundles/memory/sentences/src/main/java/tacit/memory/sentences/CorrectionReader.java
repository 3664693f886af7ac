package tacit.memory.sentences;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what somebody puts right, where nobody assumes it. */
final class CorrectionReader {

    private CorrectionReader() {}

    static Optional<Correction> read(Piece sentence, Scanned words, Grammar grammar) {
        if (words.has(grammar.noCorrections())) {
            return Optional.empty();
        }
        for (Pattern pattern : grammar.corrections()) {
            Optional<Correction> correction = words.find(pattern)
                    .map(match -> new Correction(
                            group(pattern, match, "b"),
                            group(pattern, match, "r"),
                            sentence.begin() + match.start(),
                            sentence.begin() + match.end()));
            if (correction.isPresent()) {
                return correction;
            }
        }
        return Optional.empty();
    }

    private static String group(Pattern pattern, Matcher match, String name) {
        String words = pattern.pattern().contains("(?<" + name + ">") ? match.group(name) : null;
        return words == null ? "" : words.strip();
    }
}

package tacit.memory.sentences;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what somebody puts right. */
final class CorrectionReader {

    private CorrectionReader() {}

    static Optional<Correction> read(Piece sentence, Grammar grammar) {
        if (grammar.noCorrections().matcher(sentence.text()).find()
                || grammar.doubtful().matcher(sentence.text()).find()) {
            return Optional.empty();
        }
        for (Pattern pattern : grammar.corrections()) {
            Matcher match = pattern.matcher(sentence.text());
            if (match.find()) {
                return Optional.of(new Correction(
                        group(pattern, match, "b"),
                        group(pattern, match, "r"),
                        sentence.begin() + match.start(),
                        sentence.begin() + match.end()));
            }
        }
        return Optional.empty();
    }

    private static String group(Pattern pattern, Matcher match, String name) {
        String words = pattern.pattern().contains("(?<" + name + ">") ? match.group(name) : null;
        return words == null ? "" : words.strip();
    }
}

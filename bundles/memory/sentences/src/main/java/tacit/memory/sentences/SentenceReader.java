package tacit.memory.sentences;

import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Takes what somebody said apart, in English, German, Spanish and French. Deterministic; immutable.
 *
 * <p>Questions, assumptions, quotations and what holds for the moment only yield nothing; what is said of other people
 * keeps their name as its subject.
 */
public final class SentenceReader {

    private final Map<Language, Grammar> grammars = new EnumMap<>(Language.class);

    public SentenceReader() {
        for (Language language : Language.values()) {
            grammars.put(language, GrammarFile.read(language));
        }
    }

    /**
     * What a text says.
     *
     * @param said when it was said, in the zone of whoever said it
     */
    public Extraction read(String text, ZonedDateTime said) {
        String plain = Quotations.blanked(text);
        Map<Language, Integer> scores = Language.scores(plain);
        List<Claim> claims = new ArrayList<>();
        List<Commitment> commitments = new ArrayList<>();
        List<Correction> corrections = new ArrayList<>();
        for (Piece sentence : Pieces.sentences(plain)) {
            Grammar grammar = Objects.requireNonNull(grammars.get(Language.of(sentence.text(), scores)));
            if (sentence.question()
                    && !grammar.request().matcher(sentence.text()).find()) {
                continue;
            }
            claims.addAll(new ClaimReader(grammar).read(sentence));
            CommitmentReader.read(sentence, grammar, said).ifPresent(commitments::add);
            CorrectionReader.read(sentence, grammar).ifPresent(corrections::add);
        }
        return new Extraction(claims, commitments, corrections);
    }
}

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

    private final Map<Language, Known> languages = new EnumMap<>(Language.class);

    private record Known(Grammar grammar, Prefilter prefilter) {}

    public SentenceReader() {
        for (Language language : Language.values()) {
            Grammar grammar = GrammarFile.read(language);
            languages.put(language, new Known(grammar, new Prefilter(grammar.sought())));
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
            Known known = Objects.requireNonNull(languages.get(Language.of(sentence.text(), scores)));
            Grammar grammar = known.grammar();
            Scanned words = known.prefilter().scan(sentence.text());
            if (sentence.question() && !words.has(grammar.request())) {
                continue;
            }
            boolean doubtful = words.has(grammar.doubtful());
            boolean reported = words.has(grammar.reported());
            claims.addAll(new ClaimReader(grammar, known.prefilter(), doubtful, reported).read(sentence, words));
            if (!doubtful && !reported) {
                CommitmentReader.read(sentence, words, grammar, said).ifPresent(commitments::add);
            }
            if (!doubtful) {
                CorrectionReader.read(sentence, words, grammar).ifPresent(corrections::add);
            }
        }
        return new Extraction(claims, commitments, corrections);
    }
}

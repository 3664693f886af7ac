package tacit.bench.extraction;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tacit.memory.sentences.Category;
import tacit.memory.sentences.Claim;
import tacit.memory.sentences.Extraction;
import tacit.memory.sentences.Polarity;
import tacit.memory.sentences.SentenceReader;

/** What the sentence reader keeps. */
final class OwnRules implements Extractor {

    private final SentenceReader reader = new SentenceReader();

    @Override
    public List<Label> read(String text) {
        Extraction extraction = reader.read(text, LabelledSentence.SAID);
        List<Label> labels = new ArrayList<>();
        extraction.claims().forEach(claim -> labels.add(label(claim)));
        extraction
                .commitments()
                .forEach(duty -> labels.add(new Label("commitment", "user", false, duty.text(), duty.due())));
        extraction
                .corrections()
                .forEach(put ->
                        labels.add(new Label("correction", "user", false, put.right() + " " + put.believed(), null)));
        return labels;
    }

    private static Label label(Claim claim) {
        boolean rule =
                claim.category() != Category.CONSTRAINT && claim.category().directs();
        return new Label(
                claim.category().name().toLowerCase(Locale.ROOT),
                claim.subject(),
                claim.polarity() == Polarity.NEGATIVE,
                rule ? claim.predicate() : claim.value(),
                null);
    }
}

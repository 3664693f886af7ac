package tacit.memory.layers;

import java.util.Comparator;
import tacit.api.memory.AssembledContext;
import tacit.api.memory.ContextExplanation;
import tacit.api.memory.ContextFragment;
import tacit.memory.words.Tokens;

/**
 * A fragment as it would stand in the prompt. Immutable.
 *
 * @param fragment as its source offers it
 * @param section where it may stand
 * @param score how much it is worth
 * @param line how it would be written
 */
record Piece(ContextFragment fragment, Section section, Score score, String line) {

    /** The one worth most first; an order without ties, so that sources may answer in any order. */
    static final Comparator<Piece> WORTH = Comparator.comparingDouble((Piece piece) -> -piece.score.value())
            .thenComparing(piece -> piece.fragment.updatedAt(), Comparator.reverseOrder())
            .thenComparing(piece -> piece.fragment.source())
            .thenComparing(piece -> piece.fragment.key())
            .thenComparing(Piece::line);

    /** Where it stands in a text, when its line begins there. */
    AssembledContext.Piece at(int begin) {
        return new AssembledContext.Piece(
                begin, begin + line.length(), fragment.source(), fragment.key(), fragment.memoryIds());
    }

    ContextExplanation.Line kept() {
        return line(
                true,
                section.saysHow()
                        ? "It says how to answer, which has room of its own"
                        : "It is among the best that fit into " + section.layer());
    }

    ContextExplanation.Line dropped(String reason) {
        return line(false, reason);
    }

    private ContextExplanation.Line line(boolean kept, String reason) {
        return new ContextExplanation.Line(
                fragment.key(),
                fragment.source(),
                section.layer(),
                kept,
                Tokens.of(line),
                score.value(),
                score.parts(),
                reason);
    }
}

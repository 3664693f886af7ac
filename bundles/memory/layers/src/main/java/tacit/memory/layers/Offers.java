package tacit.memory.layers;

import java.util.List;
import tacit.api.memory.ContextFragment;
import tacit.api.memory.LayerRequest;

/** Weighs what the sources offer and writes it as it would stand in the prompt. */
final class Offers {

    private Offers() {}

    /**
     * The pieces, the one worth most first.
     *
     * @param taskShare how much of the relevance the task decides about where it tells anything
     */
    static List<Piece> of(LayerRequest request, double taskShare) {
        TaskWords words = new TaskWords(request.request().task(), request.fragments());
        double share = words.tell() ? taskShare : 0;
        return request.fragments().stream()
                .map(fragment -> {
                    Section section = Section.of(fragment);
                    Score score = Score.of(fragment, request.request().now(), share, words.fit(fragment));
                    return new Piece(fragment, section, score, line(fragment, section));
                })
                .sorted(Piece.WORTH)
                .toList();
    }

    private static String line(ContextFragment fragment, Section section) {
        String text = section == Section.NOTES ? "[" + fragment.source() + "] " + fragment.text() : fragment.text();
        boolean plain = fragment.lane().mayInstruct() && text.lines().count() <= 1;
        return section.instructs() || plain ? Inert.line(text) : Inert.quotation(text);
    }
}

package tacit.memory.layers;

import java.util.List;
import java.util.stream.Collectors;
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
        // How to answer has nothing to do with the task, and must not change what the task makes of the rest
        List<ContextFragment> known = request.fragments().stream()
                .filter(fragment -> !Section.of(fragment).saysHow())
                .toList();
        TaskWords words = new TaskWords(request.request().task(), known);
        double share = words.tell() ? taskShare : 0;
        return request.fragments().stream()
                .map(fragment -> {
                    Section section = Section.of(fragment);
                    double decided = section.saysHow() ? 0 : share;
                    Score score = Score.of(fragment, request.request().now(), decided, words.fit(fragment));
                    return new Piece(fragment, section, score, line(fragment, section));
                })
                .sorted(Piece.WORTH)
                .toList();
    }

    private static String line(ContextFragment fragment, Section section) {
        if (section.saysHow()) {
            return fragment.text()
                    .lines()
                    .filter(line -> !line.isBlank())
                    .map(Inert::line)
                    .collect(Collectors.joining("\n"));
        }
        String text = section == Section.NOTES ? "[" + fragment.source() + "] " + fragment.text() : fragment.text();
        boolean plain = fragment.lane().mayInstruct() && text.lines().count() <= 1;
        return section.instructs() || plain ? Inert.line(text) : Inert.quotation(text);
    }
}

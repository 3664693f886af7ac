package tacit.adapt.persona;

import java.util.ArrayList;
import java.util.List;
import tacit.adapt.persona.Piece.End;
import tacit.api.adapt.MessageLimit;

/** Makes as few messages of a text as its natural ends allow. Confined to one call. */
final class Messages {

    private final MessageLimit limit;
    private final List<Piece> pieces;

    private Messages(String text, MessageLimit limit) {
        this.limit = limit;
        this.pieces = Pieces.of(text, limit);
    }

    static List<String> of(String text, MessageLimit limit) {
        return Lengths.fits(text, limit) ? List.of(text) : new Messages(text, limit).messages();
    }

    private List<String> messages() {
        List<String> messages = new ArrayList<>();
        int from = 0;
        while (from < pieces.size()) {
            int to = end(from);
            messages.add(joined(from, to));
            from = to;
        }
        return messages.isEmpty() ? List.of("") : messages;
    }

    /** The best end of a message that begins here: of those behind its middle the most natural one, then the last. */
    private int end(int from) {
        int best = from + 1;
        End found = End.WITHIN_A_WORD;
        int used = 0;
        for (int at = from; at < pieces.size(); at++) {
            Piece piece = pieces.get(at);
            used += Lengths.of(piece.text(), limit);
            if (used > limit.most()) {
                return best;
            }
            boolean early = used * 2L < limit.most();
            if (early || piece.end().compareTo(found) >= 0) {
                best = at + 1;
                found = early ? End.WITHIN_A_WORD : piece.end();
            }
            used += Lengths.of(piece.after(), limit);
        }
        return pieces.size();
    }

    private String joined(int from, int to) {
        StringBuilder message = new StringBuilder();
        for (Piece piece : pieces.subList(from, to)) {
            message.append(piece.text()).append(piece.after());
        }
        return message.toString().stripTrailing();
    }
}

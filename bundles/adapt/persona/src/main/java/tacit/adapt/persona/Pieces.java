package tacit.adapt.persona;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import tacit.adapt.persona.Piece.End;
import tacit.api.adapt.MessageLimit;

/** Takes a text apart at the places where a message may end. Confined to one call. */
final class Pieces {

    private static final Pattern BLANK_LINES = Pattern.compile("^(?:[^\\S\\n]*+\\n)++");

    private final String text;
    private final MessageLimit limit;
    private final List<Piece> pieces = new ArrayList<>();
    private int at;

    private Pieces(String text, MessageLimit limit) {
        this.text = text;
        this.limit = limit;
    }

    /** Each fits into a message. */
    static List<Piece> of(String text, MessageLimit limit) {
        Pieces found = new Pieces(BLANK_LINES.matcher(text.stripTrailing()).replaceFirst(""), limit);
        while (found.at < found.text.length()) {
            found.next();
        }
        return found.pieces;
    }

    private void next() {
        boolean atLineStart = at == 0 || text.charAt(at - 1) == '\n';
        Optional<Integer> block = atLineStart ? CodeBlock.end(text, at) : Optional.empty();
        if (block.isEmpty()) {
            word();
            return;
        }
        String whole = text.substring(at, block.get());
        List<String> parts = Lengths.fits(whole, limit)
                ? List.of(whole)
                : CodeBlock.of(whole).split(limit);
        if (parts.isEmpty()) {
            word();
            return;
        }
        at = block.get();
        for (String part : parts.subList(0, parts.size() - 1)) {
            pieces.add(Piece.block(part, "\n"));
        }
        pieces.add(Piece.block(parts.get(parts.size() - 1), space()));
    }

    private void word() {
        int begin = at;
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        while (at < text.length() && !Character.isWhitespace(text.charAt(at))) {
            at = text.charAt(at) == '`' ? endOfTicks() : at + 1;
        }
        List<String> parts = Lengths.cut(text.substring(begin, at), limit, limit.most());
        for (String part : parts.subList(0, parts.size() - 1)) {
            pieces.add(new Piece(part, "", End.WITHIN_A_WORD));
        }
        pieces.add(Piece.word(parts.get(parts.size() - 1), space()));
    }

    /** Code within a line stays together where it fits. */
    private int endOfTicks() {
        int close = text.indexOf('`', at + 1);
        if (close < 0 || close - at > limit.most()) {
            return at + 1;
        }
        String code = text.substring(at, close + 1);
        return code.contains("\n") || !Lengths.fits(code, limit) ? at + 1 : close + 1;
    }

    /** The space from here; the blanks before the next word on its line belong to that. */
    private String space() {
        int begin = at;
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        int line = text.substring(begin, at).lastIndexOf('\n');
        if (line >= 0) {
            at = begin + line + 1;
        }
        return text.substring(begin, at);
    }
}

package tacit.learn.mine;

import java.util.List;
import java.util.regex.Pattern;

/** Masks what differs from one occurrence of a message to the next. */
final class ErrorTemplate {

    private static final int LONGEST = 200;

    private record Mask(Pattern pattern, String word) {}

    private static final List<Mask> MASKS = List.of(
            mask("\\bhttps?://\\S+", "<url>"),
            mask("(?<!\\w)\"[^\"\\n]*\"|(?<!\\w)'[^'\\n]*'(?!\\w)|`[^`'\\n]*['`]|\u201c[^\u201d\\n]*\u201d", "<text>"),
            mask(
                    "\\b\\d{4}-\\d\\d-\\d\\d(?:[T ]\\d\\d:\\d\\d(?::\\d\\d(?:\\.\\d+)?)?(?:Z|[+-]\\d\\d:?\\d\\d)?)?\\b",
                    "<time>"),
            // A quotation inside a quotation leaves pieces, and an end without a beginning.
            mask("<text>(?:\\S{0,40}<text>)+|(?<![\\w>])[\"'][^\\n]*$", "<text>"),
            mask("\\b\\d{1,2}:\\d\\d(?::\\d\\d)?\\b", "<time>"),
            mask("\\b[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}\\b", "<id>"),
            mask("\\b0x[0-9a-fA-F]+\\b", "<id>"),
            mask("\\b(?=[0-9a-fA-F]*\\d)(?=[0-9a-fA-F]*[a-fA-F])[0-9a-fA-F]{8,}\\b", "<id>"),
            mask("#\\w*\\d\\w*|\\b(?=\\w*\\d)[A-Za-z]+[_-]?\\d{3,}\\w*\\b", "<id>"),
            mask(
                    "(?<![\\w<])(?:[A-Za-z]:)?(?:[/\\\\][\\w.@+-]+){2,}[/\\\\]?|(?<![\\w<])[~.]{1,2}/[\\w./@+-]+",
                    "<path>"),
            mask("[-+]?\\b\\d+(?:[.,]\\d+)*\\b", "<n>"),
            mask("\\s+", " "));

    private ErrorTemplate() {}

    static String of(String message) {
        String text = message;
        for (Mask mask : MASKS) {
            text = mask.pattern().matcher(text).replaceAll(mask.word());
        }
        return text.length() > LONGEST ? text.substring(0, LONGEST) : text.strip();
    }

    private static Mask mask(String pattern, String word) {
        return new Mask(Pattern.compile(pattern), word);
    }
}

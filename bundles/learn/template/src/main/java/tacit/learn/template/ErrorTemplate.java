package tacit.learn.template;

import java.util.List;
import java.util.regex.Pattern;

/** Masks what differs from one occurrence of a message to the next. Immutable. */
final class ErrorTemplate {

    private static final Pattern BLANKS = Pattern.compile("\\s+");

    private final List<Mask> masks;
    private final int longest;

    ErrorTemplate(List<Mask> masks, int longest) {
        this.masks = List.copyOf(masks);
        this.longest = longest;
    }

    String of(String message) {
        String text = message;
        for (Mask mask : masks) {
            text = mask.apply(text);
        }
        text = BLANKS.matcher(text).replaceAll(" ");
        return text.length() > longest ? text.substring(0, longest) : text.strip();
    }
}

package tacit.runtime.itest;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Texts that are more than text where a page does not take care: they leave attributes, tags and scripts, are elements that run a
 * script of their own, and speak the language of templates. Each holds a mark of its field. Confined to one thread.
 */
final class Attack {

    /** What a template that was taken in would show. */
    static final String COMPUTED = "1343433";

    private static final String MARK = "xq-";
    private static final Pattern FIELD = Pattern.compile("([@#!])([a-z-]+)");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Set<String> fields = new TreeSet<>();

    private String text(String kind, String field) {
        fields.add(field);
        String mark = MARK + field + " ";
        return switch (kind) {
            case "#" -> mark + "\"'><b data-attack>{{7*191919}}";
            case "!" -> "javascript:tacitAttack=1//" + mark;
            default ->
                mark + "\"'><img src=x data-attack onerror=tacitAttack=1><script>tacitAttack=1</script>"
                        + "</td></pre></textarea><b data-attack hx-get=/x>{{7*191919}}";
        };
    }

    /**
     * A document of JSON with attacks in it; quotes may be single ones. Of a field {@code @name} it has fewer than 200 characters, of
     * {@code #name} fewer than 64, and {@code !name} becomes an address that is a script.
     */
    String json(String template) throws IOException {
        Matcher fieldNames = FIELD.matcher(template.replace('\'', '"'));
        StringBuilder body = new StringBuilder();
        while (fieldNames.find()) {
            String quoted = JSON.writeValueAsString(text(fieldNames.group(1), fieldNames.group(2)));
            fieldNames.appendReplacement(body, Matcher.quoteReplacement(quoted.substring(1, quoted.length() - 1)));
        }
        return fieldNames.appendTail(body).toString();
    }

    /** All fields that were attacked. */
    Set<String> fields() {
        return Set.copyOf(fields);
    }

    /** Fields whose text stands in what was shown. */
    Set<String> seenIn(String shown) {
        Set<String> seen = new TreeSet<>(fields);
        seen.removeIf(field -> !shown.contains(MARK + field + " "));
        return seen;
    }
}

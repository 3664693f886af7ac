package tacit.surface.shell;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tacit.api.learn.AnswerCheck;
import tacit.api.learn.AnswerCheck.Kind;

/**
 * Reads and writes checks as a person types them: {@code KIND PATH VALUE…}, where {@code -} is the path of the whole answer. Values are
 * JSON for {@code equals} and {@code one-of}, otherwise words; a text with blanks stands between double quotes.
 */
final class CheckWords {

    static final String FORM = "--expect 'KIND PATH VALUE…', such as 'equals /decision \"allow\"'";

    private static final Pattern CHECK = Pattern.compile("\\s*(\\S+)\\s+(\\S+)\\s+(.*\\S)\\s*", Pattern.DOTALL);
    private static final Pattern VALUE = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*+\"|\\S+");
    private static final String WHOLE = "-";

    private final ObjectMapper mapper = new ObjectMapper();

    AnswerCheck read(String text) {
        Matcher check = CHECK.matcher(text);
        if (!check.matches()) {
            throw new IllegalArgumentException("A check must be " + FORM + ", got '" + text + "'");
        }
        Kind kind = Words.required(Kind.class, check.group(1).replace('-', '_'));
        String path = check.group(2).equals(WHOLE) ? "" : check.group(2);
        String rest = check.group(3);
        return new AnswerCheck(
                kind,
                path,
                switch (kind) {
                    case EQUALS -> List.of(rest);
                    case ONE_OF -> values(rest);
                    case CONTAINS, OMITS, RANKS_WITHIN, IN_ORDER, AT_MOST, AT_LEAST -> texts(rest);
                });
    }

    private List<String> values(String text) {
        List<String> values = new ArrayList<>();
        try (MappingIterator<JsonNode> all = mapper.readerFor(JsonNode.class).readValues(text)) {
            while (all.hasNextValue()) {
                values.add(all.nextValue().toString());
            }
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    "one-of must have JSON values, such as \"allow\" \"ask\", got '" + text + "'");
        }
        return values;
    }

    private List<String> texts(String text) {
        List<String> texts = new ArrayList<>();
        Matcher value = VALUE.matcher(text);
        while (value.find()) {
            texts.add(plain(value.group()));
        }
        return texts;
    }

    private String plain(String word) {
        if (!word.startsWith("\"")) {
            return word;
        }
        try {
            return mapper.readValue(word, String.class);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(
                    "A text between double quotes must be written as in JSON, got '" + word + "'");
        }
    }

    String written(AnswerCheck check) {
        boolean json = check.kind() == Kind.EQUALS || check.kind() == Kind.ONE_OF;
        String values = check.expected().stream()
                .map(value -> json || value.matches("[^\\s\"]+")
                        ? value
                        : mapper.valueToTree(value).toString())
                .collect(Collectors.joining(" "));
        String kind = check.kind().name().toLowerCase(Locale.ROOT).replace('_', '-');
        return kind + " " + (check.path().isEmpty() ? WHOLE : check.path()) + " " + values;
    }
}

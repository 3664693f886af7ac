package tacit.surface.proxy.wire;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Writes requests as no sane client would: odd blanks, big numbers, escapes, fields nobody knows, in any order. */
final class AnyRequest {

    private static final List<String> TEXTS = List.of(
            "\"\"",
            "\"a\"",
            "\"sch\u00f6n \uD83D\uDC1D\"",
            "\"\\u00fc\\n\\t\\\"\\\\\\/ \\ud83d\\udc1d\"",
            "\"messages\"",
            "\"}]{[,:\"");
    private static final List<String> NUMBERS = List.of(
            "0",
            "-0",
            "1.0",
            "1.10",
            "1e5",
            "1E+5",
            "-12.500e-07",
            "123456789012345678901234567890",
            "0.1000000000000000055511");
    private static final List<String> BLANKS = List.of("", "", "", " ", "\n", "\t \r\n");

    private final SplittableRandom random;
    private final Wire wire;

    AnyRequest(SplittableRandom random, Wire wire) {
        this.random = random;
        this.wire = wire;
    }

    byte[] bytes() {
        List<String> fields = new ArrayList<>();
        fields.add(field("messages", wire == Wire.RESPONSES ? value(2) : messages()));
        for (int i = random.nextInt(5); i > 0; i--) {
            fields.add(field("field" + i, value(3)));
        }
        if (random.nextBoolean()) {
            fields.add(field("model", text()));
        }
        own(fields);
        StringBuilder body = new StringBuilder(blank() + "{" + blank());
        while (!fields.isEmpty()) {
            body.append(fields.remove(random.nextInt(fields.size())));
            body.append(fields.isEmpty() ? "" : blank() + "," + blank());
        }
        return body.append(blank()).append("}").append(blank()).toString().getBytes(StandardCharsets.UTF_8);
    }

    private void own(List<String> fields) {
        int way = random.nextInt(3);
        if (wire == Wire.RESPONSES && way > 0) {
            fields.add(field("instructions", text()));
        } else if (wire == Wire.MESSAGES && way == 1) {
            fields.add(field("system", TEXTS.get(1 + random.nextInt(TEXTS.size() - 1))));
        } else if (wire == Wire.MESSAGES && way == 2) {
            List<String> blocks = new ArrayList<>();
            for (int i = random.nextInt(3); i > 0; i--) {
                blocks.add("{" + blank() + "\"type\":\"text\"," + field("text", text()) + blank() + "}");
            }
            fields.add(field("system", array(blocks)));
        }
    }

    private String messages() {
        List<String> messages = new ArrayList<>();
        for (int i = 1 + random.nextInt(5); i > 0; i--) {
            String role =
                    List.of("system", "developer", "user", "assistant", "tool").get(random.nextInt(5));
            messages.add(
                    "{" + blank() + field("role", '"' + role + '"') + "," + field("content", value(2)) + blank() + "}");
        }
        return array(messages);
    }

    private String array(List<String> values) {
        return "[" + blank() + String.join(blank() + "," + blank(), values) + blank() + "]";
    }

    private String field(String name, String value) {
        return "\"" + name + "\"" + blank() + ":" + blank() + value;
    }

    private String value(int depth) {
        return switch (random.nextInt(depth == 0 ? 4 : 6)) {
            case 0 -> text();
            case 1 -> NUMBERS.get(random.nextInt(NUMBERS.size()));
            case 2 -> random.nextBoolean() ? "true" : "false";
            case 3 -> "null";
            case 4 -> array(List.of(value(depth - 1), value(depth - 1)));
            default -> "{" + field("type", "\"text\"") + "," + field("text", value(depth - 1)) + blank() + "}";
        };
    }

    private String text() {
        return TEXTS.get(random.nextInt(TEXTS.size()));
    }

    private String blank() {
        return BLANKS.get(random.nextInt(BLANKS.size()));
    }
}

package tacit.memory.playbook;

import java.util.SortedMap;
import java.util.TreeMap;

/** Named values as lines {@code name=value}, in which line ends and backslashes are escaped. */
final class Lines {

    private Lines() {}

    static String of(SortedMap<String, String> values) {
        StringBuilder lines = new StringBuilder();
        values.forEach((name, value) -> lines.append(escaped(name).replace("=", "\\e"))
                .append('=')
                .append(escaped(value))
                .append('\n'));
        return lines.toString();
    }

    static SortedMap<String, String> read(String lines) {
        SortedMap<String, String> values = new TreeMap<>();
        lines.lines().forEach(line -> {
            int sign = line.indexOf('=');
            if (sign >= 0) {
                values.put(plain(line.substring(0, sign)), plain(line.substring(sign + 1)));
            }
        });
        return values;
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r");
    }

    private static String plain(String text) {
        StringBuilder plain = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            if (letter != '\\' || i + 1 == text.length()) {
                plain.append(letter);
            } else {
                i++;
                plain.append(
                        switch (text.charAt(i)) {
                            case 'n' -> '\n';
                            case 'r' -> '\r';
                            case 'e' -> '=';
                            default -> text.charAt(i);
                        });
            }
        }
        return plain.toString();
    }
}

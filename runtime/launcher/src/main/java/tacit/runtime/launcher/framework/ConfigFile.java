package tacit.runtime.launcher.framework;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** One configuration as a file of the Felix configuration admin. */
final class ConfigFile {

    private ConfigFile() {}

    /**
     * Writes one configuration.
     *
     * @param pid the component's PID; {@code factory~name} for one of several
     */
    static void write(Path folder, String pid, Map<String, String> values) throws IOException {
        Path file = folder.resolve(fileName(pid));
        Files.createDirectories(Objects.requireNonNull(file.getParent()));
        Files.writeString(file, text(pid, values), StandardCharsets.UTF_8);
    }

    static String text(String pid, Map<String, String> values) {
        Map<String, String> all = new TreeMap<>(values);
        all.put("service.pid", pid);
        int name = pid.indexOf('~');
        if (name >= 0) {
            all.put("service.factoryPid", pid.substring(0, name));
        }
        StringBuilder text = new StringBuilder();
        all.forEach((key, value) ->
                text.append(key).append("=\"").append(escaped(value)).append("\"\n"));
        return text.toString();
    }

    /** The configuration admin looks a PID up in one folder per dot. */
    static String fileName(String pid) {
        StringBuilder name = new StringBuilder();
        for (int i = 0; i < pid.length(); i++) {
            char letter = pid.charAt(i);
            if (letter == '.') {
                name.append('/');
            } else if (Character.toString(letter).matches("[A-Za-z0-9_-]")) {
                name.append(letter);
            } else {
                name.append(String.format("%%%04x", (int) letter));
            }
        }
        return name + ".config";
    }

    private static String escaped(String value) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < value.length(); i++) {
            char letter = value.charAt(i);
            switch (letter) {
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                case '\t' -> text.append("\\t");
                case '"', '\\', ' ', '=' -> text.append('\\').append(letter);
                default -> text.append(letter);
            }
        }
        return text.toString();
    }
}

package tacit.surface.settings;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** The operator's files in {@code DATA/etc}, one for each PID, as the launcher reads them. What else stands in them stays. */
final class SettingsFiles {

    private final Path folder;

    SettingsFiles(Path folder) {
        this.folder = folder;
    }

    Path file(String pid) {
        return folder.resolve(pid + ".properties");
    }

    /** All of the file; empty when there is none. */
    Optional<String> text(String pid) {
        try {
            Path file = file(pid);
            return Files.exists(file) ? Optional.of(Files.readString(file, UTF_8)) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read settings '" + file(pid) + "'", e);
        }
    }

    Optional<String> value(String pid, String key) {
        return text(pid).map(text -> properties(text).getProperty(key));
    }

    /** Sets a key, or takes it out. */
    void set(String pid, String key, @Nullable String value) {
        List<String> lines = new ArrayList<>(without(text(pid).orElse(""), key));
        if (value != null) {
            lines.add(escaped(key, true) + " = " + escaped(value, false));
        }
        replace(pid, lines.isEmpty() ? null : String.join("\n", lines) + "\n");
    }

    /** Puts a text in place of a file at once; null for no file. */
    void replace(String pid, @Nullable String text) {
        Path file = file(pid);
        try {
            if (text == null) {
                Files.deleteIfExists(file);
                return;
            }
            Files.createDirectories(folder);
            Path fresh = Files.createTempFile(folder, pid, ".new");
            Files.writeString(fresh, text, UTF_8);
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write settings '" + file + "'", e);
        }
    }

    /** A line that goes on in the next one is one with it. */
    private static List<String> without(String text, String key) {
        List<String> kept = new ArrayList<>();
        List<String> logical = new ArrayList<>();
        for (String line : text.lines().toList()) {
            logical.add(line);
            boolean comment = logical.size() == 1 && line.strip().matches("[#!].*");
            if (comment || !line.matches("(?s)(?:.*[^\\\\])?(?:\\\\\\\\)*\\\\")) {
                if (!properties(String.join("\n", logical)).containsKey(key)) {
                    kept.addAll(logical);
                }
                logical.clear();
            }
        }
        kept.addAll(logical);
        return kept;
    }

    private static Properties properties(String text) {
        Properties properties = new Properties();
        try (Reader reader = new StringReader(text)) {
            properties.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties;
    }

    private static String escaped(String text, boolean key) {
        StringBuilder escaped = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            switch (letter) {
                case '\\' -> escaped.append("\\\\");
                case '\n' -> escaped.append("\\n");
                case '\r' -> escaped.append("\\r");
                case '\t' -> escaped.append("\\t");
                case ' ' -> escaped.append(key || i == 0 ? "\\ " : " ");
                case '=', ':', '#', '!' -> escaped.append(key ? "\\" : "").append(letter);
                default -> escaped.append(letter);
            }
        }
        return escaped.toString();
    }
}

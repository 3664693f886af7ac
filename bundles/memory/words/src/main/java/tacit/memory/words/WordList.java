package tacit.memory.words;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads the lists of words that lie beside the classes: words between blanks, lines that begin with # left out. */
final class WordList {

    private WordList() {}

    static Set<String> set(String name) {
        return lines(name).stream()
                .flatMap(line -> Arrays.stream(line.split("\\s+", -1)))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Each line's first word by each of its others. */
    static Map<String, String> firstByOthers(String name) {
        Map<String, String> first = new HashMap<>();
        for (String line : lines(name)) {
            List<String> words = List.of(line.split("\\s+", -1));
            words.subList(1, words.size()).forEach(other -> first.putIfAbsent(other, words.get(0)));
        }
        return Map.copyOf(first);
    }

    private static List<String> lines(String name) {
        try (InputStream content = WordList.class.getResourceAsStream(name)) {
            if (content == null) {
                throw new IllegalStateException("Cannot read '" + name + "': it is not in the bundle");
            }
            return new BufferedReader(new InputStreamReader(content, UTF_8))
                    .lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read '" + name + "': " + e.getMessage(), e);
        }
    }
}

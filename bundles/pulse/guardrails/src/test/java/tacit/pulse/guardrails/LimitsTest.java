package tacit.pulse.guardrails;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LimitsTest {

    private static final Pattern RULE = Pattern.compile("\"((?:command|path)\\.[a-z]+)\"");

    @Test
    void listsEveryRuleOnce() throws IOException {
        Set<String> applied = new TreeSet<>();
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            for (Path file : files.filter(path -> path.toString().endsWith(".java"))
                    .filter(path -> !path.endsWith("Limits.java"))
                    .collect(Collectors.toSet())) {
                Matcher found = RULE.matcher(Files.readString(file));
                while (found.find()) {
                    applied.add(found.group(1));
                }
            }
        }

        assertThat(Limits.ALL).extracting(Finding::rule).containsExactlyInAnyOrderElementsOf(applied);
    }

    @Test
    void listsWhatDeniesBeforeWhatAsks() {
        assertThat(Limits.ALL).extracting(Finding::certain).isSortedAccordingTo((one, other) -> other.compareTo(one));
    }
}

package tacit.runtime.itest;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A page of the documentation as one who follows it takes it: what stands between bare fences is typed, in its order. Fences that
 * name a language hold what is only shown.
 */
record Guide(String text) {

    private static final Pattern FENCED = Pattern.compile("(?ms)^```(\\S*)$\\n(.*?)^```$");
    private static final Pattern INDENTED = Pattern.compile("(?m)(?:^    \\S.*\\n)+");
    private static final Pattern INLINE = Pattern.compile("`([^`\\n]+)`");

    /** Of the root of the project: {@code docs/quickstart-curl.md}. */
    static Guide of(String page) throws IOException {
        return new Guide(Files.readString(Tacit.root().resolve(page)));
    }

    /** What stands between bare fences. */
    List<String> blocks() {
        return FENCED.matcher(text)
                .results()
                .filter(block -> block.group(1).isEmpty())
                .map(block -> block.group(2))
                .toList();
    }

    /** Blocks that are told by their indentation alone, without it. */
    List<String> indented() {
        return INDENTED.matcher(text)
                .results()
                .map(MatchResult::group)
                .map(block -> block.replaceAll("(?m)^    ", ""))
                .toList();
    }

    /** What stands in code within sentences. */
    List<String> inline() {
        return INLINE.matcher(text).results().map(code -> code.group(1)).toList();
    }

    /** Its sentences, whatever lines they are broken into. */
    String prose() {
        return text.lines().map(String::strip).collect(Collectors.joining(" "));
    }
}
